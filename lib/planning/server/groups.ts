import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { groupsOf, mayTakePart, seenFields, takingPartIn } from '@/lib/people/server/participation'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken, makeToken } from '@/lib/platform/ids'
import type { Together } from '../together'

/** Bounds, so that a link that went astray stays a nuisance. */
const MOST_GROUPS = 10
const MOST_MEMBERS = 50

type Invitation = {
  groupId: string
  name: string
  members: number
  conference: { id: string; slug: string; name: string; visibility: 'private' | 'public' }
}

/**
 * Makes a group of one, with a link for the others. The secret is returned this once; only its hash is kept.
 * @throws {AppError} NOT_FOUND when I may not take part in the conference
 */
export async function createGroup(
  db: PrismaClient,
  userId: string,
  { conferenceId, name }: { conferenceId: string; name: string },
  now: Date,
): Promise<{ ok: true; id: string; secret: string } | { ok: false; reason: 'too-many-groups' }> {
  if (!(await mayTakePart(db, userId, conferenceId))) throw new AppError('NOT_FOUND', 'conference')
  if ((await countGroups(db, userId, conferenceId)) >= MOST_GROUPS) return { ok: false, reason: 'too-many-groups' }
  const secret = makeToken()
  const { id } = await db.group.create({
    data: {
      conferenceId,
      name,
      inviteHash: hashToken(secret),
      createdAt: now,
      members: { create: { userId, joinedAt: now } },
    },
    select: { id: true },
  })
  return { ok: true, id, secret }
}

/** A new link for a group of mine; the one before ends. @throws {AppError} NOT_FOUND when I am no member */
export async function renewInvitation(db: Database, userId: string, groupId: string): Promise<{ secret: string }> {
  const secret = makeToken()
  await changeOwn(db, userId, groupId, { inviteHash: hashToken(secret) })
  return { secret }
}

/** Ends a group's link: nobody new gets in. @throws {AppError} NOT_FOUND when I am no member */
export async function endInvitation(db: Database, userId: string, groupId: string): Promise<void> {
  await changeOwn(db, userId, groupId, { inviteHash: null })
}

/** @throws {AppError} NOT_FOUND when I am no member */
export async function renameGroup(db: Database, userId: string, groupId: string, name: string): Promise<void> {
  await changeOwn(db, userId, groupId, { name })
}

async function changeOwn(
  db: Database,
  userId: string,
  groupId: string,
  data: Prisma.GroupUpdateManyMutationInput,
): Promise<void> {
  const { count } = await db.group.updateMany({ where: { id: groupId, ...groupsOf(userId) }, data })
  if (count === 0) throw new AppError('NOT_FOUND', 'group')
}

/** What a link invites to; null for one that we never made or that was ended. */
export async function findInvitation(db: Database, secret: string): Promise<Invitation | null> {
  const group = await db.group.findUnique({
    where: { inviteHash: hashToken(secret) },
    select: {
      id: true,
      name: true,
      conference: { select: { id: true, slug: true, name: true, visibility: true } },
    },
  })
  if (!group) return null
  const members = await db.groupMember.count({ where: { groupId: group.id } })
  return { groupId: group.id, name: group.name, members, conference: group.conference }
}

/**
 * Joins a group. Its row is locked: of two who come last at once, one finds it full. Joining again changes nothing.
 * @throws {AppError} NOT_FOUND when I may not take part in the conference, or the group is not of it
 */
export function joinGroup(
  db: PrismaClient,
  userId: string,
  { groupId, conferenceId }: { groupId: string; conferenceId: string },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'full' | 'too-many-groups' }> {
  return db.$transaction(async (tx) => {
    await lockGroup(tx, groupId)
    if (
      !(await mayTakePart(tx, userId, conferenceId)) ||
      (await tx.group.count({ where: { id: groupId, conferenceId } })) === 0
    )
      throw new AppError('NOT_FOUND', 'group')
    const members = await tx.groupMember.findMany({ where: { groupId }, select: { userId: true } })
    if (members.some((member) => member.userId === userId)) return { ok: true }
    if (members.length >= MOST_MEMBERS) return { ok: false, reason: 'full' }
    if ((await countGroups(tx, userId, conferenceId)) >= MOST_GROUPS) return { ok: false, reason: 'too-many-groups' }
    await tx.groupMember.create({ data: { groupId, userId, joinedAt: now } })
    return { ok: true }
  })
}

