import { beforeEach, describe, expect, it } from 'vitest'
import { partCalendar } from '@/lib/feeds/conference-calendar'
import { partAt } from '@/lib/program/parts'
import { announce } from '@/lib/rooms/server/announce'
import { createStewardLink, findDoor, insertStewardLink } from '@/lib/rooms/server/steward-links'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import type { MergedKind } from '@/lib/schedule/merging/kinds'
import { editRoom } from '@/lib/schedule/edit/edit-room'
import { mergeParts } from '@/lib/schedule/merging/merge-parts'
import { undoMerge } from '@/lib/schedule/merging/undo-merge'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { granted } from './factories/granted'
import { partId } from './factories/part-id'
import { aProgram } from './factories/program'

// Every kind of address that a part had before it was merged leads to what it became, however often, and is its own
// again when that is taken back.

const { db } = await testDatabase()
const now = new Date('2026-03-01T10:00:00Z')

let conferenceId: string
let userId: string
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  userId = (await db.user.create({ data: { email: `${conferenceId}@example.org` } })).id
  const program = aProgram([
    { title: 'One', rooms: ['A'], track: 'A', speakers: ['A'] },
    { title: 'Two', rooms: ['B'], track: 'B', speakers: ['B'] },
    { title: 'Three', rooms: ['C'], track: 'C', speakers: ['C'] },
  ])
  const source = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const request = { conferenceId, source, program, problems: [], userId, bytes: 10, accept: [] }
  await importProgram(db, request, now)
})

const idOf = (kind: MergedKind, name: string) => partId(db, conferenceId, kind, name)

async function merge(kind: MergedKind, from: string, to: string): Promise<string> {
  const pair = { kind, part: await idOf(kind, from), into: await idOf(kind, to) }
  return (await mergeParts(db, granted(conferenceId, userId), pair, now)).merge
}

/** The slug of the page to which an address leads. */
async function page(kind: MergedKind, slug: string): Promise<string | undefined> {
  const agenda = await loadAgenda(db, conferenceId)
  return agenda ? partAt(agenda, kind, slug)?.part.slug : undefined
}

/** Where a calendar leads, or the UIDs of what stands in it. */
async function calendar(kind: MergedKind, slug: string): Promise<string | string[] | null> {
  const conference = await db.conference.findUniqueOrThrow({ where: { id: conferenceId } })
  const context = { db, conference, publicUrl: 'http://localhost', instanceId: 'test', params: { slug } }
  const answer = await partCalendar(context, kind)
  if (answer === null) return null
  if ('movedTo' in answer) return answer.movedTo
  const standing = answer.text.split('BEGIN:VEVENT').filter((event) => !event.includes('STATUS:CANCELLED'))
  return standing.flatMap((event) => /^UID:(.*)\r$/m.exec(event)?.[1] ?? []).toSorted()
}

describe.each([
  ['room', 'rooms'],
  ['track', 'tracks'],
  ['speaker', 'speakers'],
] as const)('of a %s', (kind, folder) => {
  it('lead to what it became, and to what that became', async () => {
    const own = [await calendar(kind, 'a'), await calendar(kind, 'b'), await calendar(kind, 'c')].flat()
    const first = await merge(kind, 'A', 'B')
    expect([await page(kind, 'a'), await page(kind, 'b')]).toEqual(['b', 'b'])
    expect(await calendar(kind, 'a')).toBe(`${folder}/b.ics`)
    const second = await merge(kind, 'B', 'C')
    expect([await page(kind, 'a'), await page(kind, 'b'), await page(kind, 'c')]).toEqual(['c', 'c', 'c'])
    expect([await calendar(kind, 'a'), await calendar(kind, 'b')]).toEqual([`${folder}/c.ics`, `${folder}/c.ics`])
    expect(await calendar(kind, 'c')).toEqual(own.toSorted())

    await undoMerge(db, granted(conferenceId, userId), second, now)
    expect([await page(kind, 'a'), await page(kind, 'b'), await page(kind, 'c')]).toEqual(['b', 'b', 'c'])
    await undoMerge(db, granted(conferenceId, userId), first, now)
    expect([await page(kind, 'a'), await page(kind, 'b')]).toEqual(['a', 'b'])
    expect([await calendar(kind, 'a'), await calendar(kind, 'b'), await calendar(kind, 'c')].flat()).toEqual(own)
  })
})

it('of a part are given to no other while they are its own, whatever led there before', async () => {
  const b = await idOf('room', 'B')
  await db.addressAlias.create({ data: { conferenceId, kind: 'room', slug: 'a', partId: b } })
  const edit = { name: 'A', floor: null, zone: null, capacity: null, capacityKind: 'seats' as const }
  await editRoom(db, granted(conferenceId, userId), b, edit, now)
  expect(await db.room.findUnique({ where: { id: b }, select: { slug: true } })).toEqual({ slug: 'a-2' })
})

it('of a steward, and the sign with it, count at the room that it became', async () => {
  const roomId = await idOf('room', 'A')
  const { secret } = await insertStewardLink(db, { conferenceId, roomId, name: 'Door', createdById: null }, now)
  const counted = async () => (await findDoor(db, secret))?.roomId
  const id = await merge('room', 'A', 'B')
  expect(await counted()).toBe(await idOf('room', 'B'))
  await undoMerge(db, granted(conferenceId, userId), id, now)
  expect(await counted()).toBe(roomId)
})

it('makes what a form of before asks for at the room that its room became', async () => {
  const [a, c] = [await idOf('room', 'A'), await idOf('room', 'C')]
  await merge('room', 'A', 'B')
  await merge('room', 'B', 'C')
  const make = (roomId: string) => createStewardLink(db, granted(conferenceId, userId), { roomId, name: 'Mo' }, now)
  const { room, secret } = await make(a)
  expect([room, (await findDoor(db, secret))?.roomId]).toEqual(['C', c])
  const said = { roomId: a, sessionId: null, body: 'Doors open late.', language: 'en' as const }
  const { id: announcement } = await announce(db, granted(conferenceId, userId), said, now)
  expect(await db.announcement.findUnique({ where: { id: announcement } })).toMatchObject({ roomId: c })
  const other = await makeConference(db, { sessions: 0 })
  const { id } = await db.room.create({ data: { conferenceId: other.id, slug: 'd', name: 'D' } })
  await expect(make(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
