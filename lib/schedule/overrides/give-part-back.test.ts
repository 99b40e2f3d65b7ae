import { beforeEach, expect, it } from 'vitest'
import type { Program } from '@/lib/program/program'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { aProgram } from '@/tests/factories/program'
import { importProgram } from '../bring-in/import-program'
import { editRoom } from '../edit/edit-room'
import { editSpeaker } from '../edit/edit-speaker'
import { ensureSpeakers } from '../edit/ensure-speakers'
import { roomEditSchema, speakerEditSchema } from '../edit/schema'
import { givePartBack, takePartAgain } from './give-part-back'
import { listOwnedParts } from './list-owned-parts'
import type { OwnedKind, PartField } from './part-fields'

const { db } = await testDatabase()
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute))

let conferenceId: string
let userId: string
const sources = new Map<string, string>()
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  userId = (await db.user.create({ data: { email: `${conferenceId}@example.org` } })).id
  sources.clear()
})

type Facts = {
  floor?: string | null
  capacity?: number | null
  capacityKind?: 'seats' | 'headsets'
  bio?: string | null
}

/** One talk of Eve's in the hall, of which a source also says this. */
function said({ floor = '1', capacity = 100, capacityKind = 'seats', bio = null }: Facts = {}): Program {
  const program = aProgram([{ title: 'Fog', rooms: ['Hall'], speakers: ['Eve, Sea'] }])
  return {
    ...program,
    rooms: program.rooms.map((room) => ({ ...room, floor, capacity, capacityKind })),
    speakers: program.speakers.map((speaker) => ({ ...speaker, bio })),
  }
}

async function bring(program: Program, name = 'Site') {
  const known = sources.get(name)
  const source = known ? { id: known } : { name, format: 'program-json', siteKey: null, address: null }
  const request = { conferenceId, source, program, problems: [], userId, bytes: 10, accept: [] }
  const outcome = await importProgram(db, request, at(0))
  if (!outcome.ok) throw new Error(outcome.reason)
  sources.set(name, outcome.sourceId)
  return outcome.version
}

const may = () => granted<'editSchedule'>(conferenceId, userId)
const theRoom = () => db.room.findFirstOrThrow({ where: { conferenceId }, orderBy: { position: 'asc' } })
const theSpeaker = () => db.speaker.findFirstOrThrow({ where: { conferenceId } })
const idOf = async (kind: OwnedKind) => (kind === 'room' ? await theRoom() : await theSpeaker()).id

async function edit(kind: OwnedKind, given: Record<string, string>) {
  if (kind === 'room') {
    const { id, name, floor, zone, capacity, capacityKind } = await theRoom()
    const form = {
      name,
      floor: floor ?? '',
      zone: zone ?? '',
      capacity: String(capacity ?? ''),
      capacityKind,
      ...given,
    }
    return editRoom(db, may(), id, roomEditSchema.parse(form), at(1))
  }
  const { id, name, company, tagline, bio } = await theSpeaker()
  const form = { name, company: company ?? '', tagline: tagline ?? '', bio: bio ?? '', ...given }
  return editSpeaker(db, may(), id, speakerEditSchema.parse(form), at(1))
}

async function shown(kind: OwnedKind) {
  if (kind === 'room') {
    const { name, slug, floor, capacity, capacityKind } = await theRoom()
    return { name, slug, floor, capacity, capacityKind }
  }
  const { name, slug, company, tagline, bio } = await theSpeaker()
  return { name, slug, company, tagline, bio }
}

async function owned(kind: OwnedKind) {
  const groups = (await listOwnedParts(db, conferenceId, kind)).get(await idOf(kind)) ?? []
  return groups.map((group) => group.map(({ field, own, says }) => `${field}: ${own} / ${says}`).join(', '))
}

const cases: [OwnedKind, PartField, Record<string, string>, string][] = [
  ['room', 'name', { name: 'Aula' }, 'name: Aula / Hall'],
  ['room', 'floor', { floor: '2' }, 'floor: 2 / 1'],
  ['room', 'floor', { floor: '' }, 'floor:  / 1'],
  ['room', 'capacity', { capacity: '80' }, 'capacity: 80 / 100'],
  ['room', 'capacity', { capacity: '' }, 'capacity:  / 100'],
  [
    'room',
    'capacityKind',
    { capacity: '80', capacityKind: 'headsets' },
    'capacity: 80 / 100, capacityKind: headsets / seats',
  ],
  ['speaker', 'name', { name: 'Eva' }, 'name: Eva / Eve'],
  ['speaker', 'company', { company: '' }, 'company:  / Sea'],
  ['speaker', 'tagline', { tagline: 'Sails' }, 'tagline: Sails / '],
  ['speaker', 'bio', { bio: 'One.\nTwo.' }, 'bio: One.\nTwo. / '],
]

it.each(cases)(
  'keeps a %s’s own %s over imports, says what the source says, and gives it back',
  async (kind, field, given, line) => {
    await bring(said())
    const before = await shown(kind)
    expect(await owned(kind)).toEqual([])
    await edit(kind, given)
    const decided = await shown(kind)
    expect(decided).toMatchObject(
      Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          name === 'capacity' ? Number(value) || null : value || null,
        ]),
      ),
    )
    expect(await owned(kind)).toEqual([line])
    const version = await bring(said())
    expect([await shown(kind), await owned(kind)]).toEqual([decided, [line]])
    expect(await bring(said())).toBe(version)

    const id = await idOf(kind)
    const back = await givePartBack(db, may(), { kind, id, field }, at(3))
    expect([await shown(kind), await owned(kind)]).toEqual([before, []])
    expect(await bring(said())).toBe(back.version)

    await takePartAgain(db, may(), { kind, id, version: back.version ?? 0 }, at(5))
    expect([await shown(kind), await owned(kind)]).toEqual([decided, [line]])
    await bring(said())
    expect(await shown(kind)).toEqual(decided)
    expect(await db.speaker.count({ where: { conferenceId } })).toBe(1)
  },
)

