import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { setCancelled } from '@/lib/schedule/edit/cancel-session'
import { lockConference } from '@/lib/schedule/edit/conference-version'
import { compareReleases, listReleases } from '@/lib/schedule/releases/list-releases'
import { testDatabase } from '@/tests/db'
import { hour, makeBoard, tray } from '@/tests/factories/board'
import { misfitOf, type BoardPlace } from '../board'
import { movesSchema } from '../schema'
import { takeFromDraft } from './discard-moves'
import { loadBoard } from './load-board'
import { moveOnBoard } from './move-on-board'
import { publishDraft, type SeenVersions } from './publish-draft'

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')

let board: Awaited<ReturnType<typeof makeBoard>>
beforeEach(async () => {
  board = await makeBoard(db)
})

type Asked = { sessionId: string; place: BoardPlace; created?: { title: string; kind: 'talk' | 'break' } }
const move = (...asked: Asked[]) =>
  moveOnBoard(db, board.ann.granted, { moves: movesSchema.parse(asked), seen: 99, timeZone: 'Europe/Paris' }, now)
const load = () => loadBoard(db, board.ann.granted)
const publish = (seen: SeenVersions, note: string | null = null) =>
  publishDraft(db, board.bo.granted, { seen, note, isSilent: false }, now)
const places = async () =>
  (await load()).sessions.map(({ title, dayOn, startAt, endAt, roomIds }) => [
    title,
    { dayOn, startAt, endAt, roomIds },
  ])
const history = async () =>
  (
    await db.change.findMany({
      where: { conferenceId: board.conference.id },
      orderBy: [{ version: 'asc' }, { session: { number: 'asc' } }, { field: 'asc' }],
      select: { session: { select: { number: true } }, field: true, oldValue: true, newValue: true, version: true },
    })
  ).map(({ session: { number }, field, oldValue, newValue, version }) => [version, number, field, oldValue, newValue])
const overrides = async () =>
  (
    await db.override.findMany({
      where: { session: { conferenceId: board.conference.id } },
      orderBy: { field: 'asc' },
      select: { sessionId: true, field: true, value: true, userId: true },
    })
  ).map(({ sessionId, field, value, userId }) => [sessionId, field, value, userId])

it('is one version and one release, with its note, its history, and sessions that were drawn', async () => {
  const { conference, first, second, third, hall, loft, bo } = board
  const drawn = randomUUID()
  await db.session.update({ where: { id: second }, data: { imported: { title: 'Session 2' } } })
  await move(
    { sessionId: first, place: hour(12, loft) },
    { sessionId: second, place: tray },
    { sessionId: drawn, place: hour(14, hall), created: { title: 'Lunch', kind: 'break' } },
  )
  expect(await publish({ draft: 1, program: 1 }, 'The loft has more light')).toEqual({
    ...{ ok: true, number: 1, sessions: 3, left: [], isHeld: false },
  })
  const { version, draft } = await load()
  expect([version, draft]).toEqual([2, { version: 2, moves: [], ignored: [] }])
  expect(await places()).toEqual([
    ['Session 3', hour(10, hall)],
    ['Session 1', hour(12, loft)],
    ['Lunch', hour(14, hall)],
    ['Session 2', tray],
  ])
  const at = (hours: number) => hour(hours).startAt
  expect(await history()).toEqual([
    [2, 1, 'endAt', at(9), at(13)],
    [2, 1, 'rooms', ['Hall'], ['Loft']],
    [2, 1, 'startAt', at(8), at(12)],
    [2, 2, 'endAt', at(10), null],
    [2, 2, 'rooms', ['Hall'], []],
    [2, 2, 'startAt', at(9), null],
    [2, 4, 'added', null, null],
  ])
  // What no source speaks of needs no override.
  expect(await overrides()).toEqual([
    [second, 'endAt', null, bo.id],
    [second, 'rooms', [], bo.id],
    [second, 'startAt', null, bo.id],
  ])
  expect(await db.session.findUniqueOrThrow({ where: { id: drawn } })).toMatchObject({
    ...{ number: 4, kind: 'break', rawTitle: 'Lunch', revision: 2, imported: null, status: 'confirmed' },
  })
  const counts = { added: 1, changed: 2, cancelled: 0, restored: 0 }
  expect(await listReleases(db, conference.id)).toMatchObject([
    { number: 1, kind: 'draft', note: 'The loft has more light', by: bo.name, counts },
  ])
  expect((await compareReleases(db, conference.id, 1, null))?.changes.map(({ title, kind }) => [title, kind])).toEqual([
    ['Session 1', 'changed'],
    ['Session 2', 'changed'],
    ['Lunch', 'added'],
  ])
  expect((await db.session.findUniqueOrThrow({ where: { id: third } })).revision).toBe(1)
})

