import { expect, it } from 'vitest'
import { fillSlots } from './fill-slots'
import type { DevoxxSlot, Talk } from './slot'

const startAt = new Date('2027-10-04T07:30:00Z')
const someTalk = (id: string | null, title: string, speaker?: string): Talk => ({
  id,
  title,
  description: null,
  track: null,
  language: null,
  level: null,
  replayUrl: null,
  presenters: speaker ? [{ key: speaker, name: speaker, company: null, bio: null }] : [],
})
const slot = (id: string, room: string, talk: Talk | null, more: Partial<DevoxxSlot> = {}): DevoxxSlot => ({
  path: id,
  id,
  startAt,
  endAt: null,
  room: { key: room, name: room, capacity: null },
  format: 'Conference',
  isBreak: false,
  isOverflow: false,
  talk,
  ...more,
})
const filled = (...slots: DevoxxSlot[]) => {
  const { filled, empty } = fillSlots(slots)
  return [
    filled.map(({ id, talk, rooms }) => [id, talk.title, rooms.map(({ name }) => name).join('+')]),
    empty.map(({ id }) => id),
  ]
}

it('makes one break of one that is written for each room, whichever room comes first', () => {
  const pause = (id: string, room: string) => slot(id, room, someTalk(null, 'Lunch'), { isBreak: true })
  expect(filled(pause('s2', 'B'), pause('s1', 'A'))).toEqual([[['s1', 'Lunch', 'B+A']], []])
  expect(filled(pause('s1', 'A'), pause('s2', 'B'))).toEqual([[['s1', 'Lunch', 'A+B']], []])
})

it('keeps breaks of one name apart at different times', () => {
  const later = new Date('2027-10-04T09:30:00Z')
  const pause = (id: string, startAt: Date) => slot(id, 'A', someTalk(null, 'Break'), { isBreak: true, startAt })
  expect(filled(pause('s1', startAt), pause('s2', later))[0]).toEqual([
    ['s1', 'Break', 'A'],
    ['s2', 'Break', 'A'],
  ])
})

it.each([
  ['is empty', null],
  ['names the talk', someTalk('1', 'Fog')],
  ['carries a copy called so', someTalk('9', 'Overflow', 'ada')],
  ['carries a copy with its title', someTalk('9', 'Fog - OVERFLOW')],
])('joins an overflow room that %s to its talk', (_, talk) => {
  const other = slot('s3', 'C', someTalk('2', 'Gulls', 'ben'), { format: 'Lab' })
  expect(
    filled(slot('s2', 'B', talk, { isOverflow: true }), slot('s1', 'A', someTalk('1', 'Fog', 'ada')), other),
  ).toEqual([
    [
      ['s1', 'Fog', 'A+B'],
      ['s3', 'Gulls', 'C'],
    ],
    [],
  ])
})

it('guesses nothing where several talks could be shown', () => {
  const talks = [slot('s1', 'A', someTalk('1', 'Fog')), slot('s2', 'B', someTalk('2', 'Gulls'))]
  expect(filled(...talks, slot('s3', 'C', null, { isOverflow: true }))).toEqual([
    [
      ['s1', 'Fog', 'A'],
      ['s2', 'Gulls', 'B'],
    ],
    ['s3'],
  ])
})

it('keeps a talk about overflows, and an overflow room that shows another talk', () => {
  expect(
    filled(
      slot('s1', 'A', someTalk('1', 'Surviving a stack overflow')),
      slot('s2', 'B', someTalk('2', 'Gulls'), { isOverflow: true }),
    ),
  ).toEqual([
    [
      ['s1', 'Surviving a stack overflow', 'A'],
      ['s2', 'Gulls', 'B'],
    ],
    [],
  ])
})
