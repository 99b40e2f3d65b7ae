import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { hour, tray } from '@/tests/factories/board'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { countingClient } from '@/tests/query-counter'
import {
  bringBackAction,
  callOffPlanAction,
  discardDraftAction,
  heedWarningAction,
  ignoreWarningAction,
  moveOnBoardAction,
  planDraftAction,
  publishDraftAction,
  setAbsencesAction,
  setAllowsOverlapAction,
  takeFromDraftAction,
} from './actions'
import { loadBoard } from './load-board'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

async function makePlace(visibility: 'public' | 'private') {
  const { id: conferenceId, slug: conference, sessionIds } = await makeConference(db, { visibility, sessions: 2 })
  await everybody.join(conferenceId)
  const { id: room } = await db.room.create({ data: { conferenceId, slug: 'hall', name: 'Hall' } })
  const { id: speaker } = await db.speaker.create({ data: { conferenceId, slug: 'eve', name: 'Eve' } })
  return { conferenceId, conference, room, speaker, session: sessionIds[0] ?? '', other: sessionIds[1] ?? '' }
}
type Here = Awaited<ReturnType<typeof makePlace>>

const move = ({ conference, session, room }: Here) =>
  moveOnBoardAction({ conference, seen: 0, moves: [{ sessionId: session, place: hour(12, room) }] })

// Each can be walked through twice: by an organizer, and then by the owner.
const doors = {
  'move in the draft': move,
  'take from it': ({ conference, session }: Here) =>
    takeFromDraftAction({ conference, seen: 9, sessionIds: [session] }),
  'discard it': ({ conference }: Here) => discardDraftAction({ conference }),
  'ignore a warning': ({ conference }: Here) => ignoreWarningAction({ conference, key: 'room a b' }),
  'heed it': ({ conference }: Here) => heedWarningAction({ conference, key: 'room a b' }),
  'call off what is planned': ({ conference }: Here) => callOffPlanAction({ conference, isEnded: false }),
  'let a room hold several': ({ conference, room }: Here) =>
    setAllowsOverlapAction({ conference, room, allowsOverlap: true }),
  'say when a speaker cannot': ({ conference, speaker }: Here) =>
    setAbsencesAction({
      conference,
      speaker,
      seen: [],
      absences: [{ startAt: hour(8).startAt ?? '', endAt: '2026-03-24T10:00:00Z' }],
    }),
}

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets organizers %s', async (_door, run) => {
    const place = await makePlace(visibility)
    expect(await everybody.ask(() => run(place))).toEqual(answersFor(['organizer', 'owner'], visibility))
  })

  it.each(['bring back', 'publish', 'plan'])('lets organizers %s', async (door) => {
    const { conference, conferenceId, session, other } = await makePlace(visibility)
    everybody.become('owner')
    let [drafted, program] = [0, 1]
    const prepare = async (sessionId: string) => {
      const moved = await moveOnBoardAction({ conference, seen: 0, moves: [{ sessionId, place: tray }] })
      if (!moved.ok) throw new Error(moved.reason)
      drafted = moved.value.version
      ;({ version: program } = await db.conference.findUniqueOrThrow({ where: { id: conferenceId } }))
      if (door !== 'bring back') return
      const discarded = await discardDraftAction({ conference })
      if (discarded.ok) drafted = discarded.value.version
    }
    await prepare(session)
    const heard = await everybody.ask(async (who) => {
      if (who === 'owner' && door === 'publish') await prepare(other)
      if (door === 'plan') return planDraftAction({ conference, dayOn: '2037-06-01', time: '08:00', note: '' })
      return door === 'publish'
        ? publishDraftAction({ conference, seen: { draft: drafted, program }, note: '' })
        : bringBackAction({ conference, version: drafted })
    })
    const expected = answersFor(['organizer', 'owner'], visibility)
    // What was brought back is there.
    expect(heard).toEqual(door === 'bring back' ? { ...expected, owner: 'NOT_FOUND' } : expected)
  })
})

it("ends at another conference's sessions, rooms and speakers", async () => {
  const [here, there] = [await makePlace('public'), await makePlace('public')]
  everybody.become('owner')
  const reach = { ...there, conference: here.conference }
  const heard: Record<string, string> = {}
  for (const [door, run] of Object.entries(doors)) {
    const said = await run(reach)
    heard[door] = said.ok ? 'ok' : said.reason
  }
  expect(heard).toEqual({
    ...{ 'move in the draft': 'NOT_FOUND', 'let a room hold several': 'NOT_FOUND' },
    'say when a speaker cannot': 'NOT_FOUND',
    // These name nothing of a conference but what its own draft holds.
    ...{ 'take from it': 'ok', 'discard it': 'ok', 'ignore a warning': 'ok', 'heed it': 'ok' },
    'call off what is planned': 'ok',
  })
  const where = { conferenceId: there.conferenceId }
  expect([
    await db.draft.count({ where }),
    await db.absence.count({ where }),
    await db.room.count({ where: { ...where, allowsOverlap: true } }),
  ]).toEqual([0, 0, 0])
})

it('reads no more often for many sessions than for few', async () => {
  const { counting, countQueries } = countingClient(url)
  const [few, many] = [await makeConference(db, { sessions: 1 }), await makeConference(db, { sessions: 60 })]
  const counted = []
  for (const { id } of [few, many]) counted.push(await countQueries(() => loadBoard(counting, granted(id))))
  expect(counted).toEqual([counted[0], counted[0]])
  expect(counted[0]).toBeLessThan(10)
})
