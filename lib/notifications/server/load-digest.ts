import type { Database } from '@/lib/platform/db'
import { DAY_MS } from '@/lib/platform/time'

/** What a day's mail tells. */
export type Digest = {
  conference: { slug: string; name: string; timeZone: string; language: string }
  /** "YYYY-MM-DD" */
  day: string
  /** The day's first choices, by start. */
  today: DigestSession[]
  /** Picked sessions still to come that were moved or cancelled in the last day, as they stand now. */
  changed: DigestSession[]
}
export type DigestSession = { title: string; startAt: Date | null; dayOn: string; room: string; isCancelled: boolean }

const told = ['dayOn', 'startAt', 'rooms', 'cancelled', 'restored']

/** @param alert a digest: whose, of which conference and, as its version, of which day */
export async function loadDigest(
  db: Database,
  { userId, conferenceId, version: day }: { userId: string; conferenceId: string; version: string },
  now: Date,
): Promise<Digest> {
  const conference = await db.conference.findUniqueOrThrow({
    where: { id: conferenceId },
    select: { slug: true, name: true, timeZone: true, language: true },
  })
  const picks = await db.pick.findMany({
    where: { userId, conferenceId, droppedAt: null, rank: { not: 'hidden' } },
    select: {
      rank: true,
      session: {
        select: {
          title: true,
          startAt: true,
          endAt: true,
          dayOn: true,
          status: true,
          rooms: { select: { room: { select: { name: true } } }, orderBy: { position: 'asc' } },
          changes: {
            where: { field: { in: told }, createdAt: { gt: new Date(now.getTime() - DAY_MS) } },
            select: { id: true },
            take: 1,
          },
        },
      },
    },
    orderBy: [{ session: { startAt: 'asc' } }, { session: { number: 'asc' } }],
  })
  const today = picks.filter(
    ({ rank, session }) =>
      rank === 'first' && session.status !== 'cancelled' && session.dayOn.toISOString().startsWith(day),
  )
  const changed = picks.filter(({ session: { changes, endAt } }) => changes.length > 0 && (!endAt || endAt > now))
  return { conference, day, today: today.map(sayable), changed: changed.map(sayable) }
}

type Pick = {
  session: { title: string; startAt: Date | null; dayOn: Date; status: string; rooms: { room: { name: string } }[] }
}

function sayable({ session: { title, startAt, dayOn, status, rooms } }: Pick): DigestSession {
  return {
    title,
    startAt,
    dayOn: dayOn.toISOString().slice(0, 10),
    room: rooms.map(({ room }) => room.name).join(', '),
    isCancelled: status === 'cancelled',
  }
}
