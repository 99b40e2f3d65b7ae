import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parseFiles } from '@/lib/formats/parse'
import type { Parse } from '@/lib/schedule/bring-in/read-material'
import { applyBringIn, previewBringIn } from '@/lib/schedule/bring-in/bring-in'
import { guardCodes } from '@/lib/schedule/bring-in/guards/guards'
import { listReleases } from '@/lib/schedule/releases/list-releases'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { sayOneRoomAction, splitRoomAction, takeBackSplitAction } from './actions'
import { listSplits } from './list-splits'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))
const now = new Date('2026-03-20T12:00:00Z')
const parse: Parse = async (files, request) => parseFiles(files, request)

let everybody: Everybody
let made = 0
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

const table = (...rows: string[]) => ['Day,Start,End,Title,Room', ...rows.map((row) => `2026-03-24,${row}`)].join('\n')
const three = table('09:00,10:00,Fog,Hall + Loft', '10:00,11:00,Dew,Hall', '11:00,12:00,Ice,Attic')

async function bringIn(text: string, conference: { id: string } | null, visibility: 'public' | 'private' = 'public') {
  const slug = `split${++made}`
  const files = [{ name: 'text', bytes: new TextEncoder().encode(text) }]
  const known = conference && { id: conference.id, timeZone: 'Europe/Paris' }
  const request = {
    ...{ files, address: null, siteKey: null, problems: [], conference: known, sourceName: null },
    ...{ timeZone: 'Europe/Paris', accept: conference ? guardCodes : [] },
  }
  const make = conference ? null : { slug, name: slug, visibility, ownerId: null }
  const previewed = conference && (await previewBringIn(db, request, parse)).counts
  const done = await applyBringIn(db, request, { make, userId: null }, now, parse)
  if (!done.conference) throw new Error(`Not brought in: ${done.reason}`)
  expect(previewed ?? done.counts).toEqual(done.counts)
  return { ...done.conference, counts: done.counts }
}

async function makePlace(visibility: 'public' | 'private' = 'public') {
  const place = await bringIn(three, null, visibility)
  await everybody.join(place.id)
  const room = await db.room.findFirstOrThrow({ where: { conferenceId: place.id, name: 'Hall + Loft' } })
  return { ...place, room: room.id }
}

/** Of each session its rooms, and the rooms that stand. */
async function shown(conferenceId: string) {
  const sessions = await db.session.findMany({
    where: { conferenceId },
    select: { title: true, rooms: { select: { room: { select: { name: true } } }, orderBy: { position: 'asc' } } },
    orderBy: { number: 'asc' },
  })
  const rooms = await db.room.findMany({ where: { conferenceId, archivedAt: null }, orderBy: { name: 'asc' } })
  return [
    Object.fromEntries(sessions.map(({ title, rooms: its }) => [title, its.map(({ room }) => room.name)])),
    rooms.map(({ name }) => name),
  ]
}

/** As the list of releases says it. */
async function lastRelease(conferenceId: string) {
  const [last] = await listReleases(db, conferenceId)
  return last && { kind: last.kind, subject: last.subject, rooms: last.rooms }
}

const into = ['Hall', 'Loft']
const together = { Fog: ['Hall', 'Loft'], Dew: ['Hall'], Ice: ['Attic'] }
const asBefore = [{ Fog: ['Hall + Loft'], Dew: ['Hall'], Ice: ['Attic'] }, ['Attic', 'Hall', 'Hall + Loft']]

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each<[string, (place: Awaited<ReturnType<typeof makePlace>>) => Promise<{ ok: boolean }>]>([
    ['make a room two', ({ slug, room }) => splitRoomAction({ conference: slug, room, into })],
    ['say that it is one', ({ slug, room }) => sayOneRoomAction({ conference: slug, room })],
  ])('lets organizers %s', async (_, run) => {
    const heard = await everybody.ask(async () => run(await makePlace(visibility)))
    expect(heard).toEqual(answersFor(['organizer', 'owner'], visibility))
  })

  it('lets organizers take that back', async () => {
    const { slug, id } = await makePlace(visibility)
    const heard = await everybody.ask(async () => {
      const split = { name: 'Hall + Loft', into: [], sessions: [], made: [] }
      const key = { conferenceId: id, key: 'hall + loft' }
      await db.roomSplit.upsert({ where: { conferenceId_key: key }, create: { ...key, ...split }, update: {} })
      return takeBackSplitAction({ conference: slug, key: 'hall + loft' })
    })
    expect(heard).toEqual(answersFor(['organizer', 'owner'], visibility))
  })
})

