import { expect, it } from 'vitest'
import type { ChangeRefusal } from '@/lib/sync/answers'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import { shownNotes } from './shown-notes'

const [early, late] = ['2026-03-24T09:00:00.000Z', '2026-03-24T10:00:00.000Z']
const row = (id: string, notedAt: string, deletedAt?: string) => ({
  id,
  conferenceId: 'c',
  notedAt,
  updatedAt: notedAt,
  text: `Text of ${id}`,
  state: new Uint8Array([1]),
  confirmed: new Uint8Array([2]),
  ...(deletedAt && { deletedAt }),
})
const shown = (id: string, notedAt: string, deletedAt?: string) => {
  const { state: _state, confirmed: _confirmed, ...note } = row(id, notedAt, deletedAt)
  return note
}
type Name = 'deleteNote' | 'restoreNote' | 'editNote'
const entry = (order: number, name: Name, refused?: ChangeRefusal): OutboxEntry => ({
  order,
  conferenceId: 'c',
  mutation:
    name === 'editNote'
      ? { id: `m${order}`, at: late, name, args: { id: 'n', conferenceId: 'c', notedAt: early, update: '' } }
      : { id: `m${order}`, at: late, name, args: { id: 'n' } },
  ...(refused && { refused }),
})

it('lists the newest first, those of one moment the same on every device, and nothing of how they are kept', () => {
  expect(shownNotes([row('b', early), row('n', late), row('a', early), row('gone', early, late)], [])).toEqual([
    shown('n', late),
    shown('a', early),
    shown('b', early),
    shown('gone', early, late),
  ])
})

it.each<[string, string | undefined, OutboxEntry[], string | undefined]>([
  ['is there', undefined, [], undefined],
  ['was deleted elsewhere', early, [], early],
  ['is deleted here', undefined, [entry(1, 'deleteNote')], late],
  ['was deleted elsewhere and is brought back here', early, [entry(1, 'restoreNote')], undefined],
  ['is written into after it was deleted', early, [entry(1, 'editNote')], undefined],
  ['is brought back and deleted again', early, [entry(2, 'deleteNote'), entry(1, 'restoreNote')], late],
  ['was to be deleted, which was refused', undefined, [entry(1, 'deleteNote', 'FORBIDDEN')], undefined],
  ['was to be brought back, which was refused', early, [entry(1, 'restoreNote', 'NOT_FOUND')], early],
])('shows a note that %s', (_name, told, entries, deletedAt) => {
  expect(shownNotes([row('n', early, told)], entries)).toEqual([shown('n', early, deletedAt)])
})
