import type { Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { can, roles } from '../permissions'

/*
 * Who may take part in a conference and in its groups: the capability "plan" of permissions.ts as where clauses. Every
 * query and every mutation of what people write and share asks one of these; nowhere else is it decided
 * (participation.test.ts looks). A deleted conference stays what it was to them: it is gone, but what they write there
 * is theirs.
 */

const members = roles.flatMap((role) => (role !== 'guest' && can(role, 'plan', 'private') ? role : []))
const everyone = can('guest', 'plan', 'public')
  ? [{ visibility: 'public' as const }, { visibilityBefore: 'public' as const }]
  : []

type Seen = { id: string; visibility: 'private' | 'public'; visibilityBefore: 'private' | 'public' | null }
/** What of a conference says who may take part. */
export const seenFields = { id: true, visibility: true, visibilityBefore: true } as const

/** The conferences in which a person may take part. */
function openTo(userId: string): Prisma.ConferenceWhereInput {
  return { OR: [...everyone, { memberships: { some: { userId, role: { in: members } } } }] }
}

/**
 * A condition for users: those who may take part in this conference. Everybody, where it is public (or was, before it
 * was deleted) and this installation is open to all; else its members. Nobody who is blocked.
 */
export function takingPartIn({ id, visibility, visibilityBefore }: Seen): Prisma.UserWhereInput {
  return (visibilityBefore ?? visibility) === 'public' && everyone.length > 0
    ? { blockedAt: null }
    : { blockedAt: null, memberships: { some: { conferenceId: id, role: { in: members } } } }
}

/**
 * The conferences that were taken down and of which a person is told: whoever has a role there, or has picked, been or
 * written something, and whoever may put them back.
 */
export function takenDownFor(userId: string, mayPutBack: boolean): Prisma.ConferenceWhereInput {
  const some = { some: { userId } }
  const concerned = { OR: [{ memberships: some }, { picks: some }, { attendances: some }, { notes: some }] }
  return { takenDownAt: { not: null }, purgedAt: null, ...(mayPutBack ? {} : concerned) }
}

/** The groups that a person is in, of conferences in which they may take part. */
export function groupsOf(userId: string): Prisma.GroupWhereInput {
  return { members: { some: { userId } }, conference: openTo(userId) }
}

/**
 * The notes that a person may read and write: their own, wherever they may still take part, and those of their groups.
 * A group's note is the group's, whoever made it.
 */
export function notesOf(userId: string): Prisma.NoteWhereInput {
  return { OR: [ownNotesOf(userId), groupNotesOf(userId)] }
}

/*
 * The same apart, for whoever asks for all of them: by either alone the database finds them by an index, by both at
 * once it would read everybody's.
 */

export function ownNotesOf(userId: string): Prisma.NoteWhereInput {
  return { userId, groupId: null }
}

export function groupNotesOf(userId: string): Prisma.NoteWhereInput {
  return { group: groupsOf(userId) }
}

/** The photos that others took, in notes of a person's groups. */
export function groupPhotosOf(userId: string): Prisma.PhotoWhereInput {
  return { userId: { not: userId }, note: groupNotesOf(userId) }
}

/** The photos that a person may see: those that they took, and those in notes of their groups. */
export function photosOf(userId: string): Prisma.PhotoWhereInput {
  return { OR: [{ userId }, groupPhotosOf(userId)] }
}

/** May a person take part in a conference? */
export async function mayTakePart(db: Database, userId: string, conferenceId: string): Promise<boolean> {
  return (await db.conference.count({ where: { id: conferenceId, ...openTo(userId) } })) > 0
}

type Place = { userId: string; conferenceId: string }

/** Which of these people may take part in the conference named beside them; one question for all of a conference. */
export async function withinReach<Of extends Place>(db: Database, places: readonly Of[]): Promise<Of[]> {
  const conferences = await db.conference.findMany({
    where: { id: { in: [...new Set(places.map(({ conferenceId }) => conferenceId))] } },
    select: seenFields,
  })
  const allowed = new Set<string>()
  for (const conference of conferences) {
    const userIds = places.flatMap(({ userId, conferenceId }) => (conferenceId === conference.id ? userId : []))
    const people = await db.user.findMany({
      where: { id: { in: [...new Set(userIds)] }, ...takingPartIn(conference) },
      select: { id: true },
    })
    for (const { id } of people) allowed.add(conference.id + id)
  }
  return places.filter(({ userId, conferenceId }) => allowed.has(conferenceId + userId))
}
