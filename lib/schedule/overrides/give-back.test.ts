import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { aProgram } from '@/tests/factories/program'
import type { OverridableField } from '@/lib/program/snapshot'
import type { Program } from '@/lib/program/program'
import { importProgram } from '../bring-in/import-program'
import { setCancelled } from '../edit/cancel-session'
import { editRoom } from '../edit/edit-room'
import { editSession } from '../edit/edit-session'
import { sessionEditSchema } from '../edit/schema'
import { setSessionLinks } from '../edit/session-links'
import { giveBack, takeAgain } from './give-back'
import { listOwned } from './list-owned'

const { db } = await testDatabase()
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute))

let conferenceId: string
let userId: string
let source: { id: string } | undefined
let session: { id: string; sourceId: string | null }
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  userId = (await db.user.create({ data: { email: `${conferenceId}@example.org` } })).id
  source = undefined
  await bring(said)
  session = await db.session.findFirstOrThrow({ where: { conferenceId } })
})

const said = aProgram([
  { title: 'Fog', rooms: ['Hall'], track: 'Air', speakers: ['Eve, Sea'], language: 'en', level: 'All' },
])

async function bring(program: Program, minute = 0) {
  const made = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const request = { conferenceId, source: source ?? made, program, problems: [], userId, bytes: 10, accept: [] }
  const outcome = await importProgram(db, request, at(minute))
  if (!outcome.ok) throw new Error(outcome.reason)
  source = { id: outcome.sourceId }
  return outcome.counts
}

const may = () => granted<'editSchedule'>(conferenceId, userId)
const form = {
  title: 'Fog',
  dayOn: '2026-03-24',
  start: '09:00',
  end: '10:00',
  kind: 'talk',
  language: 'en',
  level: 'All',
}
const texts = { description: '', capacity: '', speakers: 'Eve, Sea' }

/** Says by hand what is given, and for the rest what the source says. */
async function edit(given: Record<string, string>) {
  const room = await db.room.findFirstOrThrow({ where: { conferenceId, name: given.room ?? 'Hall' } })
  const track = await db.track.findFirstOrThrow({ where: { conferenceId } })
  const all = { ...form, ...texts, track: track.id, ...given, room: room.id }
  await editSession(db, may(), session.id, sessionEditSchema.parse(all), at(1))
}

async function shown(): Promise<Record<string, unknown>> {
  const row = await db.session.findUniqueOrThrow({
    where: { id: session.id },
    include: {
      rooms: { include: { room: true }, orderBy: { position: 'asc' } },
      speakers: { include: { speaker: true }, orderBy: { position: 'asc' } },
    },
  })
  const { title, level, language, startAt, endAt, dayOn, status, slidesUrl, rooms, speakers } = row
  const day = dayOn.toISOString().slice(0, 10)
  const names = { rooms: rooms.map(({ room }) => room.name), speakers: speakers.map(({ speaker }) => speaker.name) }
  return { title, level, language, startAt, endAt, day, status, slidesUrl, ...names }
}

const owned = async () =>
  (await listOwned(db, conferenceId, session)).map((group) =>
    group.map(({ field, own, says }) => `${field}: ${own} / ${says}`).join(', '),
  )

const cases: [OverridableField, () => Promise<unknown>, string][] = [
  ['title', () => edit({ title: 'Mist' }), 'title: Mist / Fog'],
  ['level', () => edit({ level: 'Hard' }), 'level: Hard / All'],
  ['language', () => edit({ language: '' }), 'language:  / en'],
  ['speakers', () => edit({ speakers: 'Bo\nEve, Sea' }), 'speakers: Bo, Eve / Eve'],
  [
    'endAt',
    () => edit({ dayOn: '2026-03-25', start: '11:00', end: '12:00' }),
    'dayOn: 2026-03-25 / 2026-03-24, startAt: 2026-03-25T10:00:00.000Z / 2026-03-24T08:00:00.000Z, ' +
      'endAt: 2026-03-25T11:00:00.000Z / 2026-03-24T09:00:00.000Z',
  ],
  ['status', () => setCancelled(db, may(), session.id, true, at(1)), 'status: cancelled / confirmed'],
  [
    'slidesUrl',
    () => setSessionLinks(db, may(), session.id, { slidesUrl: 'https://x.example/s', replayUrl: null }, at(1)),
    'slidesUrl: https://x.example/s / ',
  ],
  [
    'rooms',
    async () => {
      await db.room.create({ data: { conferenceId, slug: 'attic', name: 'Attic' } })
      await edit({ room: 'Attic' })
    },
    'rooms: Attic / Hall',
  ],
]

it.each(cases)(
  'keeps an own %s over imports, says what the source says, and gives it back',
  async (field, decide, line) => {
    const before = await shown()
    await decide()
    const decided = await shown()
    expect(await owned()).toEqual([line])
    expect(await bring(said, 2)).toMatchObject({ unchanged: 1 })
    expect([await shown(), await owned()]).toEqual([decided, [line]])

    const { version } = await giveBack(db, may(), { session: session.id, field }, at(3))
    expect([await shown(), await owned()]).toEqual([before, []])
    expect(await bring(said, 4)).toMatchObject({ unchanged: 1 })
    expect(await shown()).toEqual(before)

    await takeAgain(db, may(), { session: session.id, version: version ?? 0 }, at(5))
    expect([await shown(), await owned()]).toEqual([decided, [line]])
    expect(await bring(said, 6)).toMatchObject({ unchanged: 1 })
    expect(await shown()).toEqual(decided)
  },
)

