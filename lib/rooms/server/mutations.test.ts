import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { granted } from '@/tests/factories/granted'
import { gatherReadings } from './gather-readings'
import { recordAttendeeReport, recordStewardReport } from './mutations'
import { loadRoomsOfSessions } from './queries'
import type { StewardReport } from '../reports'
import {
  createDoorLinks,
  createStewardLink,
  findStewardLink,
  MOST_LINKS,
  listStewardLinks,
  revokeStewardLinks,
} from './steward-links'

const { db } = await testDatabase()
const insert = gatherReadings(db)
const now = new Date('2026-03-24T10:10:00Z')
const clock = (time: string) => `2026-03-24T${time}.000Z`

let conference: Awaited<ReturnType<typeof makeConference>>
let owner: Awaited<ReturnType<typeof makePerson>>
let room: { id: string }
beforeEach(async () => {
  ;[conference, owner] = [await makeConference(db, { sessions: 2 }), await makePerson(db)]
  room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall' } })
})

const makeLink = (name = 'Door') =>
  createStewardLink(db, granted(conference.id, owner.id), { roomId: room.id, name }, now)
const kept = () =>
  db.reading.findMany({
    where: { conferenceId: conference.id },
    orderBy: [{ readAt: 'asc' }, { id: 'asc' }],
    select: {
      kind: true,
      delta: true,
      level: true,
      minutes: true,
      readAt: true,
      mutedAt: true,
      stewardLinkId: true,
      userId: true,
      deviceId: true,
      sessionId: true,
    },
  })
const bare = {
  delta: null,
  level: null,
  minutes: null,
  mutedAt: null,
  stewardLinkId: null,
  userId: null,
  deviceId: null,
  sessionId: null,
}

describe("a steward's link", () => {
  it('is found by its secret until it is revoked, and by no other', async () => {
    const [door, side] = [await makeLink('Door'), await makeLink('Side')]
    expect(await findStewardLink(db, door.secret)).toMatchObject({
      id: door.id,
      name: 'Door',
      room: { id: room.id, name: 'Hall' },
      conference: { id: conference.id },
    })
    expect((await listStewardLinks(db, conference.id)).map(({ name }) => name)).toEqual(['Door', 'Side'])
    await revokeStewardLinks(db, granted(randomUUID()), [side.id], now)
    await revokeStewardLinks(db, granted(conference.id), [door.id], now)
    expect([
      await findStewardLink(db, door.secret),
      (await findStewardLink(db, side.secret))?.id,
      await findStewardLink(db, 'guess'),
    ]).toEqual([null, side.id, null])
  })
})

describe('cards for doors', () => {
  const may = () => granted<'editConference'>(conference.id, owner.id)
  beforeEach(async () => {
    const others = ['loft', 'attic', 'gone'].map((slug, index) => ({
      ...{ conferenceId: conference.id, slug, name: slug, position: 3 - index },
      archivedAt: slug === 'gone' ? now : null,
    }))
    await db.room.createMany({ data: others })
  })

  it('are made where nobody can count yet, in the order of the rooms, and each opens its own door', async () => {
    await makeLink('Ann')
    const cards = await createDoorLinks(db, may(), 'Card', now)
    expect(cards.map((card) => card.room)).toEqual(['attic', 'loft'])
    const found = await Promise.all(cards.map(({ secret }) => findStewardLink(db, secret)))
    expect(found.map((link) => [link?.name, link?.room.name])).toEqual([
      ['Card', 'attic'],
      ['Card', 'loft'],
    ])
    expect(await createDoorLinks(db, may(), 'Card', now)).toEqual([])
  })

  it('are made once by two who ask at once', async () => {
    const made = await Promise.all([createDoorLinks(db, may(), 'A', now), createDoorLinks(db, may(), 'B', now)])
    expect(made.map(({ length }) => length).sort()).toEqual([0, 3])
  })

  it('are made again where the last link has ended', async () => {
    const ids = (await createDoorLinks(db, may(), 'Card', now)).map(({ id }) => id)
    await revokeStewardLinks(db, may(), ids, now)
    expect((await createDoorLinks(db, may(), 'Card', now)).map((card) => card.room)).toEqual(['Hall', 'attic', 'loft'])
  })

  it('are not made at all where there would be too many', async () => {
    await db.stewardLink.createMany({
      data: Array.from({ length: MOST_LINKS - 1 }, (_, index) => ({
        ...{ conferenceId: conference.id, roomId: room.id, name: 'Door', tokenHash: `${conference.id}-${index}` },
      })),
    })
    await expect(createDoorLinks(db, may(), 'Card', now)).rejects.toThrow('TOO_LARGE')
    expect(await db.stewardLink.count({ where: { conferenceId: conference.id } })).toBe(MOST_LINKS - 1)
  })
})

