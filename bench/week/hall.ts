import { importProgram } from '@/lib/schedule/bring-in/import-program'
import type { PrismaClient } from '@/generated/prisma/client'
import { DAY_MS, HOUR_MS } from '@/lib/platform/time'
import { aProgram } from '@/tests/factories/program'

const DAYS = 7
const SLOTS = 8
const ROOMS = 4

/** A conference of seven days, eight hours and four rooms, which its source has brought in. */
export async function openHall(db: PrismaClient, first: Date) {
  const conference = await db.conference.create({
    data: { slug: 'week', name: 'A week', acronym: 'week', timeZone: 'UTC', visibility: 'public' },
  })
  await bringIn(db, conference.id, null, first, 0)
  const [source, sessions, rooms] = [
    await db.source.findFirstOrThrow({ where: { conferenceId: conference.id } }),
    await db.session.findMany({ where: { conferenceId: conference.id }, orderBy: { startAt: 'asc' } }),
    await db.room.findMany({ where: { conferenceId: conference.id } }),
  ]
  return { conference, sourceId: source.id, sessions, rooms, first }
}

export type Hall = Awaited<ReturnType<typeof openHall>>

/** The source says another title of one session, and another hour for one of each day. */
export function bringInAgain(db: PrismaClient, hall: Hall, turn: number, now: Date): Promise<unknown> {
  return bringIn(db, hall.conference.id, hall.sourceId, hall.first, turn, now)
}

function bringIn(
  db: PrismaClient,
  conferenceId: string,
  sourceId: string | null,
  first: Date,
  turn: number,
  now: Date = first,
): Promise<unknown> {
  const sessions = Array.from({ length: DAYS * SLOTS * ROOMS }, (_, index) => {
    const [day, slot, room] = [index % DAYS, Math.floor(index / DAYS) % SLOTS, Math.floor(index / DAYS / SLOTS)]
    const isMoved = room === 0 && slot === 7
    const start = first.getTime() + day * DAY_MS + (9 + slot) * HOUR_MS + (isMoved ? (turn % 2) * (HOUR_MS / 2) : 0)
    return {
      sourceId: `${index}`,
      title: index === 0 ? `Session 0, said ${turn} times` : `Session ${index}`,
      rooms: [`Room ${room}`],
      speakers: [`Speaker ${index % 40}`],
      dayOn: new Date(start).toISOString().slice(0, 10),
      startAt: new Date(start).toISOString(),
      endAt: new Date(start + HOUR_MS).toISOString(),
    }
  })
  const source = sourceId ? { id: sourceId } : { name: 'Week', format: 'program-json', siteKey: 'week', address: null }
  const program = aProgram(sessions, { siteKey: 'week' })
  return importProgram(db, { conferenceId, source, program, problems: [], userId: null, bytes: 0, accept: [] }, now)
}
