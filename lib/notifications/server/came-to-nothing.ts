import type { Alert } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { MOVES_SINCE_MS } from './find-moved'
import { findMoves } from './find-moves'
import { isElsewhereThanKnown, knownVersions } from './known-places'

type Picked = { userId: string; sessionId: string; createdAt: Date }

/**
 * Of alerts of moves that waited, for the end of quiet hours or another try, those whose session is back by now where
 * its person knows it to be.
 * @param picks of these alerts' people @returns ids of alerts
 */
export async function listCameToNothing(
  db: Database,
  alerts: readonly Alert[],
  picks: readonly Picked[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const ofMoves = alerts.filter(({ kind }) => kind === 'sessionMoved')
  if (ofMoves.length === 0) return new Set()
  const foundAt = Math.min(...ofMoves.map(({ createdAt }) => createdAt.getTime()))
  const moves = await findMoves(db, new Date(foundAt - MOVES_SINCE_MS), now)
  const pickedAt = new Map(picks.map(({ userId, sessionId, createdAt }) => [userId + sessionId, createdAt]))
  const knownTo = await knownVersions(
    db,
    ofMoves.map(({ userId, subjectId: sessionId }) => ({ userId, sessionId })),
    'told',
  )
  return new Set(
    ofMoves.flatMap(({ id, userId, subjectId }) => {
      const [move, picked] = [moves.get(subjectId), pickedAt.get(userId + subjectId)]
      return move && picked && !isElsewhereThanKnown(move, picked, knownTo(userId, subjectId)) ? id : []
    }),
  )
}
