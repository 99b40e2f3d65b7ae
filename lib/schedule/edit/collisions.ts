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
      AND: [
        ...aroundSpan(span),
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
  return others.filter((other) => collides(session, span, other)).map((other) => collisionOf(session, other))
}

/**
 * How many of these sessions share a speaker, or a room for one thing at a time, with another at one time, as they all
 * stand now: in one look at the conference's days that they are on.
 */
export async function countColliding(
  tx: Prisma.TransactionClient,
  conferenceId: string,
  ids: readonly string[],
): Promise<number> {
  const on = { conferenceId, status: { not: 'cancelled' }, kind: { not: 'container' }, startAt: { not: null } } as const
  const asked = await tx.session.findMany({ where: { ...on, id: { in: [...ids] } }, select: selection })
  const spans = asked.flatMap((row) => spanOf(row) ?? [])
  if (spans.length === 0) return 0
  const around = aroundSpan({
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  })
  const sharing = new Map<string, Row[]>()
  for (const row of await tx.session.findMany({ where: { ...on, AND: around }, select: selection }))
    for (const key of takenOf(row)) {
      const known = sharing.get(key)
      if (known) known.push(row)
      else sharing.set(key, [row])
    }
  return asked.filter((row) => {
    const span = spanOf(row)
    return span && takenOf(row).some((key) => sharing.get(key)?.some((other) => collides(row, span, other)))
  }).length
}

/** Sessions that may be on within that time. */
function aroundSpan({ start, end }: Span) {
  return [
    { startAt: { lt: new Date(end) } },
    { OR: [{ endAt: { gt: new Date(start) } }, { startAt: { gt: new Date(start - ASSUMED_MS) } }] },
  ]
}

/** What of a session no other can have at its time. */
function takenOf(row: Row): string[] {
  return [...roomsForOne(row), ...row.speakers.map(({ speaker }) => speaker.id)]
}

function collides(row: Row, span: Span, other: Row): boolean {
  return other.id !== row.id && overlaps(span, other) && other.parentId !== row.id && row.parentId !== other.id
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

type Span = { start: number; end: number }

function spanOf({ startAt, endAt }: { startAt: Date | null; endAt: Date | null }): Span | null {
  return startAt && takenBy({ startAt, endAt })
}

function overlaps({ start, end }: Span, other: Row): boolean {
  const span = spanOf(other)
  return span !== null && span.start < end && start < span.end
}
