import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { isGiven, isOfPart, isPartKind, partAt, partKinds, partOf, withoutFrame } from './parts'

const ann = { id: 'ann', slug: 'ann-lee', name: 'Ann Lee', formerly: ['ann', 'bo'] }
const bo = { id: 'bo', slug: 'bo', name: 'Bo' }
const hall = { id: 'hall', slug: 'hall', name: 'Hall', capacityKind: 'seats' as const }
const code = { id: 'code', slug: 'code', name: 'Code', color: 1 }
const day = { id: 'day', slug: 'code', name: 'Code Day' }
const agenda = agendaOf([], { speakers: [ann, bo], rooms: [hall], tracks: [code], colocatedEvents: [day] })

it('knows the kinds of pages', () => {
  expect(['speaker', 'room', 'track', 'colocated', 'rooms', 'session', ''].map(isPartKind)).toEqual([
    ...partKinds.map(() => true),
    false,
    false,
    false,
  ])
})

it('finds a part by the address that it has, and only then by one that it had', () => {
  expect([
    partAt(agenda, 'speaker', 'ann-lee'),
    partAt(agenda, 'speaker', 'ann'),
    // Ann was called so once, but Bo is called so now.
    partAt(agenda, 'speaker', 'bo'),
    partAt(agenda, 'speaker', 'hall'),
    partAt(agenda, 'room', 'hall'),
    partAt(agenda, 'track', 'code'),
    partAt(agenda, 'colocated', 'code'),
    partAt(agenda, 'colocated', 'ann'),
  ]).toEqual([
    { kind: 'speaker', part: ann },
    { kind: 'speaker', part: ann },
    { kind: 'speaker', part: bo },
    null,
    { kind: 'room', part: hall },
    { kind: 'track', part: code },
    { kind: 'colocated', part: day },
    null,
  ])
  expect([
    partOf(agenda, 'track', 'code')?.part,
    partOf(agenda, 'room', 'code'),
    partOf(agenda, 'colocated', 'day')?.part,
  ]).toEqual([code, null, day])
})

it('says of which parts a session is', () => {
  const session = talk('a', { rooms: ['r', 's'], speakers: ['p'], track: 't', colocated: 'c' })
  const of = (kind: (typeof partKinds)[number]) => ['r', 's', 'p', 't', 'c'].filter((id) => isOfPart(session, kind, id))
  expect(partKinds.map((kind) => [kind, of(kind)])).toEqual([
    ['speaker', ['p']],
    ['room', ['r', 's']],
    ['track', ['t']],
    ['colocated', ['c']],
  ])
})

it('counts as given what somebody gives, unless it is cancelled', () => {
  expect([
    isGiven(talk('a')),
    isGiven(talk('a', { kind: 'workshop' })),
    isGiven(talk('a', { status: 'cancelled' })),
    isGiven(talk('a', { kind: 'break' })),
    isGiven(talk('a', { kind: 'container' })),
  ]).toEqual([true, true, false, false, false])
})

it('leaves the frame of a co-located event out, unless it is all that is known', () => {
  const [frame, first] = [talk('frame', { kind: 'container' }), talk('first')]
  expect([withoutFrame([frame, first]), withoutFrame([frame]), withoutFrame([])]).toEqual([[first], [frame], []])
})
