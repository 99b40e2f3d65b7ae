import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { openStore } from '@/lib/device'
import { expect, it } from 'vitest'
import type { Mutation } from '../../mutation'
import { entriesToHandOver } from './hand-over'
import type { OutboxEntry } from '../store/outbox'

const kinds = await openStore(null, { indexedDB: new IDBFactory(), IDBKeyRange }).synced()
const at = '2026-03-20T12:00:00.000Z'
type Said = {
  [Name in Mutation['name']]: { name: Name; args: Extract<Mutation, { name: Name }>['args'] }
}[Mutation['name']]
const entry = (order: number, said: Said): OutboxEntry => ({
  order,
  conferenceId: 'c',
  mutation: { ...said, id: `m${order}`, at },
})
const pick = (sessionId: string, rank: 'first' | 'planB' | 'hidden'): Said => ({
  name: 'setPick',
  args: { sessionId, rank },
})
const drop = (sessionId: string): Said => ({ name: 'dropPick', args: { sessionId } })
const attend = (args: Extract<Said, { name: 'setAttendance' }>['args']): Said => ({ name: 'setAttendance', args })
const block = {
  id: 'b',
  conferenceId: 'c',
  title: 'Podcast',
  startAt: at,
  endAt: '2026-03-20T13:00:00.000Z',
  daily: false,
}

const handed = (...said: Said[]) =>
  entriesToHandOver(
    kinds,
    said.map((one, index) => entry(index + 1, one)),
  ).map(({ order, mutation: { id, name, args } }) => ({
    order,
    id,
    name,
    args,
  }))

it('hands over the picks that stand at the end, in order, each to be added', () => {
  expect(
    handed(pick('a', 'first'), pick('b', 'first'), drop('b'), pick('c', 'hidden'), pick('a', 'planB'), drop('d')),
  ).toEqual([
    { order: 4, id: 'm4', name: 'setPick', args: { sessionId: 'c', rank: 'hidden', adds: true } },
    { order: 5, id: 'm5', name: 'setPick', args: { sessionId: 'a', rank: 'planB', adds: true } },
  ])
})

it('hands over of an attendance what it says, whichever build said it, and nothing that was taken back', () => {
  expect(
    handed(
      attend({ sessionId: 'a', status: 'attended', watchReplay: false, findSlides: false }),
      attend({ sessionId: 'a', findSlides: true }),
      attend({ sessionId: 'b', watchReplay: true }),
      attend({ sessionId: 'b', status: null, watchReplay: false, findSlides: false }),
    ),
  ).toEqual([
    {
      order: 2,
      id: 'm2',
      name: 'setAttendance',
      args: { sessionId: 'a', status: 'attended', findSlides: true, adds: true },
    },
  ])
})

it('hands over a block as it is at the end, and none that was dropped', () => {
  expect(
    handed(
      { name: 'setBlock', args: block },
      { name: 'setBlock', args: { ...block, id: 'x' } },
      { name: 'setBlock', args: { id: 'b', conferenceId: 'c', title: 'Lunch' } },
      { name: 'dropBlock', args: { id: 'x' } },
    ),
  ).toEqual([{ order: 3, id: 'm3', name: 'setBlock', args: { ...block, title: 'Lunch', adds: true } }])
})
