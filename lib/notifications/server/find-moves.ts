import type { Database } from '@/lib/platform/db'
import { toldOfMoves } from './told-of-moves'

/** The last change of a session that is to be told. */
export type ToldMove = {
  version: number
  /** When it was made: who picked it later knew of it. */ changedAt: Date
  /** Since when it is to be told: since then, or since the hold ended that kept it back. */ dueAt: Date
}

/**
 * What moved and is to be told since then, by session: but what a hold keeps back, or kept back for good, and with what
 * one that was announced kept back.
 */
export async function findMoves(db: Database, since: Date, now: Date): Promise<Map<string, ToldMove>> {
  const holds = await db.alertHold.findMany({
    where: { OR: [{ endedAt: null }, { endedAt: { gt: since } }] },
    select: { conferenceId: true, heldAt: true, endedAt: true, isAnnounced: true },
  })
  const announced = holds.filter(({ isAnnounced }) => isAnnounced)
  const changes = await db.change.findMany({
    where: {
      conference: { deletedAt: null },
      field: { in: [...toldOfMoves] },
      OR: [
        { createdAt: { gt: since, lte: now } },
        ...announced.map(({ conferenceId, heldAt }) => ({ conferenceId, createdAt: { gte: heldAt, lte: now } })),
      ],
    },
    select: { conferenceId: true, sessionId: true, version: true, createdAt: true },
    orderBy: { version: 'asc' },
  })
  const moves = new Map<string, ToldMove>()
  for (const { conferenceId, sessionId, version, createdAt } of changes) {
    const hold = holds.find(
      (one) =>
        one.conferenceId === conferenceId &&
        one.heldAt <= createdAt &&
        (one.endedAt === null || createdAt < one.endedAt),
    )
    if (hold && !hold.isAnnounced) continue
    moves.set(sessionId, { version, changedAt: createdAt, dueAt: hold?.endedAt ?? createdAt })
  }
  return moves
}
