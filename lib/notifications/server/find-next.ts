import type { Database } from '@/lib/platform/db'
import { MINUTE_MS } from '@/lib/platform/time'
import { departureOf, type Passage } from '@/lib/planning/walking'
import { listComingPicks } from './coming-picks'
import { loadFullness } from './find-full'
import type { NewAlert } from './new-alert'
import { loadWays, type Coming } from './ways'

const BEFORE_MINUTES = 10
/** Told so long before one has to leave, where the way is longer than that leaves time for. */
const NOTICE_MINUTES = 2
const LONGEST_WAY_MINUTES = 45

/**
 * First choices that begin within ten minutes, or to which one has to leave now, as the plan says it, and of which
 * nobody was told. A session that moves is another alert.
 */
export async function findNextSessions(db: Database, now: Date): Promise<NewAlert[]> {
  const coming = await listComingPicks(db, now, (LONGEST_WAY_MINUTES + BEFORE_MINUTES) * MINUTE_MS, 'untold')
  const ways = await loadWays(db, coming)
  const isDue = ({ userId, sessionId, startAt }: Coming, isLikelyFull: boolean) =>
    now.getTime() >= tellAt(startAt, ways.get(userId + sessionId), isLikelyFull)
  // Whether a room is likely to be full is reckoned only where it decides.
  const unsure = coming.filter((one) => isDue(one, true) && !isDue(one, false))
  const likely = new Set<string>()
  for (const id of new Set(unsure.map(({ conferenceId }) => conferenceId)))
    for (const [sessionId, state] of await loadFullness(db, id, now)) if (state === 'likely') likely.add(sessionId)
  return coming
    .filter((one) => isDue(one, likely.has(one.sessionId)))
    .map(({ userId, conferenceId, sessionId, startAt }) => ({
      userId,
      conferenceId,
      kind: 'nextSession',
      subjectId: sessionId,
      version: startAt.toISOString(),
      expiresAt: startAt,
    }))
}

function tellAt(startAt: Date, way: Passage | undefined, isLikelyFull: boolean): number {
  const leaveAt = way ? Math.min(way.leaveAt, departureOf(way, isLikelyFull).leaveAt) : startAt.getTime()
  return Math.min(startAt.getTime() - BEFORE_MINUTES * MINUTE_MS, leaveAt - NOTICE_MINUTES * MINUTE_MS)
}
