import type { Database } from '@/lib/platform/db'

/**
 * Makes somebody an owner of a conference, beside whoever owns it; an account is made for an address that has none. In
 * a transaction of the caller's.
 * @param email in small letters
 * @returns their account
 */
export async function makeOwner(
  db: Database,
  conferenceId: string,
  email: string,
  now: Date,
): Promise<{ id: string; isBlocked: boolean }> {
  const { id, blockedAt } = await db.user.upsert({
    where: { email },
    create: { email, validFrom: now, createdAt: now },
    update: {},
    select: { id: true, blockedAt: true },
  })
  await db.membership.upsert({
    where: { conferenceId_userId: { conferenceId, userId: id } },
    create: { conferenceId, userId: id, role: 'owner', createdAt: now },
    update: { role: 'owner' },
  })
  return { id, isBlocked: blockedAt !== null }
}
