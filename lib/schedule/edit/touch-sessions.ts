import type { Prisma } from '@/generated/prisma/client'

/** A calendar shows the names of rooms, tracks and speakers: when one changes, so do its sessions' entries. */
export async function touchSessions(
  tx: Prisma.TransactionClient,
  where: Prisma.SessionWhereInput,
  revision: number,
  now: Date,
): Promise<void> {
  await tx.session.updateMany({ where, data: { sequence: { increment: 1 }, revision, updatedAt: now } })
}
