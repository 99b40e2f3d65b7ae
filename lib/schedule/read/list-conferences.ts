import type { Prisma } from '@/generated/prisma/client'
import type { Role } from '@/lib/people/permissions'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { DAY_MS } from '@/lib/platform/time'

/** A conference in a list. Days are "YYYY-MM-DD"; null where it has none. */
export type ConferenceLine = {
  slug: string
  name: string
  timeZone: string
  venue: string | null
  visibility: 'private' | 'public'
  demo: boolean
  firstDay: string | null
  lastDay: string | null
  /** Not cancelled. */ sessions: number
  role: Role
  hasPicks: boolean
}

/** What Home shows; `isCut`: there are more than these. */
export type HomeLines = { lines: ConferenceLine[]; isCut: boolean }

/** So many at most of those that are on, to come, and over, besides one's own. */
const MOST_OF_EACH = 30

/** The names of the conferences that a viewer may see, by first day, the latest first. */
export async function listNames(db: Database, viewer: Viewer): Promise<{ slug: string; name: string }[]> {
  return db.conference.findMany({
    where: openTo(await rolesOf(db, viewer)),
    select: { slug: true, name: true },
    orderBy: [{ firstOn: { sort: 'desc', nulls: 'last' } }, { name: 'asc' }],
  })
}

/**
 * What Home shows a viewer: all in which they have a role, picked something or were lately, and of the public ones
 * those that are on, the next to come and the last that are over. By first day, the latest first.
 * @param recent slugs of those that they looked at
 */
export async function listForHome(
  db: Database,
  viewer: Viewer,
  { recent, now }: { recent: readonly string[]; now: Date },
): Promise<HomeLines> {
  const open = { deletedAt: null, visibility: 'public' } as const
  // Somewhere it is still yesterday, and somewhere tomorrow.
  const [yesterday, tomorrow] = [new Date(now.getTime() - DAY_MS), new Date(now.getTime() + DAY_MS)]
  const [roles, picked] = [await rolesOf(db, viewer), await pickedBy(db, viewer)]
  const most = { take: MOST_OF_EACH + 1, select: lineFields } as const
  const [mine, on, coming, undated, over] = await Promise.all([
    db.conference.findMany({
      where: {
        deletedAt: null,
        OR: [
          { id: { in: [...roles.keys()] } },
          { id: { in: [...picked] }, visibility: 'public' },
          { slug: { in: [...recent] }, visibility: 'public' },
        ],
      },
      select: lineFields,
    }),
    db.conference.findMany({
      where: { ...open, firstOn: { lte: tomorrow }, lastOn: { gte: yesterday } },
      orderBy: { firstOn: 'desc' },
      ...most,
    }),
    db.conference.findMany({ where: { ...open, firstOn: { gt: tomorrow } }, orderBy: { firstOn: 'asc' }, ...most }),
    db.conference.findMany({ where: { ...open, firstOn: null }, orderBy: { createdAt: 'desc' }, ...most }),
    db.conference.findMany({ where: { ...open, lastOn: { lt: yesterday } }, orderBy: { lastOn: 'desc' }, ...most }),
  ])
  const parts = [on, coming, undated, over]
  const shown = [...mine, ...parts.flatMap((part) => part.slice(0, MOST_OF_EACH))]
  return { lines: linesOf(shown, roles, picked), isCut: parts.some((part) => part.length > MOST_OF_EACH) }
}

/** What a line says, and the id by which it is told what the viewer is to it. */
export const lineFields = {
  id: true,
  slug: true,
  name: true,
  timeZone: true,
  venue: true,
  visibility: true,
  demo: true,
  firstOn: true,
  lastOn: true,
  sessionCount: true,
} as const satisfies Prisma.ConferenceSelect

type Row = Prisma.ConferenceGetPayload<{ select: typeof lineFields }>
/** What a viewer is to the conferences in which they have a role, by id. */
export type Roles = ReadonlyMap<string, Role>

/** Rows as lines, each once, by first day, the latest first. */
export function linesOf(rows: readonly Row[], roles: Roles, picked: ReadonlySet<string>): ConferenceLine[] {
  const once = new Map(rows.map((row) => [row.id, row]))
  return [...once.values()]
    .map(({ id, firstOn, lastOn, sessionCount, ...conference }) => ({
      ...conference,
      hasPicks: picked.has(id),
      role: roles.get(id) ?? ('guest' as const),
      sessions: sessionCount,
      firstDay: firstOn?.toISOString().slice(0, 10) ?? null,
      lastDay: lastOn?.toISOString().slice(0, 10) ?? null,
    }))
    .sort((a, b) =>
      a.firstDay === b.firstDay ? (a.name < b.name ? -1 : 1) : (a.firstDay ?? '') > (b.firstDay ?? '') ? -1 : 1,
    )
}

/** Of a guest none. */
export async function rolesOf(db: Database, viewer: Viewer): Promise<Roles> {
  if (viewer.kind === 'guest') return new Map()
  const rows = await db.membership.findMany({
    where: { userId: viewer.id },
    select: { conferenceId: true, role: true },
  })
  return new Map(rows.map(({ conferenceId, role }) => [conferenceId, role]))
}

/** The conferences in which a viewer picked something, by id. */
export async function pickedBy(db: Database, viewer: Viewer): Promise<ReadonlySet<string>> {
  if (viewer.kind === 'guest') return new Set()
  const rows = await db.pick.findMany({
    where: { userId: viewer.id, droppedAt: null },
    distinct: ['conferenceId'],
    select: { conferenceId: true },
  })
  return new Set(rows.map(({ conferenceId }) => conferenceId))
}

/** By ids, which an index finds: "or somebody's" over all of them would read each. */
function openTo(roles: Roles): Prisma.ConferenceWhereInput {
  return {
    deletedAt: null,
    OR: [{ visibility: 'public' }, ...(roles.size > 0 ? [{ id: { in: [...roles.keys()] } }] : [])],
  }
}
