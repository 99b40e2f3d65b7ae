import type { PrismaClient } from '@/generated/prisma/client'
import { HOUR_MS } from '@/lib/platform/time'
import { announce } from '@/lib/rooms/server/announce'
import { insertReadings } from '@/lib/rooms/server/insert-readings'
import { recordStewardReport } from '@/lib/rooms/server/mutations'
import { insertStewardLink } from '@/lib/rooms/server/steward-links'
import { granted } from '@/tests/factories/granted'
import { signInAgain, takePart, type Attendee } from './attendee'
import { bringInAgain, type Hall } from './hall'

type Place = {
  db: PrismaClient
  hall: Hall
  attendees: readonly Attendee[]
  /** The front door's address. */ base: string
  door: Awaited<ReturnType<typeof openDoor>>
}

/** A link by which somebody counts at the first room's door. */
export async function openDoor(db: PrismaClient, { conference: { id: conferenceId }, rooms: [room] }: Hall, now: Date) {
  const roomId = room?.id ?? ''
  const { id } = await insertStewardLink(db, { conferenceId, roomId, name: 'Door', createdById: null }, now)
  return { stewardLinkId: id, conferenceId, roomId }
}

/** What people do in ten minutes of a day. @param minutes since midnight */
export async function goOn({ db, hall, attendees, base, door }: Place, minutes: number, at: Date): Promise<void> {
  const turn = minutes / 10
  for (const [index, one] of attendees.entries()) {
    if (index % 6 === turn % 6) await takePart(db, hall, one, at)
    if (index % 60 === turn % 60) await signInAgain(db, one.email, at)
  }
  const conferenceId = hall.conference.id
  const leaving = new AbortController()
  const { signal } = leaving
  const topics = `conference:${conferenceId},rooms:${conferenceId}`
  const paths = [
    'agenda.json',
    'room-states.json',
    'announcements.json',
    'changes.json',
    'schedule.ics',
    'schedule.xml',
  ]
  const asked = [
    ...paths.map((path) => `/c/week/${path}`),
    ...attendees.slice(0, 10).map(({ feed }) => `/feeds/${feed}.ics`),
    `/c/week/nowhere-${turn}`,
  ]
  await Promise.all(asked.map(async (path) => (await fetch(base + path)).arrayBuffer()))
  await Promise.all(attendees.slice(0, 20).map(() => fetch(`${base}/api/live?topics=${topics}`, { signal })))
  const sentAt = at.toISOString()
  const readings = [{ id: crypto.randomUUID(), at: sentAt, kind: 'count' as const, delta: turn % 2 ? 5 : -5 }]
  await recordStewardReport(db, (rows) => insertReadings(db, rows), door, { sentAt, readings, withdrawn: [] }, at)
  if (minutes % 120 === 0) await bringInAgain(db, hall, Math.floor(at.getTime() / HOUR_MS), at)
  const said = { roomId: null, sessionId: null, body: `It is ${sentAt}`, language: 'en' } as const
  if (minutes % 360 === 0) await announce(db, granted(conferenceId, attendees[0]?.viewer.id), said, at)
  leaving.abort()
}
