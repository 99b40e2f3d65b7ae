import { expect, it } from 'vitest'
import { registered } from '@/lib/device'
import type { Mutation } from '../../mutation'
import type { SyncedKind } from '../kind'
import { ownIds, ownMutation } from './own-ids'

const uuid = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`
const [ada, bob, note, own, group] = ['a', 'b', '1', '2', '3'].map(uuid) as [string, string, string, string, string]
const at = '2026-03-24T09:00:00.000Z'
const kinds: readonly SyncedKind[] = await Promise.all(
  registered.kinds.map(async (kind) => ({ ...kind, ...(await kind.sync()) })),
)

it('gives what came from another account’s backup an id of its own, the same each time, and leaves all else', () => {
  const rename = ownIds({ [note]: ada }, bob)
  const renamed = rename(note)
  expect([renamed === note, rename(note), rename(own), ownIds({ [note]: ada }, ada)(note)]).toEqual([
    false,
    renamed,
    own,
    note,
  ])
  expect(renamed).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([ownIds({ [note]: ada }, null)(note), ownIds({ [note]: ada }, uuid('c'))(note) === renamed]).toEqual([
    note,
    false,
  ])
})

it.each<[string, Pick<Mutation, 'name' | 'args'>, object]>([
  [
    'a note, which is no group’s of another account’s any more',
    { name: 'editNote', args: { id: note, conferenceId: 'c', groupId: group, notedAt: at, update: 'x' } },
    { id: 'new', conferenceId: 'c', groupId: undefined, together: true, notedAt: at, update: 'x' },
  ],
  [
    'a note of their own',
    { name: 'editNote', args: { id: own, conferenceId: 'c', groupId: group, notedAt: at, update: 'x' } },
    { id: own, conferenceId: 'c', groupId: group, notedAt: at, update: 'x' },
  ],
  ['a deletion', { name: 'deleteNote', args: { id: note } }, { id: 'new' }],
  ['what is brought back', { name: 'restoreNote', args: { id: note } }, { id: 'new' }],
  ['a dropped block', { name: 'dropBlock', args: { id: note } }, { id: 'new' }],
  ['a deleted photo', { name: 'deletePhoto', args: { id: note } }, { id: 'new' }],
  ['a pick, which has no id of its own', { name: 'dropPick', args: { sessionId: note } }, { sessionId: note }],
])('renames %s', (_, change, args) => {
  const mutation = { id: 'm', at, ...change } as Mutation
  const renamed = ownMutation(kinds, mutation, (id) => (id === note ? 'new' : id))
  expect(renamed).toEqual({ id: 'm', at, name: change.name, args })
})

it('renames the note of a photo with it', () => {
  const photo = { mediaType: 'image/png', bytes: 3, width: 1, height: 1, takenAt: at } as const
  const mutation = { id: 'm', at, name: 'setPhoto', args: { id: own, noteId: note, conferenceId: 'c', ...photo } }
  const renamed = ownMutation(kinds, mutation as Mutation, (id) => (id === note ? 'new' : id))
  expect(renamed.args).toMatchObject({ id: own, noteId: 'new' })
})
