import type { PrismaClient } from '@/generated/prisma/client'
import { deleteBlob } from '@/lib/platform/blobs'
import type { Database } from '@/lib/platform/db'

export type DeletedAccount = { ok: true } | { ok: false; reason: 'wrong-email' } | { ok: false; reason: 'only-owner'; conferences: string[] }

/** The names of the conferences that nobody else owns. */
export function listOwnedAlone(db: Database, userId: string): Promise<{ id: string; name: string }[]> {
  return db.conference.findMany({
    where: { memberships: { some: { userId, role: 'owner' }, none: { role: 'owner', userId: { not: userId } } } },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/**
 * Deletes an account and everything of it: plan, notes, photos, recaps, memberships, feeds, sign-ins. What others made with it stays theirs: an import or a
 * change no longer says who made it.
 * @param confirmed the address that the person typed
 * @param withConferences also the conferences that nobody else owns; without it they stand in the way
 */
export async function deleteAccount(db: PrismaClient, userId: string, { confirmed, withConferences }: { confirmed: string; withConferences: boolean }): Promise<DeletedAccount> {
  const outcome = await db.$transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
    if (user.email !== confirmed.trim().toLowerCase()) return { ok: false, reason: 'wrong-email' } as const
    const owned = await listOwnedAlone(tx, userId)
    if (owned.length > 0 && !withConferences) return { ok: false, reason: 'only-owner', conferences: owned.map(({ name }) => name) } as const
    await tx.conference.deleteMany({ where: { id: { in: owned.map(({ id }) => id) } } })
    const photos = await tx.photo.findMany({ where: { userId }, select: { id: true } })
    // What they reported of rooms still counts, as nobody's.
    await tx.reading.updateMany({ where: { userId }, data: { userId: null, deviceId: null } })
    await tx.signInCode.deleteMany({ where: { email: user.email } })
    await tx.invitation.deleteMany({ where: { email: user.email } })
    await tx.rateLimit.deleteMany({ where: { OR: [{ key: { endsWith: userId } }, { key: { endsWith: user.email } }] } })
    // A group is nothing without members.
    await tx.group.deleteMany({ where: { members: { some: { userId }, none: { userId: { not: userId } } } } })
    await tx.user.delete({ where: { id: userId } })
    return { ok: true, photos: photos.map(({ id }) => id) } as const
  })
  if (!outcome.ok) return outcome
  // Files last: should this end half-way, the daily purge finds those that belong to nobody.
  for (const id of outcome.photos) await deleteBlob(id)
  return { ok: true }
}
