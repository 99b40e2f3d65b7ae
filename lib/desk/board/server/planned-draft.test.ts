import { beforeEach, describe, expect, it } from 'vitest'
import { setCancelled } from '@/lib/schedule/edit/cancel-session'
import { listReleases } from '@/lib/schedule/releases/list-releases'
import { testDatabase } from '@/tests/db'
import { hour, makeBoard, tray } from '@/tests/factories/board'
import { heldSince } from '../../server/alert-hold'
import type { BoardPlace } from '../board'
import { movesSchema } from '../schema'
import { discardDraft } from './discard-moves'
import { loadBoard } from './load-board'
import { moveOnBoard } from './move-on-board'
import { callOffPlan, planDraft, type DraftPlan } from './planned-draft'
import { publishDraft } from './publish-draft'
import { publishPlanned } from './publish-planned'

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')
const plan: DraftPlan = { dayOn: '2026-03-21', time: '08:00', note: 'As announced', isSilent: false }
const [before, due] = [new Date('2026-03-21T06:59:59Z'), new Date('2026-03-21T07:00:00Z')]

let board: Awaited<ReturnType<typeof makeBoard>>
beforeEach(async () => {
  await db.plannedRelease.deleteMany()
  board = await makeBoard(db)
  // A role in the conference, which is asked for when its time has come.
  await db.membership.create({
    data: { userId: board.ann.id, conferenceId: board.conference.id, role: 'organizer' },
  })
})

const move = (...asked: { sessionId: string; place: BoardPlace }[]) =>
  moveOnBoard(db, board.ann.granted, { moves: movesSchema.parse(asked), seen: 99, timeZone: 'Europe/Paris' }, now)
const plans = (given: Partial<DraftPlan> = {}, at = now) =>
  planDraft(db, board.ann.granted, { ...plan, ...given, timeZone: 'Europe/Paris' }, at)
const run = (at: Date) => publishPlanned(db, () => at)
const load = () => loadBoard(db, board.bo.granted)
const startOf = async (id: string) => (await load()).sessions.find((session) => session.id === id)?.startAt
const releases = async () =>
  (await listReleases(db, board.conference.id)).map(({ number, kind, note, by, at }) => [number, kind, note, by, at])

const published = (number: number) => ({ how: 'published', number, left: [], by: null })

