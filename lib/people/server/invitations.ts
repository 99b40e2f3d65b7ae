import type { PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { DAY_MS } from '@/lib/platform/time'

/** An address is no longer kept for an answer that does not come. */
const INVITATIONS_KEPT_MS = 180 * DAY_MS

/** Whose address was proved by signing in with it. */
type Invited = { id: string; email: string }

// Of one in the bin nobody hears.
const standing = { deletedAt: null }

/**
 * The roles that wait for a person's answer, the newest first; of a private conference they learn its name by this and
 * nothing else.
 */
export function listInvitations(db: Database, { email }: Invited) {
  return db.invitation.findMany({
    where: { email, conference: standing },
    select: {
      id: true,
      role: true,
      createdAt: true,
      invitedBy: { select: { email: true } },
      conference: { select: { name: true } },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
}

/** Does a role in this conference wait for a person's answer? */
export async function isInvited(db: Database, { email }: Invited, conferenceId: string): Promise<boolean> {
  return (await db.invitation.count({ where: { email, conferenceId, conference: standing } })) > 0
}

/**
 * Makes the invited a member. A role that they have already stays.
 * @returns the conference's slug
 * @throws {AppError} NOT_FOUND when it was withdrawn or answered, is of a deleted conference, or not for this person
 */
export function acceptInvitation(db: PrismaClient, invited: Invited, id: string, now: Date): Promise<{ slug: string }> {
  return db.$transaction(async (tx) => {
    const invitation = await tx.invitation.findUnique({
      where: { id, email: invited.email, conference: standing },
      select: {
        conferenceId: true,
        role: true,
        trackId: true,
        colocatedId: true,
        conference: { select: { slug: true } },
      },
    })
    if (!invitation) throw new AppError('NOT_FOUND', 'invitation')
    const { conference, ...member } = invitation
    const { count } = await tx.invitation.deleteMany({ where: { id, email: invited.email } })
    // Withdrawn at this very moment.
    if (count === 0) throw new AppError('NOT_FOUND', 'invitation')
    await tx.membership.createMany({
      data: { ...member, userId: invited.id, createdAt: now },
      skipDuplicates: true,
    })
    return { slug: conference.slug }
  })
}

/** Says no; who invited sees that nothing waits any more. One that is not for this person stays. */
export async function declineInvitation(db: PrismaClient, { email }: Invited, id: string): Promise<void> {
  await db.invitation.deleteMany({ where: { id, email } })
}

/** Deletes invitations that nobody answered for 180 days, and with them the addresses. @returns how many */
export async function purgeInvitations(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - INVITATIONS_KEPT_MS)
  return (await db.invitation.deleteMany({ where: { createdAt: { lt: before } } })).count
}