describe('publishes nothing', () => {
  const untouched = async () => {
    const [{ version }, releases] = [await load(), await listReleases(db, board.conference.id)]
    return [version, releases.length]
  }

  it('where another organizer moved, or took something out, since it was looked at', async () => {
    await move({ sessionId: board.first, place: hour(12, board.loft) })
    await move({ sessionId: board.second, place: hour(13, board.loft) })
    expect(await publish({ draft: 1, program: 1 })).toEqual({ ok: false, reason: 'moved-meanwhile' })
    await takeFromDraft(db, board.ann.granted, { sessionIds: [board.second], seen: 9 }, now)
    expect(await publish({ draft: 2, program: 1 })).toEqual({ ok: false, reason: 'moved-meanwhile' })
    expect(await untouched()).toEqual([1, 0])
    expect(await publish({ draft: 3, program: 1 })).toMatchObject({ ok: true, sessions: 1 })
  })

  it('where what is moved was changed meanwhile, and says both when it is looked at again', async () => {
    const { first, second, loft, hall } = board
    await move({ sessionId: first, place: hour(12, loft) }, { sessionId: second, place: hour(13, loft) })
    await db.session.update({ where: { id: first }, data: { startAt: hour(7).startAt, revision: 2 } })
    await setCancelled(db, board.bo.granted, second, true, now)
    expect(await publish({ draft: 1, program: 1 })).toEqual({ ok: false, reason: 'changed-meanwhile' })
    const { draft, sessions, version } = await load()
    const misfits = draft.moves.map((one) => [
      one.title,
      misfitOf(
        one,
        sessions.find(({ id }) => id === one.sessionId),
      ),
    ])
    expect(Object.fromEntries(misfits)).toEqual({ 'Session 1': 'moved', 'Session 2': 'gone' })
    expect(await publish({ draft: draft.version, program: version })).toEqual({
      ...{ ok: true, number: 2, sessions: 1, left: [{ sessionId: second, title: 'Session 2' }], isHeld: false },
    })
    expect(await places()).toEqual([
      ['Session 3', hour(10, hall)],
      ['Session 1', hour(12, loft)],
    ])
  })

  it('where there is nothing, or nothing is left of it', async () => {
    expect(await publish({ draft: 0, program: 1 })).toEqual({ ok: false, reason: 'nothing-moved' })
    await move({ sessionId: board.first, place: tray })
    await setCancelled(db, board.bo.granted, board.first, true, now)
    expect(await publish({ draft: 1, program: 2 })).toEqual({ ok: false, reason: 'nothing-moved' })
    expect((await load()).draft.moves).toEqual([])
  })
})

it('lets one of two publish who publish at once', async () => {
  await move({ sessionId: board.first, place: tray })
  const both = await Promise.all([publish({ draft: 1, program: 1 }), publish({ draft: 1, program: 1 })])
  expect(both.map((said) => said.ok || said.reason).sort()).toEqual(['nothing-moved', true])
})

it('waits for an import that is under way, and hears that it changed what is moved', async () => {
  const { first, conference, loft } = board
  await move({ sessionId: first, place: hour(12, loft) })
  let end = () => {}
  const ended = new Promise<void>((done) => (end = done))
  let begin = () => {}
  const begun = new Promise<void>((done) => (begin = done))
  const importing = db.$transaction(async (tx) => {
    await lockConference(tx, conference.id)
    await tx.session.update({ where: { id: first }, data: { startAt: hour(7).startAt, revision: 2 } })
    begin()
    await ended
    await tx.conference.update({ where: { id: conference.id }, data: { version: 2 } })
  })
  await begun
  const publishing = publish({ draft: 1, program: 1 })
  // Others go on moving while it waits.
  expect(await move({ sessionId: board.second, place: tray })).toMatchObject({ ok: true, version: 2 })
  end()
  await importing
  expect(await publishing).toMatchObject({ ok: false })
  expect(await publish({ draft: 2, program: 1 })).toEqual({ ok: false, reason: 'changed-meanwhile' })
})
