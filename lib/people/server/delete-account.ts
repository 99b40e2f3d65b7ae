import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { deleteBlob } from '@/lib/platform/blobs/blobs'
import type { Database } from '@/lib/platform/db'
import { keepBlocked } from './blocked-addresses'
import { resign } from './operator'
import { HOUR_MS } from '@/lib/platform/time'

/** Whoever signed in longer ago signs in once more before what cannot be undone. */
export const RECENT_SIGN_IN_MS = HOUR_MS

export type DeletedAccount =
  | { ok: true }
  | { ok: false; reason: 'wrong-email' }
  | { ok: false; reason: 'sign-in-again' }
  | { ok: false; reason: 'only-owner'; conferences: string[] }

/** Puts a conference into the bin, in a transaction of the caller's. */
type Bin = (tx: Prisma.TransactionClient, conferenceId: string, now: Date) => Promise<void>

/** Lists the conferences that this person runs, as owner or organizer, and nobody else does. */
export function listRunAlone(db: Database, userId: string): Promise<{ id: string; name: string }[]> {
  return db.conference.findMany({
    where: {
      deletedAt: null,
      memberships: {
        some: { userId, role: 'owner' },
        none: { role: { in: ['owner', 'organizer'] }, userId: { not: userId } },
      },
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

/**
 * Deletes an account and everything of it: plan, notes, photos, recaps, memberships, feeds, sign-ins. What others made
 * with it stays theirs: an import or a change no longer says who made it, a conference goes to whoever organizes it
 * longest, and what is in a group's notes stays with the group.
 * @param confirmed the address that the person typed
 * @param signedInAt when they signed in: a device that somebody else holds may have been signed in for months
 * @param withConferences also the conferences that nobody else runs, which go to the bin; without it they stand in the
 * way
 */
export async function deleteAccount(
  db: PrismaClient,
  userId: string,
  { confirmed, withConferences, signedInAt }: { confirmed: string; withConferences: boolean; signedInAt: Date },
  now: Date,
  bin: Bin,
): Promise<DeletedAccount> {
  if (now.getTime() - signedInAt.getTime() > RECENT_SIGN_IN_MS) return { ok: false, reason: 'sign-in-again' }
  const outcome = await db.$transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, blockedAt: true } })
    if (user.email !== confirmed.trim().toLowerCase()) return { ok: false, reason: 'wrong-email' } as const
    const alone = await listRunAlone(tx, userId)
    if (alone.length > 0 && !withConferences)
      return { ok: false, reason: 'only-owner', conferences: alone.map(({ name }) => name) } as const
    await leaveGroups(tx, userId)
    await handOverConferences(tx, userId)
    for (const { id } of alone) await bin(tx, id, now)
    const photos = await tx.photo.findMany({ where: { userId }, select: { id: true } })
    // What they reported of rooms still counts, as nobody's.
    await tx.reading.updateMany({ where: { userId }, data: { userId: null, deviceId: null } })
    await tx.signInCode.deleteMany({ where: { email: user.email } })
    await tx.invitation.deleteMany({ where: { email: user.email } })
    await tx.rateLimit.deleteMany({ where: { OR: [{ key: { endsWith: userId } }, { key: { endsWith: user.email } }] } })
    await resign(tx, userId)
    if (user.blockedAt) await keepBlocked(tx, user.email, user.blockedAt)
    await tx.user.delete({ where: { id: userId } })
    return { ok: true, photos: photos.map(({ id }) => id) } as const
  })
  if (!outcome.ok) return outcome
  // Files last: should this end half-way, the daily purge finds those that belong to nobody.
  for (const id of outcome.photos) await deleteBlob(id)
  return { ok: true }
}

/**
 * A trigger leaves the groups what is theirs; a group is nothing without members. All are locked first, in the order in
 * which a push locks them.
 */
async function leaveGroups(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const groups = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Group"
    WHERE "id" IN (SELECT "groupId" FROM "GroupMember" WHERE "userId" = ${userId}::uuid)
    ORDER BY "id" FOR UPDATE`
  const ids = groups.map(({ id }) => id)
  await tx.$queryRaw`
    SELECT 1 FROM "User"
    WHERE "id" IN (SELECT "userId" FROM "GroupMember" WHERE "groupId" = ANY(${ids}::uuid[]))
    ORDER BY "id" FOR NO KEY UPDATE`
  await tx.groupMember.deleteMany({ where: { userId } })
  await tx.group.deleteMany({ where: { id: { in: ids }, members: { none: {} } } })
}

/** Who has organized a conference longest owns it from now on, where nobody else does. */
async function handOverConferences(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const owned = await tx.conference.findMany({
    where: { memberships: { some: { userId, role: 'owner' }, none: { role: 'owner', userId: { not: userId } } } },
    select: {
      id: true,
      memberships: {
        where: { role: 'organizer' },
        orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
        take: 1,
        select: { userId: true },
      },
    },
  })
  for (const {
    id: conferenceId,
    memberships: [heir],
  } of owned)
    if (heir)
      await tx.membership.update({
        where: { conferenceId_userId: { conferenceId, userId: heir.userId } },
        data: { role: 'owner' },
      })
}
