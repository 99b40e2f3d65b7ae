import { beforeEach, expect, it } from 'vitest'
import { loadBoard } from '@/lib/desk/board/server/load-board'
import { moveOnBoard } from '@/lib/desk/board/server/move-on-board'
import { publishDraft } from '@/lib/desk/board/server/publish-draft'
import { alertPeople } from '@/lib/notifications/server/alert-people'
import { subscribe } from '@/lib/notifications/server/subscriptions'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { undoDraft } from '@/lib/schedule/releases/undo-draft'
import { testDatabase } from './db'
import { hour, makeBoard, tray } from './factories/board'
import { makePerson } from './factories/person'
import { startPushService } from './push-service'

// What a published draft means to whoever picked what it moves.

const { db } = await testDatabase()
const service = await startPushService()
const pusher = { vapid: await loadVapidKeys(db), contact: 'https://hallway.example.org', allowLoopback: true }
const at = (time: string) => new Date(`2026-03-24T${time}:00Z`)
const told = async (time: string) => {
  await alertPeople(db, pusher, at(time))
  return service.take().map(({ browser, message }) => [browser, message])
}

let board: Awaited<ReturnType<typeof makeBoard>>
beforeEach(async () => {
  board = await makeBoard(db)
})

async function picker(name: string, sessionIds: string[]) {
  const { id: userId } = await makePerson(db)
  await subscribe(db, { userId, signInId: null }, service.browser(name), at('00:00'))
  await db.pick.createMany({
    data: sessionIds.map((sessionId) => ({
      ...{ userId, sessionId, conferenceId: board.conference.id, rank: 'first' as const, revision: 1n },
      createdAt: at('00:00'),
    })),
  })
}

it('tells each person once, of the draft and of its undoing, and nobody while it is a draft', async () => {
  const { ann, first, second, third, loft } = board
  await picker('ada', [first, second])
  await picker('bob', [third])
  const moves = [
    { sessionId: first, place: hour(15, loft) },
    { sessionId: second, place: hour(16, loft) },
  ]
  await moveOnBoard(db, ann.granted, { moves, seen: 0, timeZone: 'Europe/Paris' }, at('05:00'))
  expect(await told('05:01')).toEqual([])
  const { draft, version } = await loadBoard(db, ann.granted)
  const seen = { draft: draft.version, program: version }
  expect(await publishDraft(db, ann.granted, { seen, note: null, isSilent: false }, at('05:02'))).toMatchObject({
    ok: true,
    number: 1,
  })
  expect([await told('05:03'), await told('05:04')]).toEqual([
    [['ada', expect.objectContaining({ body: expect.stringContaining('+ Moved: Session') })]],
    [],
  ])
  await undoDraft(db, ann.granted, 1, at('05:10'))
  expect([await told('05:11'), await told('05:12')]).toEqual([
    [['ada', expect.objectContaining({ body: expect.stringContaining('+ Moved: Session') })]],
    [],
  ])
})

it('is the draft’s alone when it goes with its conference', async () => {
  const { ann, first, conference } = board
  const moves = [{ sessionId: first, place: tray }]
  await moveOnBoard(db, ann.granted, { moves, seen: 0, timeZone: 'Europe/Paris' }, at('05:00'))
  await db.user.delete({ where: { id: ann.id } })
  expect((await loadBoard(db, board.bo.granted)).draft.moves).toMatchObject([
    { sessionId: first, userId: null, by: null },
  ])
  await db.conference.delete({ where: { id: conference.id } })
  expect(await db.draftMove.count({ where: { conferenceId: conference.id } })).toBe(0)
})
