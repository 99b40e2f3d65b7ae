import type { Database } from '@/lib/platform/db'
import { DAY_MS, HOUR_MS } from '@/lib/platform/time'
import { findMoves, type ToldMove } from './find-moves'
import { movedBy } from './net-moves'
import { subscribed, type NewAlert } from './new-alert'

/** Changes older than this were found by an earlier run, unless the server was off. */
const SINCE_MS = 2 * HOUR_MS
const WORTH_MS = DAY_MS

/**
 * Picked sessions that were moved, cancelled or restored after they were picked and after their person subscribed.
 * Several changes of one session are one alert, of the last; of what is back where its person knew it to be there is
 * none. What an organizer holds back is told when it is let go.
 */
export async function findMovedSessions(db: Database, now: Date): Promise<NewAlert[]> {
  const last = await findMoves(db, new Date(now.getTime() - SINCE_MS), now)
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
  const knownTo = await toldVersions(
    db,
    picks.filter(({ sessionId }) => hasSeveral(last.get(sessionId)?.steps ?? [])),
  )
  return picks.flatMap(({ userId, conferenceId, sessionId, createdAt, session: { endAt }, user }): NewAlert[] => {
    const change = last.get(sessionId)
    const knewBefore =
      change &&
      createdAt < change.changedAt &&
      user.subscriptions.some((subscription) => subscription.createdAt < change.dueAt)
    if (!knewBefore || !isElsewhere(change, createdAt, knownTo(userId, sessionId))) return []
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

/** @returns the version of a session that somebody was told last, or is being told; 0: of none */
async function toldVersions(
  db: Database,
  picks: readonly { userId: string; sessionId: string }[],
): Promise<(userId: string, sessionId: string) => number> {
  if (picks.length === 0) return () => 0
  const told = await db.$queryRaw<{ key: string; version: number }[]>`
    SELECT "userId" || ' ' || "subjectId" AS "key", max("version"::int) AS "version" FROM "Alert"
    WHERE "userId" = ANY(${[...new Set(picks.map(({ userId }) => userId))]}::uuid[]) AND "kind" = 'sessionMoved'
      AND "subjectId" = ANY(${[...new Set(picks.map(({ sessionId }) => sessionId))]}::uuid[])
      AND ("outcome" IS NULL OR "outcome" = 'sent')
    GROUP BY "userId", "subjectId"`
  const versions = new Map(told.map(({ key, version }) => [key, version]))
  return (userId, sessionId) => versions.get(`${userId} ${sessionId}`) ?? 0
}

/** Is it elsewhere than its person, who picked it then and was told of this version, knows it to be? */
function isElsewhere({ steps }: ToldMove, pickedAt: Date, told: number): boolean {
  const news = steps.filter(({ createdAt, version }) => createdAt > pickedAt && version > told)
  return !hasSeveral(news) || movedBy(news).size > 0
}

/** One change that was made is one that was meant. */
function hasSeveral(steps: ToldMove['steps']): boolean {
  return new Set(steps.map(({ version }) => version)).size > 1
}
