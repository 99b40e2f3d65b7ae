import { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'

/**
 * Holds a person's row until the transaction ends: what is theirs is written by one transaction at a time, in the order
 * in which it arrived.
 * @throws {AppError} ACCOUNT_GONE when there is no such person any more
 */
export async function lockPerson(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const locked = await lockPeople(tx, [userId])
  if (locked.length === 0) throw new AppError('ACCOUNT_GONE', 'person')
}

/**
 * Holds the rows of several people, in an order that is everybody's: two transactions that want the same ones wait for
 * each other, and never in a circle.
 * @returns those that there are
 */
export async function lockPeople(tx: Prisma.TransactionClient, userIds: readonly string[]): Promise<string[]> {
  // Not FOR UPDATE: rows that refer to the person may be added meanwhile.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "User" WHERE "id" IN (${Prisma.join(userIds.map((id) => Prisma.sql`${id}::uuid`))})
    ORDER BY "id" FOR NO KEY UPDATE`
  return rows.map(({ id }) => id)
}

/**
 * Takes the next number of a person's pull counter for what is about to be written. It becomes visible together with
 * what was written, and the row stays locked until then: whoever pulls and sees a number has everything up to it.
 */
export async function nextRevision(tx: Prisma.TransactionClient, userId: string): Promise<bigint> {
  return nextRevisions(tx, userId, 1)
}

/** The same for several writes in one go. @returns the first of so many numbers in a row */
export async function nextRevisions(tx: Prisma.TransactionClient, userId: string, count: number): Promise<bigint> {
  const { revision } = await tx.user.update({
    where: { id: userId },
    data: { revision: { increment: count } },
    select: { revision: true },
  })
  return revision - BigInt(count) + 1n
}
