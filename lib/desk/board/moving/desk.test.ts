import { expect, it } from 'vitest'
import type { BoardMove, BoardPlace } from '../board'
import { after, changesOf, deskOf, movesOn, undoable, type DraftChange, type Desk, type DeskEvent } from './desk'
import { boardSession } from '@/tests/factories/board-session'

const at = '2026-03-01T10:00:00.000Z'
const place = (time: string, room = 'hall'): BoardPlace => ({
  dayOn: '2026-03-24',
  startAt: `2026-03-24T${time}:00.000Z`,
  endAt: null,
  roomIds: [room],
})
const home = place('09:00')
const change = (sessionId: string, before: BoardPlace | null, wanted: BoardPlace | null): DraftChange => ({
  sessionId,
  title: sessionId,
  from: home,
  before: before && { place: before },
  after: wanted && { place: wanted },
})
const did = (id: string, ...changes: DraftChange[]): DeskEvent => ({ kind: 'did', step: { id, at, changes } })
const person = (by: string) => ({ userId: `id of ${by}`, by })
const moved = (sessionId: string, to: BoardPlace, by: string): BoardMove => ({
  sessionId,
  title: sessionId,
  place: to,
  from: home,
  ...person(by),
  at,
})
const play = (...events: DeskEvent[]) => events.reduce(after, deskOf({ version: 1, moves: [], ignored: [] }))
const sees = (desk: Desk) =>
  movesOn(desk, person('me')).map((move) => [move.sessionId, move.place.startAt?.slice(11, 16), move.by])

it('shows a move before the server has confirmed it, and once after', () => {
  const desk = play(did('1', change('a', null, place('10:00'))))
  expect([sees(desk), desk.waiting.length]).toEqual([[['a', '10:00', 'me']], 1])
  const kept = after(desk, { kind: 'confirmed', id: '1', version: 2, author: person('Ann') })
  expect(kept.draft).toEqual({ version: 2, moves: [moved('a', place('10:00'), 'Ann')], ignored: [] })
  expect([sees(kept), kept.waiting]).toEqual([[['a', '10:00', 'Ann']], []])
  // Told by the server before its answer came: what it told stands.
  const told = after(desk, {
    kind: 'told',
    draft: { version: 3, moves: [moved('a', place('11:00'), 'Bo')], ignored: [] },
  })
  expect(sees(told)).toEqual([['a', '10:00', 'me']])
  expect(sees(after(told, { kind: 'confirmed', id: '1', version: 2, author: person('Ann') }))).toEqual([
    ['a', '11:00', 'Bo'],
  ])
  expect(after(told, { kind: 'told', draft: { version: 2, moves: [], ignored: [] } })).toBe(told)
})

it('sends a step with what was seen when its sessions were taken up, else with what is seen now', () => {
  const step = { id: '2', at, changes: [change('b', null, place('10:00'))] }
  const desk = play(did('1', change('a', null, place('10:00'))), { kind: 'did', step: { ...step, seen: 0 } })
  expect(desk.waiting.map(({ seen }) => seen)).toEqual([1, 0])
})

it('undoes and does again, newest first, and forgets what was undone at another move', () => {
  const two = play(
    did('1', change('a', null, place('10:00'))),
    did('2', change('a', place('10:00'), place('11:00')), change('b', null, place('12:00'))),
  )
  const undone = after(two, { kind: 'undid', id: '3', at })
  expect(sees(undone)).toEqual([['a', '10:00', 'me']])
  expect(sees(after(undone, { kind: 'undid', id: '4', at }))).toEqual([])
  expect(sees(after(undone, { kind: 'redid', id: '5', at }))).toEqual(sees(two))
  const other = after(undone, did('6', change('b', null, place('13:00'))))
  expect(after(other, { kind: 'redid', id: '7', at })).toBe(other)
  const back = after(after(undone, { kind: 'redid', id: '5', at }), { kind: 'undid', id: '8', at })
  expect(sees(back)).toEqual(sees(undone))
})

it('leaves to others what they have moved since', () => {
  const mine = play(did('1', change('a', null, place('10:00')), change('b', null, place('10:00'))))
  const told = after(after(mine, { kind: 'confirmed', id: '1', version: 2, author: person('me') }), {
    kind: 'told',
    draft: { version: 3, moves: [moved('a', place('15:00'), 'Bo'), moved('b', place('10:00'), 'me')], ignored: [] },
  })
  expect(undoable(told).left).toBe(1)
  const undone = after(told, { kind: 'undid', id: '2', at })
  expect(sees(undone)).toEqual([['a', '15:00', 'Bo']])
  // Nothing is left of it: the step before it is the next.
  const allTheirs = after(told, { kind: 'told', draft: { version: 4, moves: [], ignored: [] } })
  expect(after(allTheirs, { kind: 'undid', id: '3', at })).toMatchObject({ done: [], undone: [], waiting: [] })
})

it('says with each step which draft was seen when it was done, however late it is sent', () => {
  const desk = play(did('1', change('a', null, place('10:00'))), {
    kind: 'told',
    draft: { version: 7, moves: [moved('a', place('15:00'), 'Bo')], ignored: [] },
  })
  const two = after(desk, did('2', change('b', null, place('11:00'))))
  expect(two.waiting.map(({ id, seen }) => [id, seen])).toEqual([
    ['1', 1],
    ['2', 7],
  ])
})

it('takes back what the server refused, and what stood upon it', () => {
  const desk = play(did('1', change('a', null, place('10:00'))), did('2', change('b', null, place('11:00'))))
  const refused = after(desk, { kind: 'refused', id: '1' })
  expect([sees(refused), refused.done.map(({ id }) => id)]).toEqual([[['b', '11:00', 'me']], ['2']])
})

it('begins anew when the draft is published or discarded, and keeps what is not sent', () => {
  const desk = play(
    did('1', change('a', null, place('10:00'))),
    { kind: 'confirmed', id: '1', version: 2, author: person('me') },
    did('2', change('b', null, place('11:00'))),
    { kind: 'closed', draft: { version: 3, moves: [], ignored: [] } },
  )
  expect([sees(desk), desk.done, desk.undone]).toEqual([[['b', '11:00', 'me']], [], []])
})

it('has no move of what is put where it is published, or lies there, and sends no more of a place than a place', () => {
  const [home1, home2] = [boardSession('a', { ...home }), boardSession('b', { ...home })]
  const published = new Map([home1, home2].map((session) => [session.id, session]))
  const moves = new Map([['b', moved('b', place('10:00'), 'Bo')]])
  const changes = (session: typeof home1, to: BoardPlace) =>
    changesOf([{ session, place: { ...session, ...to } }], published, moves)
  expect([changes(home1, home), changes(home2, place('10:00'))]).toEqual([[], []])
  expect([...changes(home1, place('10:00')), ...changes(home2, home)]).toEqual([
    change('a', null, place('10:00')),
    change('b', place('10:00'), null),
  ])
  const drawn = boardSession('new', { title: 'New' })
  const created = { title: 'New', kind: 'talk' } as const
  const drawnMove = new Map([['new', { ...moved('new', home, 'me'), from: null, created }]])
  expect(changesOf([{ session: drawn, place: place('11:00') }], published, drawnMove)).toEqual([
    {
      sessionId: 'new',
      title: 'New',
      from: null,
      before: { place: home, created },
      after: { place: place('11:00'), created },
    },
  ])
})