it('puts its sessions in both, keeps that over imports, and takes it back', async () => {
  const { id, slug, room } = await makePlace()
  everybody.become('owner')
  expect(await shown(id)).toEqual(asBefore)
  expect(await splitRoomAction({ conference: slug, room, into })).toEqual({ ok: true, value: { sessions: 1 } })
  expect(await shown(id)).toEqual([together, ['Attic', 'Hall', 'Loft']])
  expect(await lastRelease(id)).toEqual({ kind: 'split', subject: 'Hall + Loft', rooms: into })

  // The same again is nothing new; what is new comes into both.
  expect((await bringIn(three, { id })).counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  const four = `${three}\n2026-03-24,12:00,13:00,Rain,hall + LOFT`
  expect((await bringIn(four, { id })).counts).toMatchObject({ added: 1, changed: 0, unchanged: 3 })
  expect(await shown(id)).toEqual([{ ...together, Rain: ['Hall', 'Loft'] }, ['Attic', 'Hall', 'Loft']])

  expect(await takeBackSplitAction({ conference: slug, key: 'hall + loft' })).toMatchObject({ value: { sessions: 1 } })
  expect(await lastRelease(id)).toEqual({ kind: 'split', subject: 'Hall + Loft', rooms: [] })
  // What came with an import since follows its source with the next one, and the room that was made goes with it.
  expect((await bringIn(four, { id })).counts).toMatchObject({ changed: 1, unchanged: 3 })
  expect((await shown(id))[0]).toEqual({ Fog: ['Hall + Loft'], Dew: ['Hall'], Ice: ['Attic'], Rain: ['Hall + Loft'] })
  expect(await db.override.count({ where: { session: { conferenceId: id } } })).toBe(0)
})

it('takes back at once what nobody used, and leaves what somebody moved since', async () => {
  const { id, slug, room } = await makePlace()
  everybody.become('owner')
  await splitRoomAction({ conference: slug, room, into })
  await takeBackSplitAction({ conference: slug, key: 'hall + loft' })
  expect(await shown(id)).toEqual(asBefore)

  await splitRoomAction({ conference: slug, room, into })
  const loft = await db.room.findFirstOrThrow({ where: { conferenceId: id, name: 'Loft' } })
  await db.sessionRoom.deleteMany({ where: { roomId: loft.id } })
  expect(await takeBackSplitAction({ conference: slug, key: 'hall + loft' })).toMatchObject({ value: { sessions: 0 } })
  expect((await shown(id))[0]).toMatchObject({ Fog: ['Hall'] })
})

it('refuses a room to be itself or twice the same, and asks no more of one that is one', async () => {
  const { id, slug, room } = await makePlace()
  everybody.become('owner')
  const split = (names: string[]) => splitRoomAction({ conference: slug, room, into: names })
  expect([
    await split(['Hall + Loft', 'Hall']),
    await split(['Hall', 'HALL']),
    await split(['Hall', '']),
    await split(['Hall']),
  ]).toMatchObject(Array.from({ length: 4 }, () => ({ ok: false, reason: 'INVALID' })))
  expect(await shown(id)).toEqual(asBefore)
  await sayOneRoomAction({ conference: slug, room })
  expect(await listSplits(db, id)).toEqual([{ key: 'hall + loft', name: 'Hall + Loft', into: [] }])
  expect((await bringIn(three, { id })).counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  expect(await shown(id)).toEqual(asBefore)
})
