// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import type { ComponentProps } from 'react'
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

function row(given: Partial<NoteInConference<Note>>, more: Partial<ComponentProps<typeof NoteListRow>> = {}): string[] {
  show(
    <ul>
      <NoteListRow
        href="/c/one/sessions/1#notes"
        placed={{ ...placed, ...given }}
        timeZone="Europe/Paris"
        words={{ language: 'en', untitled: 'Note without words', shared: 'shared' }}
        {...more}
      />
    </ul>,
  )
  return said()
}

const marks = () => [...document.querySelectorAll('mark')].map(({ textContent }) => textContent)

it('says how a note begins, when, on what and where', () => {
  expect(row({}, { rooms: 'Main Hall' })).toEqual(['link "Borrow checker 09:00 · Rust · Hall 7 · Main Hall"'])
})

it('is called by its session where it has no words, by what it is where it has neither', () => {
  expect(row({ note: { ...note, text: ' ' } })).toEqual(['link "Rust 09:00 · Hall 7"'])
  const bare = { ...note, text: ' ', groupId: 'g' }
  expect(row({ session: undefined, title: '', place: '', note: bare })).toEqual([
    'link "Note without words 09:00 · shared"',
  ])
})

it('shows a quote as a quote, and counts what is marked', () => {
  const text = '> It depends — Ada\n[ ] find out\n[x] ask\n14:05 lights out https://example.org'
  const photos = { count: 2, first: [{ id: 'p', url: undefined }], captions: [] }
  expect(row({ note: { ...note, text } }, { photos })).toEqual([
    'link "It depends — Ada 09:00 · Rust · Hall 7 1 quote 1 to-do open 1 to-do done 1 link 1 time 2 photos"',
  ])
  expect([document.querySelector('q')?.textContent, document.querySelector('img')]).toEqual(['It depends', null])
})

it('shows the photos that are here', () => {
  row({}, { photos: { count: 1, first: [{ id: 'p', url: 'blob:p' }], captions: [] } })
  expect(document.querySelector('img')?.getAttribute('src')).toBe('blob:p')
})

it('marks what was searched for, and shows the line in which it stands', () => {
  expect(row({}, { sought: 'borrow' })).toEqual(['link "Borrow checker 09:00 · Rust · Hall 7"'])
  expect(marks()).toEqual(['Borrow'])
  expect(row({}, { sought: 'rest' })).toEqual(['link "Borrow checker 09:00 · Rust · Hall 7 and the rest"'])
  expect(marks()).toEqual(['rest'])
})

it('marks the room that was searched for, and shows the caption or the speakers in which the words stand', () => {
  const photos = { count: 1, first: [], captions: ['A tree', 'The budget'] }
  const beside = { rooms: 'Main Hall', speakers: 'Ada (Acme)', photos }
  expect(row({}, { ...beside, sought: 'main' })).toEqual([
    'link "Borrow checker 09:00 · Rust · Hall 7 · Main Hall 1 photo"',
  ])
  expect(marks()).toEqual(['Main'])
  expect(row({}, { ...beside, sought: 'budget' })).toEqual([
    'link "Borrow checker 09:00 · Rust · Hall 7 · Main Hall The budget 1 photo"',
  ])
  expect(marks()).toEqual(['budget'])
  expect(row({}, { ...beside, sought: 'ada' })).toEqual([
    'link "Borrow checker 09:00 · Rust · Hall 7 · Main Hall Ada (Acme) 1 photo"',
  ])
  expect(marks()).toEqual(['Ada'])
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
