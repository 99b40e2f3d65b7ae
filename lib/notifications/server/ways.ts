import type { Database } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/collections/group-by'
import { HOUR_MS } from '@/lib/platform/time'
import { passageBetween, type Passage } from '@/lib/planning/walking'

/** Somebody's session to come. */
export type Coming = { userId: string; sessionId: string; conferenceId: string; startAt: Date }

type Room = { id: string; zone: string | null; floor: string | null }

const roomSelect = { rooms: { select: { room: { select: { id: true, zone: true, floor: true } } } } } as const
/** Whoever was nowhere for so long may be anywhere. */
const SINCE_MS = HOUR_MS

/**
 * The way to each session from the last one that its person is in before it; absent where nothing can be said of it. By
 * userId + sessionId. Three queries, however many.
 */
export async function loadWays(db: Database, coming: readonly Coming[]): Promise<ReadonlyMap<string, Passage>> {
  if (coming.length === 0) return new Map()
  const conferenceIds = [...new Set(coming.map(({ conferenceId }) => conferenceId))]
  const starts = coming.map(({ startAt }) => startAt.getTime())
  const before = await db.pick.findMany({
    where: {
      userId: { in: [...new Set(coming.map(({ userId }) => userId))] },
      rank: 'first',
      droppedAt: null,
      session: {
        conferenceId: { in: conferenceIds },
        status: { not: 'cancelled' },
        endAt: { gt: new Date(Math.min(...starts) - SINCE_MS), lte: new Date(Math.max(...starts)) },
      },
    },
    select: { userId: true, session: { select: { id: true, conferenceId: true, endAt: true, ...roomSelect } } },
  })
  const [walks, sessions] = [
    await db.walk.findMany({ where: { conferenceId: { in: conferenceIds } } }),
    await db.session.findMany({
      where: { id: { in: [...new Set(coming.map(({ sessionId }) => sessionId))] } },
      select: { id: true, ...roomSelect },
    }),
  ]
  // A hall of thousands: each looks among their own sessions only.
  const [beforeOf, walksOf] = [
    groupBy(before, ({ userId }) => userId),
    groupBy(walks, ({ conferenceId }) => conferenceId),
  ]
  const placesOf = new Map(sessions.map(({ id, rooms }) => [id, rooms.map(({ room }) => placeOf(room))]))
  return new Map(
    coming.flatMap(({ userId, sessionId, conferenceId, startAt }) => {
      const mine = (beforeOf.get(userId) ?? []).filter(
        ({ session }) =>
          session.id !== sessionId && session.conferenceId === conferenceId && isJustBefore(session.endAt, startAt),
      )
      const last = mine.sort((a, b) => (b.session.endAt?.getTime() ?? 0) - (a.session.endAt?.getTime() ?? 0))[0]
        ?.session
      const own = (walksOf.get(conferenceId) ?? []).map(({ fromZone, toZone, minutes }) => ({
        from: fromZone,
        to: toZone,
        minutes,
      }))
      const way = last?.endAt
        ? passageBetween(
            last.endAt.getTime(),
            last.rooms.map(({ room }) => placeOf(room)),
            startAt.getTime(),
            placesOf.get(sessionId) ?? [],
            own,
          )
        : null
      return way && way.walkMinutes > 0 ? [[userId + sessionId, way] as const] : []
    }),
  )
}

function isJustBefore(endAt: Date | null, startAt: Date): boolean {
  return endAt !== null && endAt <= startAt && startAt.getTime() - endAt.getTime() < SINCE_MS
}

function placeOf({ id, zone, floor }: Room) {
  return { id, ...(zone && { zone }), ...(floor && { floor }) }
}
