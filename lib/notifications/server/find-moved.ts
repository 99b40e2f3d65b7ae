import type { Database } from '@/lib/platform/db'
import { DAY_MS, HOUR_MS } from '@/lib/platform/time'
import { findMoves } from './find-moves'
import { hasSeveral, isElsewhereThanKnown, knownVersions } from './known-places'
import { subscribed, type NewAlert } from './new-alert'

/** Changes older than this were found by an earlier run, unless the server was off. */
export const MOVES_SINCE_MS = 2 * HOUR_MS
const WORTH_MS = DAY_MS

/**
 * Picked sessions that were moved, cancelled or restored after they were picked and after their person subscribed.
 * Several changes of one session are one alert, of the last; of what is back where its person knew it to be there is
 * none. What an organizer holds back is told when it is let go.
 */
export async function findMovedSessions(db: Database, now: Date): Promise<NewAlert[]> {
  const last = await findMoves(db, new Date(now.getTime() - MOVES_SINCE_MS), now)
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
  const several = new Set(
    [...last].flatMap(([sessionId, { steps, untold }]) => (hasSeveral([...untold, ...steps]) ? sessionId : [])),
  )
  const knownTo = await knownVersions(
    db,
    picks.filter(({ sessionId }) => several.has(sessionId)),
    'told or being told',
  )
  return picks.flatMap(({ userId, conferenceId, sessionId, createdAt, session: { endAt }, user }): NewAlert[] => {
    const change = last.get(sessionId)
    const knewBefore =
      change &&
      createdAt < change.changedAt &&
      user.subscriptions.some((subscription) => subscription.createdAt < change.dueAt)
    if (!knewBefore || !isElsewhereThanKnown(change, createdAt, knownTo(userId, sessionId))) return []
    const worthUntil = change.dueAt.getTime() + WORTH_MS
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