it('follows the source again, once it is given back', async () => {
  await edit({ title: 'Mist' })
  const next = aProgram([{ ...said.sessions[0], sourceId: 'Fog', title: 'Dew', rooms: ['Hall'], track: 'Air' }])
  await bring(next, 2)
  expect(await owned()).toEqual(['title: Mist / Dew'])
  await giveBack(db, may(), { session: session.id, field: 'title' }, at(3))
  expect(await shown()).toMatchObject({ title: 'Dew' })
})

it('leaves what else was decided, and tells once', async () => {
  await edit({ title: 'Mist', level: 'Hard' })
  const { sequence } = await db.session.findUniqueOrThrow({ where: { id: session.id } })
  await giveBack(db, may(), { session: session.id, field: 'level' }, at(3))
  expect(await owned()).toEqual(['title: Mist / Fog'])
  expect(await db.session.findUniqueOrThrow({ where: { id: session.id } })).toMatchObject({
    title: 'Mist',
    level: 'All',
    sequence: sequence + 1,
  })
  expect(
    await db.change.findMany({ where: { conferenceId, field: 'level' }, orderBy: { version: 'asc' } }),
  ).toMatchObject([
    { oldValue: 'All', newValue: 'Hard' },
    { oldValue: 'Hard', newValue: 'All' },
  ])
})

it('changes nothing where the own word is the source’s by now', async () => {
  await edit({ title: 'Mist' })
  await bring(aProgram([{ ...said.sessions[0], sourceId: 'Fog', title: 'Mist', rooms: ['Hall'], track: 'Air' }]), 2)
  expect(await giveBack(db, may(), { session: session.id, field: 'title' }, at(3))).toEqual({ version: null })
  expect(await owned()).toEqual([])
})

it('refuses what nobody decided, what was changed since, and what is elsewhere', async () => {
  const give = (where = conferenceId) =>
    giveBack(db, granted(where, userId), { session: session.id, field: 'title' }, at(3))
  await expect(give()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await edit({ title: 'Mist' })
  const other = await makeConference(db, { sessions: 0 })
  await expect(give(other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const version = (await give()).version ?? 0
  const again = (of: number) => takeAgain(db, may(), { session: session.id, version: of }, at(5))
  await expect(again(999)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await edit({ title: 'Dew' })
  await expect(again(version)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('refuses to be undone where what goes with it was decided since', async () => {
  await edit({ dayOn: '2026-03-25', start: '11:00', end: '12:00' })
  const { version } = await giveBack(db, may(), { session: session.id, field: 'startAt' }, at(3))
  await edit({ end: '10:30' })
  await expect(takeAgain(db, may(), { session: session.id, version: version ?? 0 }, at(5))).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})

it('is undone after its source said something else, too', async () => {
  await edit({ title: 'Mist' })
  const { version } = await giveBack(db, may(), { session: session.id, field: 'title' }, at(3))
  await bring(aProgram([{ ...said.sessions[0], sourceId: 'Fog', title: 'Dew', rooms: ['Hall'], track: 'Air' }]), 4)
  expect(await shown()).toMatchObject({ title: 'Dew' })
  await takeAgain(db, may(), { session: session.id, version: version ?? 0 }, at(5))
  expect([await shown(), await owned()]).toMatchObject([{ title: 'Mist' }, ['title: Mist / Dew']])
})

describe('of a room that was renamed since', () => {
  const rename = async (from: string, name: string) => {
    const { id } = await db.room.findFirstOrThrow({ where: { conferenceId, name: from } })
    const room = { name, zone: null, floor: null, capacity: null, capacityKind: 'seats' as const }
    await editRoom(db, may(), id, room, at(2))
  }
  const give = () => giveBack(db, may(), { session: session.id, field: 'rooms' }, at(3))
  beforeEach(async () => {
    await db.room.create({ data: { conferenceId, slug: 'attic', name: 'Attic' } })
    await edit({ room: 'Attic' })
  })

  it('says how it is called now, and is undone', async () => {
    await rename('Hall', 'Aula')
    const { version } = await give()
    expect(await shown()).toMatchObject({ rooms: ['Aula'] })
    expect(await db.change.findFirst({ where: { sessionId: session.id, version: version ?? 0 } })).toMatchObject({
      oldValue: ['Attic'],
      newValue: ['Aula'],
    })
    await takeAgain(db, may(), { session: session.id, version: version ?? 0 }, at(5))
    expect(await shown()).toMatchObject({ rooms: ['Attic'] })
  })

  it('is undone where a room was renamed between', async () => {
    const { version } = await give()
    await rename('Hall', 'Aula')
    await rename('Attic', 'Loft')
    await takeAgain(db, may(), { session: session.id, version: version ?? 0 }, at(5))
    expect([await shown(), await owned()]).toMatchObject([{ rooms: ['Loft'] }, ['rooms: Loft / Hall']])
  })

  it('changes nothing where it is the one that the source means', async () => {
    await rename('Hall', 'Aula')
    await edit({ room: 'Aula' })
    expect(await give()).toEqual({ version: null })
    expect([await shown(), await owned()]).toMatchObject([{ rooms: ['Aula'] }, []])
  })
})