it('follows its source in what nobody decided, but not into silence about a room', async () => {
  await bring(said({ bio: 'Old' }))
  await edit('room', { floor: '2' })
  await edit('speaker', { company: 'Land' })
  await bring(said({ floor: '9', capacity: 120, bio: 'New' }))
  expect(await shown('room')).toMatchObject({ floor: '2', capacity: 120 })
  expect(await shown('speaker')).toMatchObject({ company: 'Land', bio: 'New' })
  await bring(said({ floor: null, capacity: null }))
  expect(await shown('room')).toMatchObject({ floor: '2', capacity: 120 })
  expect(await owned('room')).toEqual(['floor: 2 / 9'])
  expect(await shown('speaker')).toMatchObject({ company: 'Land', bio: null })
})

it('leaves headsets that somebody counted, where the source says another number of seats', async () => {
  await bring(said())
  await edit('room', { capacity: '30', capacityKind: 'headsets' })
  await bring(said({ capacity: 300 }))
  expect(await shown('room')).toMatchObject({ capacity: 30, capacityKind: 'headsets' })
})

it('lets the first source speak for a room, and another only complete it', async () => {
  await bring(said({ floor: null }))
  await bring(said({ floor: '3', capacity: 500 }), 'Other')
  expect(await shown('room')).toMatchObject({ floor: '3', capacity: 100 })
  const version = await bring(said({ floor: null }))
  expect(await bring(said({ floor: '3', capacity: 500 }), 'Other')).toBe(version)
  await edit('room', { floor: '' })
  await bring(said({ floor: '3', capacity: 500 }), 'Other')
  expect(await shown('room')).toMatchObject({ floor: null, capacity: 100 })
})

it('takes what a room was called and held before sources were remembered for somebody’s own word', async () => {
  await bring(said())
  const { id } = await theRoom()
  await db.$executeRaw`
    UPDATE "Room" SET "imported" = NULL, "sourceId" = NULL, "name" = 'Aula', "capacity" = 80 WHERE "id" = ${id}::uuid`
  await bring(said())
  expect(await shown('room')).toMatchObject({ name: 'Aula', capacity: 80 })
  expect(await owned('room')).toEqual(['name: Aula / Hall', 'capacity: 80 / 100'])
})

it('knows a speaker who is called otherwise by hand, in calendars and by what their source says', async () => {
  await bring(said())
  await edit('speaker', { name: 'Eva' })
  expect(await db.session.findFirstOrThrow({ where: { conferenceId } })).toMatchObject({ sequence: 1 })
  await bring(aProgram([{ title: 'Fog', rooms: ['Hall'], speakers: ['Eve, Shore'] }]))
  const speakers = await db.speaker.findMany({
    where: { conferenceId },
    select: { id: true, name: true, company: true },
  })
  expect(speakers).toEqual([{ id: expect.any(String) as string, name: 'Eva', company: 'Shore' }])
  const people = [
    { name: 'Eve', company: 'Shore' },
    { name: 'Eva', company: 'Shore' },
  ]
  expect(await db.$transaction((tx) => ensureSpeakers(tx, conferenceId, people))).toEqual(speakers.map(({ id }) => id))
})

it('decides nothing by what is as it was, nor of what is of no source', async () => {
  await bring(said())
  const version = (await db.conference.findUniqueOrThrow({ where: { id: conferenceId } })).version
  await edit('speaker', {})
  await edit('room', { zone: 'North' })
  expect([await owned('speaker'), await owned('room')]).toEqual([[], []])
  expect(await db.conference.findUniqueOrThrow({ where: { id: conferenceId } })).toMatchObject({ version: version + 1 })
  const byHand = await db.room.create({ data: { conferenceId, slug: 'attic', name: 'Attic', position: -1 } })
  await edit('room', { floor: '4' })
  expect([await shown('room'), await owned('room')]).toMatchObject([{ name: 'Attic', floor: '4' }, []])
  await expect(givePartBack(db, may(), { kind: 'room', id: byHand.id, field: 'floor' }, at(3))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('refuses what was changed since, what nobody gave back, and what is elsewhere', async () => {
  await bring(said())
  await edit('speaker', { name: 'Eva' })
  const id = await idOf('speaker')
  const give = (where = conferenceId) =>
    givePartBack(db, granted(where, userId), { kind: 'speaker', id, field: 'name' }, at(3))
  const other = await makeConference(db, { sessions: 0 })
  await expect(give(other.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const version = (await give()).version ?? 0
  await expect(give()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const again = (of: number) => takePartAgain(db, may(), { kind: 'speaker', id, version: of }, at(5))
  await expect(again(999)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await edit('speaker', { name: 'Evi' })
  await expect(again(version)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('refuses to take again what its source says otherwise since', async () => {
  await bring(said())
  await edit('room', { floor: '2' })
  const { id } = await theRoom()
  const { version } = await givePartBack(db, may(), { kind: 'room', id, field: 'floor' }, at(3))
  await db.room.update({ where: { id }, data: { floor: '7' } })
  await expect(takePartAgain(db, may(), { kind: 'room', id, version: version ?? 0 }, at(5))).rejects.toMatchObject({
    code: 'CONFLICT',
  })
})