describe("a steward's report", () => {
  const report = (given: Partial<StewardReport> = {}): StewardReport => ({
    sentAt: clock('12:05:00'),
    readings: [
      { id: randomUUID(), at: clock('12:00:00'), kind: 'count', delta: 40 },
      { id: randomUUID(), at: clock('12:02:00'), kind: 'level', level: 'full' },
      { id: randomUUID(), at: clock('12:09:00'), kind: 'queue', minutes: 15 },
    ],
    withdrawn: [],
    ...given,
  })

  it('is dated by how long ago it was, whatever the phone takes for the time', async () => {
    const { id: stewardLinkId } = await makeLink()
    await recordStewardReport(
      db,
      insert,
      { stewardLinkId, conferenceId: conference.id, roomId: room.id },
      report(),
      now,
    )
    expect(await kept()).toEqual([
      { ...bare, stewardLinkId, kind: 'count', delta: 40, readAt: new Date(clock('10:05:00')) },
      { ...bare, stewardLinkId, kind: 'level', level: 'full', readAt: new Date(clock('10:07:00')) },
      { ...bare, stewardLinkId, kind: 'queue', minutes: 15, readAt: now },
    ])
  })

  it('counts once, however often and in whatever company it arrives', async () => {
    const { id: stewardLinkId } = await makeLink()
    const door = { stewardLinkId, conferenceId: conference.id, roomId: room.id }
    const first = report()
    const more = report({
      readings: [...first.readings, { id: randomUUID(), at: clock('12:04:00'), kind: 'count', delta: -3 }],
    })
    await Promise.all([first, more, first, more].map((sent) => recordStewardReport(db, insert, door, sent, now)))
    expect((await kept()).flatMap(({ delta }) => delta ?? [])).toEqual([40, -3])
  })

  it('can be taken back, by the same link only', async () => {
    const [mine, other] = [await makeLink(), await makeLink('Side')]
    const door = { stewardLinkId: mine.id, conferenceId: conference.id, roomId: room.id }
    const sent = report({ readings: [{ id: randomUUID(), at: clock('12:00:00'), kind: 'level', level: 'closed' }] })
    const withdrawn = sent.readings.map(({ id }) => id)
    await recordStewardReport(db, insert, door, sent, now)
    await recordStewardReport(
      db,
      insert,
      { ...door, stewardLinkId: other.id },
      report({ readings: [], withdrawn }),
      now,
    )
    expect((await kept()).map(({ mutedAt }) => mutedAt)).toEqual([null])
    await recordStewardReport(db, insert, door, report({ readings: [], withdrawn }), now)
    await recordStewardReport(db, insert, door, sent, now)
    expect((await kept()).map(({ mutedAt }) => mutedAt)).toEqual([now])
  })
})

