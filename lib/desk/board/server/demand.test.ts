import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { hour, makeBoard, tray } from '@/tests/factories/board'
import { makePerson } from '@/tests/factories/person'
import type { BoardPlace } from '../board'
import { loadBoardDemand } from './load-demand'
import { loadEffect } from './load-effect'
import { moveOnBoard } from './move-on-board'
import { publishDraft } from './publish-draft'
import { setCancelled } from '@/lib/schedule/edit/cancel-session'

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')

let board: Awaited<ReturnType<typeof makeBoard>>
beforeEach(async () => {
  board = await makeBoard(db)
})

/** So many people who picked all of these. */
async function pick(people: number, sessionIds: string[], rank: 'first' | 'planB' | 'hidden' = 'first') {
  for (let person = 0; person < people; person++) {
    const { id: userId } = await makePerson(db)
    await db.pick.createMany({
      data: sessionIds.map((sessionId) => ({
        ...{ userId, conferenceId: board.conference.id, sessionId, rank, revision: 1n },
      })),
    })
  }
}
const move = (...moves: { sessionId: string; place: BoardPlace }[]) =>
  moveOnBoard(db, board.ann.granted, { moves, seen: 99, timeZone: 'Europe/Paris' }, now)
const effect = () => loadEffect(db, board.ann.granted)

it('tells of nothing that fewer than five people want', async () => {
  const { first, second, third, ann } = board
  await pick(5, [first, second])
  await pick(4, [first, third])
  await pick(1, [second])
  await pick(3, [third], 'planB')
  const [one = '', other = ''] = [first, second].sort()
  expect(await loadBoardDemand(db, ann.granted, now)).toEqual({
    picks: { [first]: 5, [second]: 5, [third]: null },
    expected: { [first]: 6, [second]: 6 },
    together: [[one, other, 5]],
  })
})

it('makes no pair of what a few of many picked both', async () => {
  const { first, second, ann } = board
  await pick(5, [first, second])
  await pick(25, [first])
  await pick(25, [second])
  expect((await loadBoardDemand(db, ann.granted, now)).together).toEqual([])
})

it('counts whom a draft touches, and whose plan gets a clash; a few are not told apart', async () => {
  const { first, second, third, loft, hall } = board
  expect(await effect()).toEqual({ moved: 0, drawn: 0, picks: 0, people: 0, clashing: 0, isHeld: false, last: null })
  await pick(6, [first, second])
  await pick(3, [second, third])
  await pick(2, [first], 'planB')
  await pick(7, [first], 'hidden')
  await move({ sessionId: first, place: { ...hour(9, loft) } })
  expect(await effect()).toEqual({ moved: 1, drawn: 0, picks: 5, people: 5, clashing: 5, isHeld: false, last: null })
  await move({ sessionId: third, place: hour(9, loft) }, { sessionId: first, place: tray })
  expect(await effect()).toEqual({
    moved: 2,
    drawn: 0,
    picks: 10,
    people: 10,
    clashing: null,
    isHeld: false,
    last: null,
  })
  // What clashes already is nothing new.
  await db.session.update({ where: { id: first }, data: { startAt: hour(9).startAt, endAt: hour(9).endAt } })
  await move(
    { sessionId: first, place: { ...hour(9, loft), startAt: '2026-03-24T09:30:00Z' } },
    { sessionId: third, place: hour(10, hall) },
  )
  expect(await effect()).toEqual({ moved: 1, drawn: 0, picks: 5, people: 5, clashing: null, isHeld: false, last: null })
})

it('counts what is drawn, and not what is gone', async () => {
  const { first, loft, ann } = board
  await pick(5, [first])
  await move({ sessionId: first, place: tray })
  await moveOnBoard(
    db,
    ann.granted,
    {
      ...{ seen: 99, timeZone: 'Europe/Paris' },
      moves: [{ sessionId: crypto.randomUUID(), place: hour(12, loft), created: { title: 'Lunch', kind: 'break' } }],
    },
    now,
  )
  await setCancelled(db, board.bo.granted, first, true, now)
  expect(await effect()).toEqual({ moved: 0, drawn: 1, picks: 0, people: 0, clashing: 0, isHeld: false, last: null })

  await db.alertHold.create({ data: { conferenceId: board.conference.id, heldAt: now } })
  expect(await effect()).toMatchObject({ drawn: 1, isHeld: true })
})

it('knows who published the last draft, as which release', async () => {
  const { bo, first, loft } = board
  await move({ sessionId: first, place: hour(12, loft) })
  const before = await effect()
  await publishDraft(db, bo.granted, { seen: { draft: 1, program: 1 }, note: null, isSilent: false }, now)
  const last = { userId: bo.id, by: bo.name, number: 1, version: 2 }
  expect([before.last, await effect()]).toEqual([
    null,
    { moved: 0, drawn: 0, picks: 0, people: 0, clashing: 0, isHeld: false, last },
  ])
})
