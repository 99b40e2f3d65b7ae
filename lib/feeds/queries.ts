import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { findMoved } from '@/lib/program/part-addresses'
import type { PartKind } from '@/lib/program/parts'

/** What a calendar shows of a session. */
export const calendarSessionSelect = {
  id: true,
  number: true,
  title: true,
  description: true,
  level: true,
  flags: true,
  status: true,
  dayOn: true,
  startAt: true,
  endAt: true,
  sequence: true,
  createdAt: true,
  updatedAt: true,
  track: { select: { name: true } },
  rooms: { select: { room: { select: { name: true } } }, orderBy: [{ position: 'asc' }, { roomId: 'asc' }] },
  speakers: {
    select: { speaker: { select: { name: true, company: true } } },
    orderBy: [{ position: 'asc' }, { speakerId: 'asc' }],
  },
} as const satisfies Prisma.SessionSelect

export type CalendarSession = Prisma.SessionGetPayload<{ select: typeof calendarSessionSelect }>

/** What a calendar can be of, apart from the whole conference. */
export type Part = { kind: PartKind; id: string; name: string; slug: string }

// By what entries show: else a calendar were another though no entry is. To be announced comes last.
const inOrder: Prisma.SessionOrderByWithRelationInput[] = [{ startAt: 'asc' }, { number: 'asc' }]

/** The sessions of a conference, by start and number. */
export function listCalendarSessions(db: Database, conferenceId: string): Promise<CalendarSession[]> {
  return db.session.findMany({ where: { conferenceId }, select: calendarSessionSelect, orderBy: inOrder })
}

/** A session in the calendar of a part, or one that left it not long ago. */
export type PartSession = { session: CalendarSession; departure: PartDeparture | null }
export type PartDeparture = { sequence: number; leftAt: Date | null; language: string; changedAt: Date }

/** The sessions of a part of a conference, and those that its calendar says have left it, in the same order. */
export async function listPartSessions(db: Database, conferenceId: string, part: Part): Promise<PartSession[]> {
  const left = { calendarId: part.id, leftAt: { not: null }, endedAt: null }
  const rows = await db.session.findMany({
    where: { conferenceId, OR: [whereOf(part), { departures: { some: left } }] },
    select: {
      ...calendarSessionSelect,
      departures: {
        where: { calendarId: part.id },
        select: { sequence: true, leftAt: true, language: true, changedAt: true },
      },
    },
    orderBy: inOrder,
  })
  return rows.map(({ departures: [departure = null], ...session }) => ({ session, departure }))
}

/**
 * When a calendar last changed, in one version of its conference; null where that is another by now. To be asked before
 * its sessions: of two changes the later must not come under the date of the earlier.
 */
export async function calendarRevisedAt(
  db: Database,
  { id, version }: { id: string; version: number },
  calendarId: string,
): Promise<Date | null> {
  const [calendar] = await db.$queryRaw<{ revisedAt: Date }[]>`
    SELECT "revisedAt" FROM "Calendar" JOIN "Conference" ON "Conference"."id" = "conferenceId"
    WHERE "Calendar"."id" = ${calendarId}::uuid AND "conferenceId" = ${id}::uuid AND "version" = ${version}`
  return calendar?.revisedAt ?? null
}

/** One session, by its number in the conference. */
export function findCalendarSession(
  db: Database,
  conferenceId: string,
  number: number,
): Promise<CalendarSession | null> {
  return db.session.findUnique({
    where: { conferenceId_number: { conferenceId, number } },
    select: calendarSessionSelect,
  })
}

/**
 * The part of a conference with this slug, or which had it before: its own slug then is another. A subscription must
 * not die of a new name.
 */
export async function findPart(db: Database, conferenceId: string, kind: PartKind, slug: string): Promise<Part | null> {
  const moved = await findMoved(db, conferenceId, kind, slug)
  const found = await rowOf(
    db,
    kind,
    moved === null ? { conferenceId_slug: { conferenceId, slug } } : { id: moved, conferenceId },
  )
  return found && { kind, ...found }
}

/** The part with this id, or what it was merged into. */
export async function findPartById(
  db: Database,
  conferenceId: string,
  { kind, id }: { kind: PartKind; id: string },
): Promise<Part | null> {
  const row = await rowOf(db, kind, { id, conferenceId })
  return row && findPart(db, conferenceId, kind, row.slug)
}

type PartWhere = { conferenceId_slug: { conferenceId: string; slug: string } } | { id: string; conferenceId: string }

function rowOf(
  db: Database,
  kind: PartKind,
  where: PartWhere,
): Promise<{ id: string; name: string; slug: string } | null> {
  const select = { id: true, name: true, slug: true } as const
  if (kind === 'track') return db.track.findUnique({ where, select })
  if (kind === 'room') return db.room.findUnique({ where, select })
  if (kind === 'speaker') return db.speaker.findUnique({ where, select })
  return db.colocatedEvent.findUnique({ where, select })
}

function whereOf({ kind, id }: Part): Prisma.SessionWhereInput {
  if (kind === 'track') return { trackId: id }
  if (kind === 'room') return { rooms: { some: { roomId: id } } }
  if (kind === 'speaker') return { speakers: { some: { speakerId: id } } }
  return { colocatedId: id }
}