describe("an attendee's report", () => {
  it('is kept for the first room of its session, and of nothing else', async () => {
    const [sessionId = '', homeless = ''] = conference.sessionIds
    const elsewhere = await makeConference(db)
    await db.sessionRoom.create({ data: { sessionId, roomId: room.id, position: 0 } })
    const device = randomUUID()
    const says = (id: string) => ({ id: randomUUID(), at: clock('10:09:00'), sessionId: id, level: 'full' as const })
    const report = (...ids: string[]) => ({ device, sentAt: clock('10:10:00'), readings: ids.map(says) })
    const attendee = {
      origin: 'here',
      conferenceId: conference.id,
      roomsOf: await loadRoomsOfSessions(db, conference.id),
    }
    await recordAttendeeReport(
      insert,
      { ...attendee, userId: owner.id },
      report(sessionId, homeless, elsewhere.sessionIds[0] ?? ''),
      now,
    )
    expect(await kept()).toEqual([
      {
        ...bare,
        kind: 'level',
        level: 'full',
        sessionId,
        userId: owner.id,
        deviceId: device,
        readAt: new Date(clock('10:09:00')),
      },
    ])
    await expect(recordAttendeeReport(insert, { ...attendee, userId: null }, report(homeless), now)).rejects.toEqual(
      new AppError('INVALID', 'no such session in a room'),
    )
  })

  it('is kept for the room that they are at, and for none where somebody may be in another', async () => {
    const [sessionId = '', other = ''] = conference.sessionIds
    const overflow = await db.room.create({ data: { conferenceId: conference.id, slug: 'overflow', name: 'Overflow' } })
    await db.sessionRoom.createMany({
      data: [
        { sessionId, roomId: overflow.id, position: 1 },
        { sessionId, roomId: room.id, position: 0 },
        { sessionId: other, roomId: overflow.id, position: 0 },
      ],
    })
    const attendee = {
      userId: null,
      origin: 'here',
      conferenceId: conference.id,
      roomsOf: await loadRoomsOfSessions(db, conference.id),
    }
    const says = (id: string, level: 'entered' | 'full', roomId?: string) => ({
      id: randomUUID(),
      at: clock('10:09:00'),
      sessionId: id,
      level,
      ...(roomId && { roomId }),
    })
    const readings = [
      says(sessionId, 'entered'),
      says(sessionId, 'entered', overflow.id),
      says(sessionId, 'full'),
      says(other, 'entered'),
      says(other, 'entered', room.id),
    ]
    await recordAttendeeReport(insert, attendee, { device: randomUUID(), sentAt: clock('10:10:00'), readings }, now)
    const rows = await db.reading.findMany({
      where: { conferenceId: conference.id },
      select: { sessionId: true, roomId: true, level: true },
    })
    const expected = [
      { sessionId, roomId: overflow.id, level: 'entered' },
      { sessionId, roomId: room.id, level: 'full' },
      { sessionId: other, roomId: overflow.id, level: 'entered' },
    ]
    expect(rows).toHaveLength(expected.length)
    expect(rows).toEqual(expect.arrayContaining(expected))
  })
})

describe('gatherReadings', () => {
  it('writes what many send at once, and lets what cannot be written fail alone', async () => {
    const reading = (roomId: string) => ({
      id: randomUUID(),
      conferenceId: conference.id,
      roomId,
      kind: 'count' as const,
      delta: 1,
      readAt: now,
      createdAt: now,
    })
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 300 }, () => insert([reading(room.id)])),
      insert([reading(randomUUID())]),
      insert([reading(room.id), reading(room.id)]),
    ])
    expect([outcomes.filter(({ status }) => status === 'rejected').length, (await kept()).length]).toEqual([1, 302])
  })
})

it('lets a conference have so many working links and no more', async () => {
  await db.stewardLink.createMany({
    data: Array.from({ length: 500 }, (_, number) => ({
      conferenceId: conference.id,
      roomId: room.id,
      name: `Door ${number}`,
      tokenHash: `${conference.id} ${number}`,
    })),
  })
  await expect(makeLink()).rejects.toEqual(new AppError('TOO_LARGE', 'steward links'))
  const [some] = await listStewardLinks(db, conference.id)
  await revokeStewardLinks(db, granted(conference.id), [some?.id ?? ''], now)
  expect(await makeLink()).toMatchObject({ secret: expect.any(String) })
})
