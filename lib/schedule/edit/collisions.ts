import type { Prisma } from '@/generated/prisma/client'
import { isolated } from '@/lib/platform/bidi'
import { ASSUMED_MS, takenBy } from '@/lib/program/taken-time'
import { sessionSlug } from '../read/load-agenda'

/** Another session at the same time that shares a speaker, or a room for one thing at a time: allowed, and said. */
export type Collision = {
  slug: string
  title: string
  dayOn: string
  startAt: string
  endAt: string | null
  /** Names of what both have. */ rooms: string[]
  speakers: string[]
}

const MOST_SHOWN = 20

const selection = {
  id: true,
  number: true,
  title: true,
  kind: true,
  status: true,
  dayOn: true,
  startAt: true,
  endAt: true,
  parentId: true,
  rooms: { select: { room: { select: { id: true, name: true, allowsOverlap: true } } }, orderBy: { position: 'asc' } },
  speakers: { select: { speaker: { select: { id: true, name: true } } }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.SessionSelect

type Row = Prisma.SessionGetPayload<{ select: typeof selection }>

/**
 * What a session collides with as it stands now. Asked in the transaction that changes it, under the conference's lock:
 * of two people who move two sessions into one room at once, the second is told.
 */
export async function listCollisions(tx: Prisma.TransactionClient, sessionId: string): Promise<Collision[]> {
  const session = await tx.session.findUnique({
    where: { id: sessionId },
    select: { ...selection, conferenceId: true },
  })
  const span = session && spanOf(session)
  if (!session || !span || session.status === 'cancelled' || session.kind === 'container') return []
  const others = await tx.session.findMany({
    where: {
      conferenceId: session.conferenceId,
      id: { not: sessionId },
      status: { not: 'cancelled' },
      kind: { not: 'container' },
      startAt: { lt: new Date(span.end) },
      AND: [
        { OR: [{ endAt: { gt: new Date(span.start) } }, { startAt: { gt: new Date(span.start - ASSUMED_MS) } }] },
        {
          OR: [
            { rooms: { some: { roomId: { in: roomsForOne(session) } } } },
            { speakers: { some: { speakerId: { in: session.speakers.map(({ speaker }) => speaker.id) } } } },
          ],
        },
      ],
    },
    select: selection,
    orderBy: [{ startAt: 'asc' }, { number: 'asc' }],
    take: MOST_SHOWN,
  })
  return others
    .filter((other) => overlaps(span, other) && other.parentId !== session.id && session.parentId !== other.id)
    .map((other) => collisionOf(session, other))
}

function collisionOf(session: Pick<Row, 'rooms' | 'speakers'>, other: Row): Collision {
  const [rooms, speakers] = [new Set(roomsForOne(session)), new Set(session.speakers.map(({ speaker }) => speaker.id))]
  return {
    slug: sessionSlug(other),
    title: other.title,
    dayOn: other.dayOn.toISOString().slice(0, 10),
    startAt: other.startAt?.toISOString() ?? '',
    endAt: other.endAt?.toISOString() ?? null,
    rooms: other.rooms.flatMap(({ room }) => (rooms.has(room.id) ? [isolated(room.name)] : [])),
    speakers: other.speakers.flatMap(({ speaker }) => (speakers.has(speaker.id) ? [isolated(speaker.name)] : [])),
  }
}

/** Ids of its rooms, without those in which several things may be on at once. */
function roomsForOne({ rooms }: Pick<Row, 'rooms'>): string[] {
  return rooms.flatMap(({ room }) => (room.allowsOverlap ? [] : [room.id]))
}

function spanOf({
  startAt,
  endAt,
}: {
  startAt: Date | null
  endAt: Date | null
}): { start: number; end: number } | null {
  return startAt && takenBy({ startAt, endAt })
}

function overlaps({ start, end }: { start: number; end: number }, other: Row): boolean {
  const span = spanOf(other)
  return span !== null && span.start < end && start < span.end
}
