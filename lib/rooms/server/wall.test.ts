import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { muteReports, unmuteReports } from './mute-reports'
import { loadWall, urgencyOf } from './wall'

const { db } = await testDatabase()
const at = (time: string) => new Date(`2026-03-24T${time}:00Z`)

// Sessions at 8, 9 and 10 UTC, the first two in the hall; Paris is an hour ahead.
let conference: Awaited<ReturnType<typeof makeConference>>
let [hall, loft] = ['', '']
beforeEach(async () => {
  conference = await makeConference(db, { sessions: 3 })
  const rooms = await db.room.createManyAndReturn({
    data: [
      { conferenceId: conference.id, slug: 'loft', name: 'Loft' },
      { conferenceId: conference.id, slug: 'hall', name: 'Hall', capacity: 20, position: 1 },
    ],
  })
  ;[loft = '', hall = ''] = rooms.map(({ id }) => id)
  await db.sessionRoom.createMany({
    data: conference.sessionIds.map((sessionId, index) => ({ sessionId, roomId: index === 2 ? loft : hall })),
  })
})
const say = (level: string, time: string) =>
  db.reading.create({
    data: {
      id: randomUUID(),
      conferenceId: conference.id,
      roomId: hall,
      kind: 'level',
      level,
      deviceId: randomUUID(),
      readAt: at(time),
    },
  })
const stateOfHall = async (time: string) => (await loadWall(db, conference.id, at(time))).find(({ id }) => id === hall)

it('tells every room, the most urgent first, with its trend and what comes next', async () => {
  const { id: stewardLinkId } = await db.stewardLink.create({
    data: { conferenceId: conference.id, roomId: hall, tokenHash: randomUUID(), name: 'Door' },
  })
  for (const [time, delta] of [
    ['07:40', 5],
    ['08:00', 6],
    ['08:08', 9],
  ] as const)
    await db.reading.create({
      data: {
        id: randomUUID(),
        conferenceId: conference.id,
        roomId: hall,
        kind: 'count',
        delta,
        stewardLinkId,
        readAt: at(time),
      },
    })
  const unknown = {
    state: 'unknown',
    origin: null,
    at: null,
    count: null,
    voices: 0,
    queueMinutes: null,
    delayMinutes: null,
  }
  expect(await loadWall(db, conference.id, at('08:10'))).toEqual([
    {
      id: hall,
      name: 'Hall',
      capacity: 20,
      isMuted: false,
      occupancy: { ...unknown, state: 'full', origin: 'door', at: at('08:08'), count: 20 },
      trend: { points: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 11, 11, 11, 11, 20, 20], direction: 'rising' },
      session: { title: 'Session 1', language: null },
      next: { title: 'Session 2', language: null, startAt: at('09:00'), expected: null, isLikelyFull: false },
    },
    {
      id: loft,
      name: 'Loft',
      capacity: null,
      isMuted: false,
      occupancy: unknown,
      trend: null,
      session: null,
      next: { title: 'Session 3', language: null, startAt: at('10:00'), expected: null, isLikelyFull: false },
    },
  ])
})

it('mutes attendees for the day or until they are unmuted, and never believes what was said meanwhile', async () => {
  const organizer = granted<'editConference'>(conference.id)
  await say('full', '08:00')
  expect(await stateOfHall('08:01')).toMatchObject({
    isMuted: false,
    occupancy: { state: 'full', origin: 'attendees' },
  })
  await muteReports(db, organizer, hall, 'day', 'Europe/Paris', at('08:01'))
  expect((await db.room.findUniqueOrThrow({ where: { id: hall } })).reportsMutedUntil).toEqual(at('23:00'))
  await muteReports(db, organizer, hall, 'on', 'Europe/Paris', at('08:01'))
  await say('full', '08:02')
  expect(await stateOfHall('08:03')).toMatchObject({ isMuted: true, occupancy: { state: 'unknown', origin: null } })
  await unmuteReports(db, organizer, hall, at('08:04'))
  expect(await stateOfHall('08:05')).toMatchObject({ isMuted: false, occupancy: { state: 'unknown' } })
  await say('nearlyFull', '08:06')
  expect(await stateOfHall('08:06')).toMatchObject({ occupancy: { state: 'nearlyFull', voices: 1 } })
  const elsewhere = muteReports(db, granted(randomUUID()), hall, 'on', 'Europe/Paris', at('08:01'))
  await expect(elsewhere).rejects.toEqual(new AppError('NOT_FOUND', 'room'))
})

it('puts what somebody must see to before what is only likely', () => {
  const room = (
    state: 'full' | 'nearlyFull' | 'open',
    origin: 'door' | 'forecast',
    queueMinutes: number | null = null,
  ) => ({
    occupancy: { state, origin, at: null, count: null, voices: 0, queueMinutes, delayMinutes: null },
    trend: null,
    next: null,
  })
  const inOrder = [
    room('full', 'door', 15),
    room('full', 'door'),
    room('full', 'forecast'),
    room('nearlyFull', 'door', 240),
    room('nearlyFull', 'forecast'),
    room('open', 'door'),
  ]
  expect([...inOrder].reverse().sort((a, b) => urgencyOf(b) - urgencyOf(a))).toEqual(inOrder)
})
