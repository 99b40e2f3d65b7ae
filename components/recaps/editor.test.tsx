// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { RecapDraft } from '@/lib/recaps/draft'
import { again, said, show } from '@/tests/show'
import { DeletedRecaps, JustDeleted } from './deleted-recaps'
import { EditorHead } from './editor-head'
import { MoreFields } from './publish/more-fields'
import { RecapRows } from './recap-rows'
import { StatusChip } from './status-chip'

const draft: RecapDraft = {
  title: 'Day 1',
  summary: '',
  text: 'x',
  language: 'en',
  tags: ['rust'],
  coverId: null,
  canonicalUrl: '',
}

it('turns from writing to seeing, and says which of both it is', () => {
  const turned: string[] = []
  const head = (view: 'write' | 'see') => (
    <EditorHead
      back="/c/one/recaps"
      view={view}
      onView={(next) => turned.push(next)}
      onMore={() => turned.push('more')}
    />
  )
  show(head('write'))
  expect(said()).toEqual([
    'link "Recaps"',
    'group "What is shown":',
    '  button "Write" (pressed)',
    '  button "See"',
    'button "More"',
  ])
  fireEvent.click(screen.getByRole('button', { name: 'See' }))
  again(head('see'))
  expect(said()[3]).toBe('  button "See" (pressed)')
  fireEvent.click(screen.getByRole('button', { name: 'More' }))
  expect(turned).toEqual(['see', 'more'])
})

it('says in a word or two what the public has of it', () => {
  const at = '2027-05-04T19:30:00.000Z'
  const word = (chip: Parameters<typeof StatusChip>[0]) => {
    show(<StatusChip {...chip} />)
    return document.body.textContent
  }
  const published = { state: 'published' as const, nextAt: null }
  expect([
    word({ status: 'draft', state: { state: 'draft' } }),
    word({ status: 'published', state: published }),
    word({ status: 'changed', state: published }),
    word({ status: 'withdrawn', state: { state: 'withdrawn' } }),
    word({ status: 'scheduled', state: { state: 'scheduled', at } })?.slice(0, 14),
    word({ status: 'published', state: { ...published, nextAt: at } })?.slice(0, 14),
  ]).toEqual([
    'Draft',
    'Published',
    'Changes not public yet',
    'No longer published',
    'Scheduled for ',
    'Scheduled for ',
  ])
})

it('says what is settled in a line each, and keeps a comma that somebody is typing', () => {
  const edits: Partial<RecapDraft>[] = []
  const fields = (tags: string[], unfit: Parameters<typeof MoreFields>[0]['unfit'] = []) => (
    <MoreFields draft={{ ...draft, tags }} unfit={unfit} edit={(fields) => edits.push(fields)} />
  )
  show(fields(['rust']))
  expect(said().filter((line) => line.startsWith('summary'))).toEqual([
    'summary "Language English"',
    'summary "Tags rust"',
    'summary "Elsewhere Only here"',
  ])
  const box = screen.getByRole('textbox', { name: 'Tags', hidden: true })
  fireEvent.change(box, { target: { value: 'rust, wasm,' } })
  expect(edits).toEqual([{ tags: ['rust', 'wasm'] }])
  again(fields(['rust', 'wasm']))
  expect(box).toHaveProperty('value', 'rust, wasm,')
  again(fields(['elsewhere'], [{ field: 'tags', why: 'tooManyTags', most: 20 }]))
  expect([Reflect.get(box, 'value'), screen.getByText('There are more than 20 tags.').role]).toEqual([
    'elsewhere',
    'alert',
  ])
})

it('lists recaps with what the public has of them and what is left to do', () => {
  const row = (id: string, state: 'draft' | 'published', placeMarks: number) => ({
    id,
    title: `Day ${id}`,
    updatedAt: new Date('2026-03-25T10:00:00Z'),
    seriesId: null,
    placeMarks,
    state,
  })
  show(
    <RecapRows
      recaps={[row('1', 'draft', 2), row('2', 'published', 0)]}
      addressOf={(id) => `/r/${id}`}
      sayChanged={() => 'Wed 25 Mar 11:00'}
    />,
  )
  expect(said()).toEqual([
    'link "Day 1 Draft 2 to-dos left · Wed 25 Mar 11:00"',
    'link "Day 2 Published Wed 25 Mar 11:00"',
  ])
})

it('says what was just deleted and what else was, each with the way back', () => {
  const one = (id: string, title: string) => ({ id, title, deletedAt: new Date('2026-03-25T10:00:00Z') })
  const bin = (id: string | undefined, deleted = [one('1', 'Day 1'), one('2', 'Day 2')]) => {
    const props = { id, deleted, addressOf: (recap: string) => `/r/${recap}`, sayOn: () => 'Wed 25 Mar' }
    show(
      <>
        <JustDeleted {...props} />
        <DeletedRecaps {...props} />
      </>,
    )
    return said()
  }
  const list = [
    'summary "Deleted recaps (2)"',
    'Only you see them. What you bring back is not public: publish it again to have it read.',
    'Day 1 Deleted Wed 25 Mar',
    'button "Bring back: Day 1"',
    'Day 2 Deleted Wed 25 Mar',
    'button "Bring back: Day 2"',
  ]
  expect(bin('2')).toEqual(['status:', '  “Day 2” was deleted.', '  button "Undo"', ...list])
  expect([bin(undefined), bin('3')]).toEqual([list, list])
  expect(bin('3', [])).toEqual([])
})
