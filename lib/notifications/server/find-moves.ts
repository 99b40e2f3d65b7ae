import type { Change } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { movedBy } from './net-moves'
import { toldOfMoves } from './told-of-moves'

/** The last change of a session that is to be told. */
export type ToldMove = {
  version: number
  /** When it was made: who picked it later knew of it. */ changedAt: Date
  /** All since then, the last among them. */ steps: Change[]
  /** What a hold keeps back, or kept back for good, whenever that was: nobody is told of it, and it counts. */
  untold: Change[]
  /** Since when it is to be told: since then, or since the hold ended that kept it back. */ dueAt: Date
}

/**
 * What moved and is to be told since then, by session: but what a hold keeps back, or kept back for good, and with what
 * one that was announced kept back. What was moved and taken back while it was held is told to nobody.
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
    orderBy: { version: 'asc' },
  })
  const holdOf = ({ conferenceId, createdAt }: Change) =>
    holds.find(
      (one) =>
        one.conferenceId === conferenceId &&
        one.heldAt <= createdAt &&
        (one.endedAt === null || createdAt < one.endedAt),
    )
  const movedIn = new Map(announced.map((hold) => [hold, movedBy(changes.filter((one) => holdOf(one) === hold))]))
  const moves = new Map<string, ToldMove>()
  for (const change of changes) {
    const [hold, { sessionId, version, createdAt }] = [holdOf(change), change]
    if (hold && !movedIn.get(hold)?.has(sessionId)) continue
    const steps = [...(moves.get(sessionId)?.steps ?? []), change]
    moves.set(sessionId, { version, changedAt: createdAt, steps, untold: [], dueAt: hold?.endedAt ?? createdAt })
  }
  for (const change of await listUntold(db, [...moves.values()], now)) moves.get(change.sessionId)?.untold.push(change)
  return moves
}

/** What of these sessions was moved without a word. */
async function listUntold(db: Database, moves: readonly ToldMove[], now: Date): Promise<Change[]> {
  const steps = moves.flatMap((move) => move.steps)
  const holds = await db.alertHold.findMany({
    where: { conferenceId: { in: [...new Set(steps.map(({ conferenceId }) => conferenceId))] }, isAnnounced: false },
    select: { conferenceId: true, heldAt: true, endedAt: true },
  })
  if (holds.length === 0) return []
  return db.change.findMany({
    where: {
      sessionId: { in: [...new Set(steps.map(({ sessionId }) => sessionId))] },
      field: { in: [...toldOfMoves] },
      OR: holds.map(({ conferenceId, heldAt, endedAt }) => ({
        conferenceId,
        createdAt: endedAt ? { gte: heldAt, lt: endedAt } : { gte: heldAt, lte: now },
      })),
    },
  })
}