describe('a planned release', () => {
  it('publishes the draft as it is at its time, not as it was planned, and not before', async () => {
    const { first, second, loft, ann } = board
    await move({ sessionId: first, place: hour(12, loft) })
    expect(await plans()).toEqual({ ok: true, dueAt: due.toISOString(), isTwice: false })
    await move({ sessionId: second, place: hour(13, loft) })
    const author = { userId: ann.id, by: ann.name }
    const { planned, draft } = await load()
    expect([planned, draft.version]).toEqual([
      { dueAt: due.toISOString(), note: 'As announced', isSilent: false, author, ended: null },
      3,
    ])
    await run(before)
    expect(await startOf(first)).toBe(hour(8).startAt)
    await run(due)
    expect([await startOf(first), await startOf(second)]).toEqual([hour(12).startAt, hour(13).startAt])
    expect(await releases()).toEqual([[1, 'draft', 'As announced', ann.name, due]])
    const after = await load()
    expect([after.planned?.ended, after.draft.moves]).toEqual([published(1), []])
    // Whoever looks at it as it was before calls off nothing, and sees what came of it.
    expect(await callOffPlan(db, board.bo.granted, { isEnded: false }, now)).toBe(false)
    expect((await load()).planned?.ended).toEqual(published(1))
    await callOffPlan(db, board.bo.granted, { isEnded: true }, now)
    expect((await load()).planned).toBeNull()
  })

  it('runs once, in however many processes, and nothing is published when it was called off', async () => {
    await move({ sessionId: board.first, place: hour(12, board.loft) })
    await plans()
    await Promise.all([run(due), run(due), run(due)])
    await run(due)
    expect((await releases()).length).toBe(1)
    await move({ sessionId: board.first, place: hour(14, board.loft) })
    await plans()
    expect(await callOffPlan(db, board.bo.granted, { isEnded: false }, now)).toBe(true)
    expect(await callOffPlan(db, board.bo.granted, { isEnded: false }, now)).toBe(false)
    await run(due)
    expect((await releases()).length).toBe(1)
  })

  it('is at another time when it is planned again, and is over when somebody publishes before', async () => {
    await move({ sessionId: board.first, place: hour(12, board.loft) })
    await plans()
    await plans({ time: '09:30', isSilent: true })
    await run(due)
    const { planned, draft, version } = await load()
    expect([planned?.dueAt, planned?.isSilent, await releases()]).toEqual(['2026-03-21T08:30:00.000Z', true, []])
    const seen = { draft: draft.version, program: version }
    await publishDraft(db, board.bo.granted, { seen, note: null, isSilent: false }, now)
    expect((await load()).planned).toBeNull()
  })

  it('publishes what still fits, keeps what the programme moved itself, and tells what was left', async () => {
    const { first, second, third, loft, conference } = board
    await move(
      { sessionId: first, place: hour(12, loft) },
      { sessionId: second, place: hour(13, loft) },
      { sessionId: third, place: tray },
    )
    await plans()
    // An import moves the one and cancels the other.
    await db.session.update({ where: { id: second }, data: { startAt: hour(17).startAt, endAt: hour(17).endAt } })
    await setCancelled(db, board.ann.granted, third, true, now)
    await run(due)
    const { planned, draft } = await load()
    expect([await startOf(first), await startOf(second), planned?.ended]).toEqual([
      hour(12).startAt,
      hour(17).startAt,
      {
        ...published(2),
        left: [
          { title: 'Session 2', why: 'moved' },
          { title: 'Session 3', why: 'gone' },
        ],
      },
    ])
    expect(draft.moves.map(({ sessionId }) => sessionId)).toEqual([second])
    expect(await db.session.count({ where: { conferenceId: conference.id, status: 'cancelled' } })).toBe(1)
  })

  it('publishes nothing for whoever may no longer publish, and tells that', async () => {
    await move({ sessionId: board.first, place: hour(12, board.loft) })
    await plans()
    await db.membership.deleteMany({ where: { userId: board.ann.id } })
    const { version } = (await load()).draft
    await run(due)
    const { planned, draft } = await load()
    expect([planned?.ended, draft.moves.length, draft.version, await releases()]).toEqual([
      { how: 'not-allowed', number: null, left: [], by: null },
      1,
      version + 1,
      [],
    ])
  })

  it.each([
    ['the draft is empty', 'empty', () => discardDraft(db, board.bo.granted, now)],
    ['the programme moved all of it', 'unfit', () => put(hour(17).startAt, hour(17).endAt)],
    ['the programme has all of it there', 'unchanged', () => put(hour(12).startAt, hour(12).endAt)],
  ] as const)('publishes nothing where %s, and says that', async (_, how, before) => {
    await move({ sessionId: board.first, place: hour(12, board.hall) })
    await plans()
    await before()
    await run(due)
    expect([(await load()).planned?.ended?.how, (await load()).planned?.ended?.number]).toEqual([how, null])
  })
  const put = (startAt: string | null, endAt: string | null) =>
    db.session.update({ where: { id: board.first }, data: { startAt, endAt } })

  it('is told to whoever planned it as called off by another, and its release as planned', async () => {
    const { first, loft, ann, bo } = board
    await move({ sessionId: first, place: hour(12, loft) })
    await plans()
    await callOffPlan(db, bo.granted, { isEnded: false }, now)
    const by = { userId: bo.id, by: bo.name }
    expect((await load()).planned?.ended).toEqual({ how: 'called-off', number: null, left: [], by })
    await plans()
    expect((await load()).planned?.ended).toBeNull()
    expect(await callOffPlan(db, ann.granted, { isEnded: false }, now)).toBe(true)
    expect((await load()).planned).toBeNull()
    await plans()
    await run(due)
    expect((await listReleases(db, board.conference.id)).map(({ isPlanned }) => isPlanned)).toEqual([true])
  })

  it('holds alerts back from then on where nobody is to be told yet', async () => {
    await move({ sessionId: board.first, place: hour(12, board.loft) })
    await plans({ isSilent: true })
    expect(await heldSince(db, board.conference.id)).toBeNull()
    await run(due)
    expect(await heldSince(db, board.conference.id)).toEqual(due)
  })
})

describe('its time', () => {
  it('is one of the conference’s clocks: none that they skip, and of two that of before they change', async () => {
    await move({ sessionId: board.first, place: hour(12, board.loft) })
    expect([
      await plans({ dayOn: '2026-03-29', time: '02:30' }),
      await plans({ dayOn: '2026-03-29', time: '03:30' }),
      await plans({ dayOn: '2026-10-25', time: '02:30' }),
      await plans({ dayOn: '2026-10-25', time: '03:00' }),
    ]).toEqual([
      { ok: false, reason: 'time-skipped' },
      { ok: true, dueAt: '2026-03-29T01:30:00.000Z', isTwice: false },
      { ok: true, dueAt: '2026-10-25T00:30:00.000Z', isTwice: true },
      { ok: true, dueAt: '2026-10-25T02:00:00.000Z', isTwice: false },
    ])
  })

  it('is to come, and there is something to publish', async () => {
    const empty = await plans()
    await move({ sessionId: board.first, place: hour(12, board.loft) })
    expect([empty, await plans({}, due)]).toEqual([
      { ok: false, reason: 'nothing-moved' },
      { ok: false, reason: 'time-over' },
    ])
  })
})
