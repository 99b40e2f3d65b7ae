import type { Database } from '@/lib/platform/db'
import { levelSchema, type Reading } from '../schema'

/** What was read in a room, and of which session if only of that. */
export type Heard = { sessionId: string | null; reading: Reading }

/** A steward speaks of the room, an attendee of one session: who waits for the next one says nothing of this. */
export function about(session: string | undefined, heard: readonly Heard[] = []): Reading[] {
  return heard.filter(({ sessionId }) => sessionId === null || sessionId === session).map(({ reading }) => reading)
}

/**
 * What was read in each room of a conference, in the order of reading. @param since what is older is over
 * @param doors some rooms, by their stewards' word alone
 */
export async function loadReadings(
  db: Database,
  conferenceId: string,
  since: Date,
  doors?: readonly string[],
): Promise<Map<string, Heard[]>> {
  const rows = await db.reading.findMany({
    where: {
      conferenceId,
      roomId: among(doors),
      stewardLinkId: doors && { not: null },
      mutedAt: null,
      readAt: { gt: since },
    },
    select: {
      roomId: true,
      sessionId: true,
      kind: true,
      delta: true,
      level: true,
      minutes: true,
      stewardLinkId: true,
      userId: true,
      deviceId: true,
      origin: true,
      readAt: true,
    },
    orderBy: [{ readAt: 'asc' }, { id: 'asc' }],
  })
  const byRoom = new Map<string, Heard[]>()
  for (const row of rows) {
    const reading = readingOf(row)
    const known = byRoom.get(row.roomId) ?? []
    byRoom.set(row.roomId, known)
    if (reading) known.push({ sessionId: row.sessionId, reading })
  }
  return byRoom
}

/** A condition for these ids alone; without any, for all. */
export function among(ids: readonly string[] | undefined) {
  return ids && { in: [...ids] }
}

type Row = {
  kind: 'count' | 'level' | 'queue' | 'delay'
  delta: number | null
  level: string | null
  minutes: number | null
  stewardLinkId: string | null
  userId: string | null
  deviceId: string | null
  origin: string | null
  readAt: Date
}

function readingOf({
  kind,
  delta,
  level,
  minutes,
  stewardLinkId,
  userId,
  deviceId,
  origin,
  readAt: at,
}: Row): Reading | null {
  const voice = stewardLinkId
    ? { kind: 'steward' as const }
    : { kind: 'attendee' as const, person: userId ?? deviceId ?? '', isGuest: userId === null, origin }
  if (kind === 'count') return delta === null ? null : { voice, at, kind, delta }
  if (kind !== 'level') return minutes === null ? null : { voice, at, kind, minutes }
  if (level === 'entered') return { voice, at, kind: level }
  const known = levelSchema.safeParse(level)
  return known.success ? { voice, at, kind, level: known.data } : null
}
