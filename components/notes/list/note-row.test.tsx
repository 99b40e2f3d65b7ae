// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { NoteInConference } from '@/lib/notes/place-notes'
import type { Note } from '@/lib/notes/schema'
import { talk } from '@/tests/factories/agenda'
import { again, said, show } from '@/tests/show'
import { SearchField } from '@/components/ui/search-field'
import { NoteListRow } from './note-row'

const note: Note = {
  id: 'n',
  conferenceId: 'c',
  sessionId: 'rust',
  text: 'Borrow checker\nand the rest',
  notedAt: '2026-03-24T08:10:00.000Z',
  updatedAt: '2026-03-24T08:20:00.000Z',
}
const session = talk('rust', { title: 'Rust' })
const placed: NoteInConference<Note> = {
  id: 'n',
  text: note.text,
  title: 'Rust',
  day: '2026-03-24',
  notedAt: note.notedAt,
  startAt: session.startAt,
  place: 'Hall 7',
  session,
  note,
}

function row(given: Partial<NoteInConference<Note>>, words = {}): string[] {
  show(
    <ul>
      <NoteListRow
        href="/c/one/sessions/1#notes"
        placed={{ ...placed, ...given }}
        timeZone="Europe/Paris"
        words={{ language: 'en', untitled: 'Note without words', shared: 'shared', ...words }}
      />
    </ul>,
  )
  return said()
}

it('says what a note is on, when, where, and how it begins', () => {
  expect(row({})).toEqual(['link "Rust 09:00 · Hall 7 Borrow checker and the rest"'])
})

it('says no beginning twice, of a note whose title it is', () => {
  const own = { ...note, sessionId: undefined, text: 'Idea' }
  expect(row({ session: undefined, title: 'Idea', note: own, text: 'Idea', startAt: undefined })).toEqual([
    'link "Idea 09:10 · Hall 7"',
  ])
})

it('has a name also without words, and says that others read it', () => {
  expect(row({ session: undefined, title: '', place: '', note: { ...note, text: ' ', groupId: 'g' } })).toEqual([
    'link "Note without words 09:00 · shared"',
  ])
})

it('begins a long note, and shows markup as it is written', () => {
  const text = `<img src=x onerror=alert(1)>${'x'.repeat(300)}`
  const [line] = row({ note: { ...note, text } })
  expect([
    line?.includes(text.slice(0, 160)),
    line?.includes(text.slice(0, 161)),
    document.querySelector('img'),
  ]).toEqual([true, false, null])
})

it('searches as one types, and is emptied by Escape', () => {
  const asked: string[] = []
  const field = (value: string) => (
    <SearchField label="Search" hint="Words" value={value} onChange={(next) => asked.push(next)} />
  )
  show(field(''))
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'rust' } })
  again(field('rust'))
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'a' })
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' })
  expect(asked).toEqual(['rust', ''])
})
