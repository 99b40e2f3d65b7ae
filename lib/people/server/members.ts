import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Granted } from '../granted'
import { can } from '../permissions'
import type { MemberRole } from '../schema'

const roleFields = {
  role: true,
  trackId: true,
  colocatedId: true,
  track: { select: { name: true } },
  colocatedEvent: { select: { name: true } },
} satisfies Prisma.MembershipSelect

type Outcome = { ok: true } | { ok: false; reason: 'last-owner' }

/**
 * The members of a conference, by role and then by address, those who were invited and have not answered yet, and what
 * one of them might lead. For whoever may manage people only.
 */
export async function listMembers(db: Database, conferenceId: string) {
  const byName = { where: { conferenceId }, orderBy: { name: 'asc' }, select: { id: true, name: true } } as const
  const [members, invitations, tracks, colocatedEvents] = await Promise.all([
    db.membership.findMany({
      where: { conferenceId },
      orderBy: [{ role: 'asc' }, { user: { email: 'asc' } }],
      select: { ...roleFields, user: { select: { id: true, email: true, name: true } } },
    }),
    db.invitation.findMany({
      where: { conferenceId },
      orderBy: [{ role: 'asc' }, { email: 'asc' }],
      select: { id: true, ...roleFields, email: true, createdAt: true },
    }),
    db.track.findMany({ ...byName, where: { conferenceId, archivedAt: null } }),
    db.colocatedEvent.findMany(byName),
  ])
  return {
    members: members.map(({ user, ...of }) => ({ ...user, ...of })),
    invitations,
    toLead: { tracks, colocatedEvents },
  }
}

/** The slugs of the conferences of which a person may edit at least some. */
export async function listManaged(db: Database, userId: string): Promise<string[]> {
  const memberships = await db.membership.findMany({
    where: { userId, conference: { deletedAt: null } },
    select: { role: true, conference: { select: { slug: true } } },
    orderBy: { conference: { slug: 'asc' } },
  })
  return memberships.filter(({ role }) => can(role, 'editSessions', 'private')).map(({ conference }) => conference.slug)
}

/**
 * Keeps a role waiting for an address until whoever has it says yes (invitations.ts): alike whether or not anybody has
 * an account with it. Inviting again changes the role that waits.
 * @returns "already-member" when they have a role here, which stays as it is
 * @throws {AppError} NOT_FOUND when they would lead what is not of the conference
 */
export async function inviteMember(
  db: PrismaClient,
  { conferenceId, userId: invitedById }: Granted<'managePeople'>,
  { email, ...role }: { email: string } & MemberRole,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'already-member' }> {
  await requireLed(db, conferenceId, role)
  if ((await db.membership.count({ where: { conferenceId, user: { email } } })) > 0)
    return { ok: false, reason: 'already-member' }
  await db.invitation.upsert({
    where: { conferenceId_email: { conferenceId, email } },
    create: { conferenceId, email, ...role, invitedById, createdAt: now },
    update: { ...role, invitedById },
  })
  return { ok: true }
}

/** Takes an invitation back that nobody followed. */
export async function withdrawInvitation(
  db: PrismaClient,
  { conferenceId }: Granted<'managePeople'>,
  id: string,
): Promise<void> {
  await db.invitation.deleteMany({ where: { id, conferenceId } })
}

/**
 * Gives a member another role. The last owner stays one.
 * @throws {AppError} NOT_FOUND when they are no member, or would lead what is not of the conference
 */
export function changeRole(
  db: PrismaClient,
  { conferenceId }: Granted<'managePeople'>,
  userId: string,
  role: MemberRole,
): Promise<Outcome> {
  return db.$transaction(async (tx) => {
    await requireLed(tx, conferenceId, role)
    if (role.role !== 'owner' && (await isLastOwner(tx, conferenceId, userId)))
      return { ok: false, reason: 'last-owner' }
    const { count } = await tx.membership.updateMany({ where: { conferenceId, userId }, data: role })
    if (count === 0) throw new AppError('NOT_FOUND', 'member')
    return { ok: true }
  })
}

/** Ends a membership; what the person wrote and picked stays theirs. The last owner cannot go. */
export function removeMember(
  db: PrismaClient,
  { conferenceId }: Granted<'managePeople'>,
  userId: string,
): Promise<Outcome> {
  return db.$transaction(async (tx) => {
    if (await isLastOwner(tx, conferenceId, userId)) return { ok: false, reason: 'last-owner' }
    await tx.membership.deleteMany({ where: { conferenceId, userId } })
    return { ok: true }
  })
}

/** A lead's track or co-located event is of the conference. */
async function requireLed(
  db: Database,
  conferenceId: string,
  { role, trackId, colocatedId }: MemberRole,
): Promise<void> {
  if (role !== 'lead') return
  const found = trackId
    ? await db.track.count({ where: { id: trackId, conferenceId } })
    : await db.colocatedEvent.count({ where: { id: colocatedId ?? '', conferenceId } })
  if (found === 0) throw new AppError('NOT_FOUND', 'scope')
}

// The owners' rows are locked: of two owners who remove each other at once, the second finds itself the last.
async function isLastOwner(tx: Prisma.TransactionClient, conferenceId: string, userId: string): Promise<boolean> {
  const owners = await tx.$queryRaw<{ userId: string }[]>`
    SELECT "userId"::text FROM "Membership" WHERE "conferenceId" = ${conferenceId}::uuid AND "role" = 'owner'
    ORDER BY "userId" FOR UPDATE`
  return owners.length === 1 && owners[0]?.userId === userId
}
