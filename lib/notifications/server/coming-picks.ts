import type { Database } from '@/lib/platform/db'
import { subscribed } from './new-alert'

/** A first choice that is to come, of somebody who wants alerts. */
export type ComingPick = { userId: string; conferenceId: string; sessionId: string; startAt: Date }

/** Lists the first choices that begin after `now` and not more than so long after it; what is cancelled does not. */
export async function listComingPicks(db: Database, now: Date, withinMs: number): Promise<ComingPick[]> {
  const picks = await db.pick.findMany({
    where: {
      rank: 'first',
      droppedAt: null,
      user: subscribed,
      conference: { deletedAt: null },
      session: { startAt: { gt: now, lte: new Date(now.getTime() + withinMs) }, status: { not: 'cancelled' } },
    },
    select: { userId: true, conferenceId: true, session: { select: { id: true, startAt: true } } },
  })
  return picks.flatMap(({ userId, conferenceId, session: { id, startAt } }) =>
    startAt ? [{ userId, conferenceId, sessionId: id, startAt }] : [],
  )
}
