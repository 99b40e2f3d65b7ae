import type { Database } from '@/lib/platform/db'
import { DAY_MS, HOUR_MS } from '@/lib/platform/time'
import { subscribed, type NewAlert } from './new-alert'

/** What makes somebody go elsewhere, or at another time. */
const told = ['dayOn', 'startAt', 'rooms', 'cancelled', 'restored']
/** Changes older than this were found by an earlier run, unless the server was off. */
const SINCE_MS = 2 * HOUR_MS
const WORTH_MS = DAY_MS

/**
 * Picked sessions that were moved, cancelled or restored after they were picked and after their person subscribed.
 * Several changes of one session are one alert, of the last.
 */
export async function findMovedSessions(db: Database, now: Date): Promise<NewAlert[]> {
  const since = { gt: new Date(now.getTime() - SINCE_MS), lte: now }
  const changes = await db.change.findMany({
    where: { conference: { deletedAt: null }, createdAt: since, field: { in: told } },
    select: { sessionId: true, version: true, createdAt: true },
    orderBy: { version: 'asc' },
  })
  const last = new Map(changes.map((change) => [change.sessionId, change]))
  const picks = await db.pick.findMany({
    where: {
      sessionId: { in: [...last.keys()] },
      rank: { not: 'hidden' },
      droppedAt: null,
      user: subscribed,
      session: { OR: [{ endAt: { gt: now } }, { endAt: null, dayOn: { gt: new Date(now.getTime() - DAY_MS) } }] },
    },
    select: {
      userId: true,
      conferenceId: true,
      sessionId: true,
      createdAt: true,
      session: { select: { endAt: true } },
      user: { select: { subscriptions: { select: { createdAt: true }, orderBy: { createdAt: 'asc' }, take: 1 } } },
    },
  })
  return picks.flatMap(({ userId, conferenceId, sessionId, createdAt, session: { endAt }, user }): NewAlert[] => {
    const change = last.get(sessionId)
    const knewBefore =
      change &&
      createdAt < change.createdAt &&
      user.subscriptions.some((subscription) => subscription.createdAt < change.createdAt)
    if (!knewBefore) return []
    const worthUntil = change.createdAt.getTime() + WORTH_MS
    return [
      {
        userId,
        conferenceId,
        kind: 'sessionMoved',
        subjectId: sessionId,
        version: String(change.version),
        expiresAt: new Date(Math.min(worthUntil, endAt?.getTime() ?? worthUntil)),
      },
    ]
  })
}