/**
 * Puts a member out of a group, with their plan, and ends its link, by which they would come back. The keeper may:
 * whoever has been in it longest, its maker at first.
 * @throws {AppError} NOT_FOUND when I am no member, or they are none; FORBIDDEN when another keeps it; INVALID: me
 * myself
 */
export function putOut(
  db: PrismaClient,
  userId: string,
  { groupId, memberId }: { groupId: string; memberId: string },
): Promise<void> {
  return db.$transaction(async (tx) => {
    await lockGroup(tx, groupId)
    const group = await tx.group.findFirst({
      where: { id: groupId, ...groupsOf(userId) },
      select: { conference: { select: seenFields } },
    })
    if (!group) throw new AppError('NOT_FOUND', 'group')
    const keeper = await tx.groupMember.findFirst({
      where: { groupId, user: takingPartIn(group.conference) },
      orderBy: inOrder,
      select: { userId: true },
    })
    if (keeper?.userId !== userId) throw new AppError('FORBIDDEN', 'put out')
    if (memberId === userId) throw new AppError('INVALID', 'oneself')
    const { count } = await tx.groupMember.deleteMany({ where: { groupId, userId: memberId } })
    if (count === 0) throw new AppError('NOT_FOUND', 'member')
    await tx.group.update({ where: { id: groupId }, data: { inviteHash: null } })
  })
}

const inOrder = [{ joinedAt: 'asc' as const }, { userId: 'asc' as const }]

function lockGroup(tx: Prisma.TransactionClient, id: string): Promise<unknown> {
  return tx.$queryRaw`SELECT 1 FROM "Group" WHERE "id" = ${id}::uuid FOR UPDATE`
}

/**
 * Takes me, and with me my plan, out of a group at once; the last one ends it.
 * @throws {AppError} NOT_FOUND when I am no member
 */
export function leaveGroup(db: PrismaClient, userId: string, groupId: string): Promise<void> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.groupMember.deleteMany({ where: { groupId, userId } })
    if (count === 0) throw new AppError('NOT_FOUND', 'group')
    await endEmptyGroups(tx, [groupId])
  })
}

/** Ends those of these groups that have nobody left. */
async function endEmptyGroups(db: Database, groupIds: readonly string[]): Promise<void> {
  await db.group.deleteMany({ where: { id: { in: [...groupIds] }, members: { none: {} } } })
}

function countGroups(db: Database, userId: string, conferenceId: string): Promise<number> {
  return db.group.count({ where: { conferenceId, members: { some: { userId } } } })
}

/**
 * My groups in a conference, with what each member who may take part picked: by the name that they chose, and nothing
 * else of them. Who keeps a group is told whom to put out.
 */
export async function listGroups(db: Database, userId: string, conferenceId: string): Promise<Together> {
  const conference = await db.conference.findUnique({ where: { id: conferenceId }, select: seenFields })
  if (!conference) return { groups: [] }
  const groups = await db.group.findMany({
    where: { conferenceId, ...groupsOf(userId) },
    select: {
      id: true,
      name: true,
      inviteHash: true,
      members: {
        where: { user: takingPartIn(conference) },
        select: { userId: true, user: { select: { name: true } } },
        orderBy: inOrder,
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const userIds = [...new Set(groups.flatMap(({ members }) => members.map((member) => member.userId)))]
  const picks = await db.pick.findMany({
    where: { conferenceId, userId: { in: userIds }, droppedAt: null, rank: { not: 'hidden' } },
    select: { userId: true, sessionId: true, rank: true },
  })
  return {
    groups: groups.map(({ id, name, inviteHash, members }) => ({
      id,
      name,
      isOpen: inviteHash !== null,
      members: members.map((member) => ({
        name: member.user.name,
        isMe: member.userId === userId,
        ...(members[0]?.userId === userId && member.userId !== userId && { id: member.userId }),
        first: picks
          .filter((pick) => pick.userId === member.userId && pick.rank === 'first')
          .map(({ sessionId }) => sessionId),
        planB: picks
          .filter((pick) => pick.userId === member.userId && pick.rank === 'planB')
          .map(({ sessionId }) => sessionId),
      })),
    })),
  }
}
