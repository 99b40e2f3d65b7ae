import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import type { Program } from '@/lib/program/program'
import { guardCodes } from './guards/guards'
import { importProgram } from './import-program'

const { db } = await testDatabase()
const isLong = Boolean(process.env.HALLWAY_LONG)
const runs = isLong ? 100 : 6
const patience = { timeout: isLong ? 600_000 : 60_000 }
const site = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }

// Some of one title, some of nearly one, some of one speaker: told apart by what people tell them apart by.
const talks = [
  { title: 'Welcome', speakers: [] },
  { title: 'Rust for operators', speakers: ['Ann Lee, Acme'] },
  { title: 'Rust for cluster operators', speakers: ['Bo Li'] },
  { title: 'Ships', speakers: ['Ann Lee, Acme', 'Bo Li'] },
  { title: 'Ships', speakers: ['Zoë'] },
  { title: 'Lunch', speakers: [] },
  { title: '🎉', speakers: [] },
].map((talk, index) => ({ ...talk, sourceId: String(index + 1) }))

/** When and where a talk is in one version of the programme; null: it is not in it. */
const placing = fc.option(
  fc.record({
    day: fc.constantFrom('2026-03-24', '2026-03-25'),
    hour: fc.option(fc.integer({ min: 7, max: 17 })),
    rooms: fc.uniqueArray(fc.constantFrom('Hall A', 'Hall B', 'G104-105'), { maxLength: 2 }),
    track: fc.option(fc.constantFrom('Code', 'Ops')),
    cancelled: fc.boolean(),
  }),
  { freq: 4 },
)
const version = fc.tuple(...talks.map(() => placing)).filter((placings) => placings.some((one) => one !== null))

/** Versions of one programme, of a source that gives ids, or of one that does not. */
const versions = fc
  .tuple(version, version, fc.boolean())
  .map(([first, second, hasIds]) => ({ first: programOf(first, hasIds), second: programOf(second, hasIds) }))

type Placing = typeof placing extends fc.Arbitrary<infer Value> ? Value : never

type Versions = { first: Program; second: Program }

function programOf(placings: readonly Placing[], hasIds: boolean): Program {
  const sessions = placings.flatMap((place, index) => {
    const talk = talks[index]
    if (!place || !talk) return []
    const { day, hour, track, ...rest } = place
    const at = (of: number | null) => (of === null ? null : `${day}T${String(of).padStart(2, '0')}:00:00.000Z`)
    const times = { dayOn: day, startAt: at(hour), endAt: at(hour === null ? null : hour + 1) }
    return [
      {
        ...rest,
        ...talk,
        ...times,
        sourceId: hasIds ? talk.sourceId : null,
        rawTitle: talk.title,
        track: track ?? undefined,
      },
    ]
  })
  return aProgram(sessions)
}

const order = fc.array(fc.nat(), { minLength: talks.length, maxLength: talks.length })

/** One source of a new conference, into which programmes come one after the other, a day apart. */
async function newSource() {
  const { id: conferenceId } = await makeConference(db, { sessions: 0 })
  let [hour, sourceId] = [0, '']
  const bring = async (program: Program) => {
    const source = sourceId ? { id: sourceId } : site
    const request = { conferenceId, source, program, problems: [], userId: null, bytes: 10, accept: guardCodes }
    const outcome = await importProgram(db, request, new Date(Date.UTC(2026, 0, 1, hour++)))
    if (!outcome.ok) throw new Error(outcome.reason)
    sourceId = outcome.sourceId
    return outcome
  }
  return { conferenceId, bring }
}

/** What people see of each session, by its id. */
async function sessionsOf(conferenceId: string) {
  const rows = await db.session.findMany({
    where: { conferenceId },
    orderBy: { id: 'asc' },
    include: {
      rooms: { include: { room: true }, orderBy: { position: 'asc' } },
      speakers: { include: { speaker: true }, orderBy: { position: 'asc' } },
      track: true,
    },
  })
  return rows.map(({ id, title, status, dayOn, startAt, endAt, rooms, speakers, track }) => ({
    id,
    seen: {
      title,
      status,
      dayOn,
      startAt,
      endAt,
      rooms: rooms.map(({ room }) => room.name),
      speakers: speakers.map(({ speaker }) => `${speaker.name}, ${speaker.company}`),
      track: track?.name,
    },
  }))
}

/** All that an import could write, but for the log of runs. */
async function everything(conferenceId: string) {
  const where = { where: { conferenceId } }
  return [
    await db.conference.findUnique({ where: { id: conferenceId } }),
    await sessionsOf(conferenceId),
    await db.session.findMany({ ...where, orderBy: { id: 'asc' } }),
    await db.room.findMany({ ...where, orderBy: { id: 'asc' } }),
    await db.track.findMany({ ...where, orderBy: { id: 'asc' } }),
    await db.speaker.findMany({ ...where, orderBy: { id: 'asc' } }),
    await db.change.count(where),
    await db.release.count(where),
    await db.sourceSession.findMany({
      where: { source: { conferenceId } },
      orderBy: [{ key: 'asc' }, { sessionId: 'asc' }],
    }),
  ]
}

it('the same once more, in whatever order, writes nothing', patience, async () => {
  const property = async ({ first: program }: Versions, order: number[]) => {
    const { conferenceId, bring } = await newSource()
    await bring(program)
    const before = await everything(conferenceId)
    await bring(program)
    expect(await everything(conferenceId)).toEqual(before)
    await bring(reordered(program, order))
    expect(await everything(conferenceId)).toEqual(before)
  }
  await fc.assert(fc.asyncProperty(versions, order, property), {
    numRuns: runs,
  })
})

it('a file in another order is the same programme', patience, async () => {
  const property = async ({ first: program }: Versions, order: number[]) => {
    const [one, other] = [await newSource(), await newSource()]
    await one.bring(program)
    await other.bring(reordered(program, order))
    const seen = async (conferenceId: string) =>
      (await sessionsOf(conferenceId)).map((row) => JSON.stringify(row.seen)).sort()
    expect(await seen(other.conferenceId)).toEqual(await seen(one.conferenceId))
  }
  await fc.assert(fc.asyncProperty(versions, order, property), {
    numRuns: runs,
  })
})

it('a programme that goes and comes back is the same sessions, with what people have of them', patience, async () => {
  const person = await makePerson(db)
  const property = async ({ first, second }: Versions) => {
    const { conferenceId, bring } = await newSource()
    await bring(first)
    const before = await sessionsOf(conferenceId)
    await db.pick.createMany({
      data: before.map(({ id }) => ({ sessionId: id, conferenceId, userId: person.id, rank: 'first', revision: 1n })),
    })
    await bring(second)
    await bring(first)
    const after = new Map((await sessionsOf(conferenceId)).map(({ id, seen }) => [id, seen]))
    expect(before.map(({ id }) => ({ id, seen: after.get(id) }))).toEqual(before)
    // What only the second had stays, cancelled.
    const firsts = new Set(before.map(({ id }) => id))
    expect([...after].filter(([id, { status }]) => !firsts.has(id) && status !== 'cancelled')).toEqual([])
    const picked = await db.pick.findMany({ where: { conferenceId, droppedAt: null }, select: { sessionId: true } })
    expect(picked.map(({ sessionId }) => sessionId).sort()).toEqual([...firsts].sort())
  }
  await fc.assert(fc.asyncProperty(versions, property), { numRuns: runs })
})

function reordered(program: Program, order: number[]): Program {
  const sessions = program.sessions
    .map((one, index) => ({ one, at: order[index] ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
  return { ...program, sessions }
}
