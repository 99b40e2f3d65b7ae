import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { setCancelled } from '@/lib/schedule/edit/cancel-session'
import { editRoom } from '@/lib/schedule/edit/edit-room'
import { compareReleases, listReleases } from '@/lib/schedule/releases/list-releases'
import { previewDraftUndo, undoDraft } from '@/lib/schedule/releases/undo-draft'
import { testDatabase } from '@/tests/db'
import { hour, makeBoard, tray } from '@/tests/factories/board'
import { boardPlaceOf } from '../board'
import { movesSchema } from '../schema'
import { loadBoard } from './load-board'
import { moveOnBoard } from './move-on-board'
import { publishDraft } from './publish-draft'

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')

let board: Awaited<ReturnType<typeof makeBoard>>
let lunch: string
beforeEach(async () => {
  board = await makeBoard(db)
  lunch = randomUUID()
})

/** Moves the first into the loft, the second into the tray, and draws a lunch. */
async function publish() {
  const { first, second, hall, loft, ann } = board
  await moveTo([
    { sessionId: first, place: hour(12, loft) },
    { sessionId: second, place: tray },
    { sessionId: lunch, place: hour(14, hall), created: { title: 'Lunch', kind: 'break' as const } },
  ])
  return publishSeen(ann.granted)
}
async function moveTo(moves: unknown[]) {
  const asked = { moves: movesSchema.parse(moves), seen: 99, timeZone: 'Europe/Paris' }
  await moveOnBoard(db, board.ann.granted, asked, now)
}
async function publishSeen(granted = board.ann.granted) {
  const { draft, version } = await loadBoard(db, granted)
  const seen = { draft: draft.version, program: version }
  const published = await publishDraft(db, granted, { seen, note: null, isSilent: false }, now)
  if (!published.ok) throw new Error(published.reason)
  return published.number
}
const undo = (number: number) => undoDraft(db, board.bo.granted, number, now)
const places = async () =>
  (await loadBoard(db, board.ann.granted)).sessions.map((session) => [session.title, boardPlaceOf(session)])

it('puts all back, cancels what was drawn, and is a release of its own', async () => {
  await db.session.updateMany({
    where: { id: board.second },
    data: { imported: { startAt: hour(9).startAt, endAt: '2026-03-24T09:45:00.000Z', rooms: ['Hall'] } },
  })
  const number = await publish()
  expect(await previewDraftUndo(db, board.conference.id, number)).toEqual({ sessions: 3, left: [] })
  expect(await undo(number)).toEqual({ number: 2, sessions: 3, left: [] })
  expect(await places()).toEqual([
    ['Session 1', hour(8, board.hall)],
    ['Session 2', hour(9, board.hall)],
    ['Session 3', hour(10, board.hall)],
  ])
  expect(await db.session.findUniqueOrThrow({ where: { id: lunch } })).toMatchObject({
    ...{ status: 'cancelled', cancelledAt: now, revision: 3 },
  })
  // What is as its source says follows the source again; what is not stays decided.
  const overrides = await db.override.findMany({
    where: { session: { conferenceId: board.conference.id } },
    select: { field: true, value: true, userId: true },
  })
  expect(overrides).toEqual([{ field: 'endAt', value: hour(9).endAt, userId: board.bo.id }])
  expect(await listReleases(db, board.conference.id)).toMatchObject([
    { number: 2, kind: 'undo', undoes: 1, by: board.bo.name, counts: { changed: 2, cancelled: 1 } },
    { number: 1, kind: 'draft', undoneBy: 2 },
  ])
  await expect(undo(number)).rejects.toMatchObject({ code: 'CONFLICT' })
  expect(await previewDraftUndo(db, board.conference.id, number)).toBeNull()
})

it('leaves what was changed since, and says so; a room that was renamed is the same room', async () => {
  const { first, second, loft, hall, ann, conference } = board
  await db.roomAlias.create({ data: { conferenceId: conference.id, key: 'loft', name: 'Loft', roomId: loft } })
  const number = await publish()
  await editRoom(
    db,
    ann.granted,
    loft,
    { name: 'Attic', floor: null, zone: null, capacity: 50, capacityKind: 'seats' },
    now,
  )
  await moveTo([
    { sessionId: first, place: { ...hour(12, loft), endAt: '2026-03-24T13:30:00Z' } },
    { sessionId: second, place: { ...tray, roomIds: [loft] } },
  ])
  await publishSeen()
  await setCancelled(db, ann.granted, lunch, true, now)
  await setCancelled(db, ann.granted, lunch, false, now)
  const { left, sessions } = await undo(number)
  expect(sessions).toBe(2)
  const why = 'changed-since'
  expect(new Set(left)).toEqual(
    new Set([
      { sessionId: first, field: 'startAt', why },
      { sessionId: first, field: 'endAt', why },
      { sessionId: second, field: 'rooms', why },
      { sessionId: lunch, field: 'status', why },
    ]),
  )
  expect(await places()).toEqual([
    ['Session 2', hour(9, loft)],
    ['Session 3', hour(10, hall)],
    ['Session 1', { ...hour(12, hall), endAt: '2026-03-24T13:30:00.000Z' }],
    ['Lunch', hour(14, hall)],
  ])
  const [taken] = await listReleases(db, conference.id)
  const compared = await compareReleases(db, conference.id, taken?.number ?? 0, null)
  // Of lunch all stays.
  expect([taken?.left, compared?.to.left]).toEqual([1, 1])
})

it("ends at another conference's releases, and at what is no draft", async () => {
  const number = await publish()
  const other = await makeBoard(db)
  await expect(undoDraft(db, other.ann.granted, number, now)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await undo(number)
  await expect(undo(2)).rejects.toMatchObject({ code: 'CONFLICT' })
})
