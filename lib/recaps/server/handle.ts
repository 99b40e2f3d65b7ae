import type { Prisma } from '@/generated/prisma/client'
import { slugify } from '@/lib/platform/slug'
import { lockPerson } from '@/lib/sync/server/pull-counter'
import { handleSchema, MOST_HANDLE_CHARACTERS } from '../schema'

export type HandleChosen = { ok: true } | { ok: false; reason: 'handleTaken' | 'handleInUse' }

/**
 * Gives a person the address of an author, /@handle. Once something of theirs was published it stays: links lead there.
 * @param tx ends with what needs the address: alone it would make its person public
 * @param handle as handleSchema leaves it
 */
export async function chooseHandle(
  tx: Prisma.TransactionClient,
  userId: string,
  handle: string,
): Promise<HandleChosen> {
  await lockPerson(tx, userId)
  const author = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { handle: true } })
  if (author.handle === handle) return { ok: true }
  if (author.handle && (await tx.publication.count({ where: { recap: { userId } } })) > 0)
    return { ok: false, reason: 'handleInUse' }
  // One at a time: the second of two who want the same is told so, where the index alone would end its transaction.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('handle'))`
  const written = await tx.$executeRaw`
    UPDATE "User" SET "handle" = ${handle}
    WHERE "id" = ${userId}::uuid AND NOT EXISTS (SELECT 1 FROM "User" WHERE "handle" = ${handle})`
  return written === 1 ? { ok: true } : { ok: false, reason: 'handleTaken' }
}

/** What could be an author's address, as their name is spelt; nothing where it gives none. It may be somebody's. */
export function suggestHandle(name: string | null): string {
  const spelt = slugify(name ?? '', '')
    .slice(0, MOST_HANDLE_CHARACTERS)
    .replace(/-+$/, '')
  return handleSchema.safeParse(spelt).data ?? ''
}
