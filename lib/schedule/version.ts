import type { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'

/**
 * Locks a conference until the end of the transaction, so that writes of one programme follow each other.
 * @returns the version it stands at, and its zone
 * @throws {AppError} NOT_FOUND
 */
export async function lockConference(tx: Prisma.TransactionClient, conferenceId: string): Promise<{ version: number; timeZone: string }> {
  const rows = await tx.$queryRaw<{ version: number; timeZone: string }[]>`SELECT "version", "timeZone" FROM "Conference" WHERE "id" = ${conferenceId}::uuid FOR UPDATE`
  const [locked] = rows
  if (!locked) throw new AppError('NOT_FOUND', 'conference')
  return locked
}

/** Raises a locked conference's version, once for all that its transaction changed; a trigger tells every process. */
export async function raiseVersion(tx: Prisma.TransactionClient, conferenceId: string, now: Date): Promise<void> {
  await tx.conference.update({ where: { id: conferenceId }, data: { version: { increment: 1 }, updatedAt: now } })
}
