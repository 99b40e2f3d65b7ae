import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { forgetBlocked } from '@/lib/people/server/blocked-addresses'
import { writeAct } from './acts'

export type Because = { reason: string; now: Date }
export type Blocked = 'done' | { ok: false; reason: 'gone' | 'oneself' | 'already' }

/**
 * Blocks somebody: from now on they are a guest in every request, nothing that they published is shown, no alert and no
 * mail reaches them. What they wrote stays theirs: after signing in they can take it along, or delete their account.
 * @param by the operator
 */
export async function blockPerson(
  db: PrismaClient,
  by: string,
  userId: string,
  { reason, now }: Because,
): Promise<Blocked> {
  if (by === userId) return { ok: false, reason: 'oneself' }
  return turn(db, by, userId, { kind: 'blocked', blockedAt: now, reason, now })
}

/** Lets somebody who was blocked in again, as they were. */
export function unblockPerson(db: PrismaClient, by: string, userId: string, now: Date): Promise<Blocked> {
  return turn(db, by, userId, { kind: 'unblocked', blockedAt: null, reason: '', now })
}

type Turn = Because & { kind: 'blocked' | 'unblocked'; blockedAt: Date | null }

function turn(db: PrismaClient, by: string, userId: string, { kind, blockedAt, reason, now }: Turn): Promise<Blocked> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, blockedAt: blockedAt ? null : { not: null } },
      data: { blockedAt },
    })
    if (count === 0) {
      const isThere = await tx.user.count({ where: { id: userId } })
      return { ok: false, reason: isThere ? 'already' : 'gone' } as const
    }
    if (!blockedAt) await forgetBlocked(tx, await addressOf(tx, userId))
    if (blockedAt) await tx.pushSubscription.deleteMany({ where: { userId } })
    await writeAct(tx, { kind, at: now, byId: by, userId, reason })
    await freshenRecaps(tx, userId)
    return 'done'
  })
}

async function addressOf(tx: Prisma.TransactionClient, id: string): Promise<string> {
  return (await tx.user.findUniqueOrThrow({ where: { id }, select: { email: true } })).email
}

/** Pages of conferences list what people published of them. */
async function freshenRecaps(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const recaps = await tx.recap.findMany({
    where: { userId, publications: { some: {} }, conferenceId: { not: null } },
    distinct: ['conferenceId'],
    select: { conferenceId: true },
    orderBy: { conferenceId: 'asc' },
  })
  const ids = recaps.flatMap(({ conferenceId }) => conferenceId ?? [])
  await tx.conference.updateMany({ where: { id: { in: ids } }, data: { version: { increment: 1 } } })
}
