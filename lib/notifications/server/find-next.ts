import type { Database } from '@/lib/platform/db'
import { MINUTE_MS } from '@/lib/platform/time'
import { listComingPicks } from './coming-picks'
import type { NewAlert } from './new-alert'
import { loadWays } from './ways'

const BEFORE_MINUTES = 10
/** Told so long before one has to leave, where the way is longer than that leaves time for. */
const NOTICE_MINUTES = 2
const LONGEST_WAY_MINUTES = 45

/**
 * First choices that begin within ten minutes, or to which one has to leave now. A session that moves is another alert.
 */
export async function findNextSessions(db: Database, now: Date): Promise<NewAlert[]> {
  const coming = await listComingPicks(db, now, (LONGEST_WAY_MINUTES + BEFORE_MINUTES) * MINUTE_MS)
  const ways = await loadWays(db, coming)
  return coming
    .filter(({ userId, sessionId, startAt }) => {
      const leaveAt = ways.get(userId + sessionId)?.leaveAt ?? startAt.getTime()
      return (
        now.getTime() >= Math.min(startAt.getTime() - BEFORE_MINUTES * MINUTE_MS, leaveAt - NOTICE_MINUTES * MINUTE_MS)
      )
    })
    .map(({ userId, conferenceId, sessionId, startAt }) => ({
      userId,
      conferenceId,
      kind: 'nextSession',
      subjectId: sessionId,
      version: startAt.toISOString(),
      expiresAt: startAt,
    }))
}
