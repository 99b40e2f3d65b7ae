import { createECDH, randomBytes, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type { PrismaClient } from '@/generated/prisma/client'
import { hashToken } from '@/lib/platform/ids'

export const [ROOMS, SESSIONS] = [150, 800]
const MINUTE_MS = 60_000
/** Alerts of what begins come ten minutes before. */
const BEFORE_MINUTES = 10

export type Person = { id: string; cookie: string; device: string }
export type Door = { secret: string; roomId: string }
export type Venue = {
  conference: { id: string; slug: string; day: string }
  sessions: readonly string[]
  /** What is on in each room now. */ onNow: readonly string[]
  /** What begins soon. */ next: readonly string[]
  organizerId: string
  people: readonly Person[]
  doors: readonly Door[]
}

type Wanted = { attendees: number; secret: string; minutes: number }

/**
 * A conference of 800 sessions in 150 rooms, of which 150 are on and 150 begin soon: their alerts fall due when a third
 * of the minutes is over. Its attendees are signed in and take alerts; each door has a steward.
 */
export async function makeVenue(db: PrismaClient, { attendees, secret, minutes }: Wanted): Promise<Venue> {
  const now = new Date()
  const slug = `hour-${randomBytes(3).toString('hex')}`
  const { id } = await db.conference.create({
    data: { slug, name: 'An hour', acronym: 'hour', timeZone: 'UTC', visibility: 'public' },
  })
  const roomIds = Array.from({ length: ROOMS }, () => randomUUID())
  await db.room.createMany({
    data: roomIds.map((roomId, at) => ({
      ...{ id: roomId, conferenceId: id, slug: `room-${at}`, name: `Room ${at}`, position: at },
      capacity: 40 + ((at * 37) % 400),
    })),
  })
  const nextStart = now.getTime() + (BEFORE_MINUTES + minutes * 0.35) * MINUTE_MS
  const sessions = Array.from({ length: SESSIONS }, (_, at) => ({
    ...{ id: randomUUID(), conferenceId: id, number: at + 1, title: `Talk ${at}`, rawTitle: `Talk ${at}` },
    description: 'What it is about, in as many words as such things have. '.repeat(12),
    ...timesOf(Math.floor(at / ROOMS), now.getTime(), nextStart),
  }))
  await db.session.createMany({ data: sessions })
  await db.sessionRoom.createMany({
    data: sessions.map((session, at) => ({ sessionId: session.id, roomId: roomIds[at % ROOMS] ?? '', position: 0 })),
  })
  const organizer = await db.user.create({ data: { email: `${slug}@bench.invalid` } })
  await db.membership.create({ data: { userId: organizer.id, conferenceId: id, role: 'owner' } })
  const ids = sessions.map((session) => session.id)
  return {
    conference: { id, slug, day: now.toISOString().slice(0, 10) },
    sessions: ids,
    onNow: ids.slice(0, ROOMS),
    next: ids.slice(ROOMS, 2 * ROOMS),
    organizerId: organizer.id,
    people: await signIn(db, attendees, secret),
    doors: await openDoors(db, id, roomIds),
  }
}

/** The first slot is on, the second begins soon, the others are on later days, one an hour. */
function timesOf(slot: number, nowMs: number, nextMs: number) {
  const HOUR_MS = 60 * MINUTE_MS
  const later = nowMs + 24 * HOUR_MS + slot * HOUR_MS
  const [start, end] =
    slot === 0
      ? [nowMs - 30 * MINUTE_MS, nextMs - MINUTE_MS]
      : slot === 1
        ? [nextMs, nextMs + 40 * MINUTE_MS]
        : [later, later + 40 * MINUTE_MS]
  return { dayOn: new Date(start), startAt: new Date(start), endAt: new Date(end) }
}

async function signIn(db: PrismaClient, count: number, secret: string): Promise<Person[]> {
  const ecdh = createECDH('prime256v1')
  const keys = { p256dh: ecdh.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') }
  const people = await Promise.all(
    Array.from({ length: count }, async () => {
      const [id, signInId] = [randomUUID(), randomUUID()]
      const token = await encode({ token: { sub: id, signedInAt: Date.now() + 1_000, signInId }, secret })
      return { id, signInId, device: randomUUID(), cookie: `next-auth.session-token=${token}` }
    }),
  )
  await db.user.createMany({
    data: people.map(({ id }) => ({ id, email: `${id}@bench.invalid`, validFrom: new Date(0) })),
  })
  await db.signIn.createMany({
    data: people.map(({ id, signInId }) => ({ id: signInId, userId: id, device: 'A phone' })),
  })
  // A push service that nobody can reach: what is to be told is written down, and tried again.
  await db.pushSubscription.createMany({
    data: people.map(({ id, signInId }) => ({
      ...{ userId: id, signInId, keys, endpoint: `https://push.bench.invalid/${id}` },
    })),
  })
  return people
}

async function openDoors(db: PrismaClient, conferenceId: string, roomIds: readonly string[]): Promise<Door[]> {
  const doors = roomIds.map((roomId) => ({ roomId, secret: randomBytes(24).toString('base64url') }))
  await db.stewardLink.createMany({
    data: doors.map(({ roomId, secret }) => ({ conferenceId, roomId, tokenHash: hashToken(secret), name: 'Door' })),
  })
  return doors
}
