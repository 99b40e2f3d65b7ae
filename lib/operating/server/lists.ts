import { countBy, hasLetters, type Database } from '@/lib/platform/db'

/** Somebody with an account. `seenAt`: to half a day; null where no sign-in of theirs is left. */
export type PersonHere = {
  id: string
  email: string
  name: string | null
  createdAt: Date
  seenAt: Date | null
  blockedAt: Date | null
  /** How many conferences they own or organize. */
  runs: number
  /** The names of those that they own and that are there, the newest first. */
  owns: string[]
}

export type ConferenceHere = {
  id: string
  slug: string
  name: string
  isPublic: boolean
  owners: string[]
  sessions: number
  createdAt: Date
  deletedAt: Date | null
  takenDownAt: Date | null
  /** Its owner had deleted it, before it was taken down or without that. */ wasDeleted: boolean
}

/** At most `MOST_SHOWN`, and how many there are in all. */
export type Excerpt<Of> = { shown: Of[]; all: number }

/** `gone`: how many of all of them nobody can open, because they are deleted or taken down. */
export type ConferencesHere = Excerpt<ConferenceHere> & { gone: number }

const MOST_SHOWN = 50
const MOST_NAMED = 10

/** Who has an account, the newest first. @param sought part of an address or a name; empty: everybody */
export async function listPeople(db: Database, sought: string): Promise<Excerpt<PersonHere>> {
  const like = hasLetters(sought)
  const where = sought ? { OR: [{ email: like }, { name: like }, { handle: like }] } : {}
  const [people, all] = await Promise.all([
    db.user.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: MOST_SHOWN,
      select: {
        id: true,
        email: true,
        name: true,
        createdAt: true,
        blockedAt: true,
        signIns: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } },
        memberships: {
          where: { role: 'owner', conference: { deletedAt: null } },
          orderBy: [{ createdAt: 'desc' }, { conferenceId: 'asc' }],
          take: MOST_NAMED,
          select: { conference: { select: { name: true } } },
        },
      },
    }),
    db.user.count({ where }),
  ])
  const roles = await db.membership.groupBy({
    by: 'userId',
    where: { userId: { in: people.map(({ id }) => id) }, role: { in: ['owner', 'organizer'] } },
    _count: true,
  })
  const runs = countBy(roles, (row) => row.userId)
  const shown = people.map(({ signIns: [last], memberships, ...person }) => ({
    ...person,
    seenAt: last?.lastSeenAt ?? null,
    runs: runs(person.id),
    owns: memberships.map(({ conference }) => conference.name),
  }))
  return { shown, all }
}

/** The conferences here, the newest first; one whose programme is gone for good is none. */
export async function listAllConferences(db: Database, sought: string): Promise<ConferencesHere> {
  const like = hasLetters(sought)
  const where = { purgedAt: null, ...(sought && { OR: [{ name: like }, { slug: like }] }) }
  const [conferences, all, gone] = await Promise.all([
    db.conference.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: MOST_SHOWN,
      select: {
        id: true,
        slug: true,
        name: true,
        visibility: true,
        visibilityBefore: true,
        createdAt: true,
        deletedAt: true,
        takenDownAt: true,
        memberships: {
          where: { role: 'owner' },
          orderBy: { createdAt: 'asc' },
          select: { user: { select: { email: true } } },
        },
        sessionCount: true,
      },
    }),
    db.conference.count({ where }),
    db.conference.count({ where: { ...where, deletedAt: { not: null } } }),
  ])
  const shown = conferences.map(({ visibility, visibilityBefore, memberships, sessionCount, ...conference }) => ({
    ...conference,
    isPublic: (visibilityBefore ?? visibility) === 'public',
    owners: memberships.map(({ user }) => user.email),
    sessions: sessionCount,
    wasDeleted: conference.deletedAt !== null && conference.deletedAt.getTime() !== conference.takenDownAt?.getTime(),
  }))
  return { shown, all, gone }
}
