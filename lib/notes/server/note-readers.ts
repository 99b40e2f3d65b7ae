import { Prisma } from '@/generated/prisma/client'
import { lockPeople } from '@/lib/sync/server/pull-counter'
import { AppError } from '@/lib/platform/errors'

/** What a transaction is going to write to: notes by id, and groups into which new ones come. */
export type TouchedNotes = { noteIds: readonly string[]; groupIds: readonly string[] }

/**
 * Holds a person's row and those of everybody who hears of these notes, until the transaction ends.
 * @throws {AppError} ACCOUNT_GONE when there is no such person any more
 */
export async function lockReaders(tx: Prisma.TransactionClient, userId: string, touched: TouchedNotes): Promise<void> {
  const locked = await lockPeople(tx, [...new Set([userId, ...(await lockGroupsOf(tx, touched))])])
  if (!locked.includes(userId)) throw new AppError('ACCOUNT_GONE', 'person')
}

/**
 * Holds the groups of these notes. They come before people, and all in one order, so that no two wait for each other
 * and nobody joins unseen.
 * @returns everybody who hears of these notes
 */
export async function lockGroupsOf(
  tx: Prisma.TransactionClient,
  { noteIds, groupIds }: TouchedNotes,
): Promise<readonly string[]> {
  const known =
    noteIds.length === 0
      ? []
      : await tx.note.findMany({
          where: { id: { in: [...noteIds] }, groupId: { not: null } },
          select: { groupId: true, userId: true },
        })
  const groups = [...new Set([...groupIds, ...known.flatMap(({ groupId }) => groupId ?? [])])]
  if (groups.length > 0)
    await tx.$queryRaw`
      SELECT 1 FROM "Group" WHERE "id" IN (${Prisma.join(groups.map((id) => Prisma.sql`${id}::uuid`))})
      ORDER BY "id" FOR UPDATE`
  const members =
    groups.length > 0
      ? await tx.groupMember.findMany({ where: { groupId: { in: groups } }, select: { userId: true } })
      : []
  return [...members.map((member) => member.userId), ...known.map((note) => note.userId)]
}
