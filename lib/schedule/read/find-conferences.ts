import type { Prisma } from '@/generated/prisma/client'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { hasText, type Database } from '@/lib/platform/db'
import { queryWords } from '@/lib/platform/search/fold'
import { lineFields, linesOf, pickedBy, rolesOf, type HomeLines } from './list-conferences'

/** More would ask the database for more than a name has. */
const MOST_WORDS = 8
/** So many at most; whoever finds more has another word for the one they mean. */
const MOST_FOUND = 30

/**
 * Those of all that a viewer may see whose name, address or place has each of the query's first eight words, whatever
 * their letters' case and accents: the thirty that begin last.
 */
export async function findConferences(db: Database, viewer: Viewer, query: string): Promise<HomeLines> {
  const words = queryWords(query).slice(0, MOST_WORDS)
  const [roles, picked] = [await rolesOf(db, viewer), await pickedBy(db, viewer)]
  const has = { deletedAt: null, AND: words.map((word) => ({ searched: hasText(word) })) }
  const first = {
    orderBy: [{ firstOn: { sort: 'desc', nulls: 'last' } }, { name: 'asc' }],
    take: MOST_FOUND + 1,
    select: lineFields,
  } satisfies Prisma.ConferenceFindManyArgs
  // Two questions, for each goes by an index of its own: "public or theirs" would go by none.
  const [open, theirs] = await Promise.all([
    db.conference.findMany({ where: { ...has, visibility: 'public' }, ...first }),
    roles.size > 0 ? db.conference.findMany({ where: { ...has, id: { in: [...roles.keys()] } }, ...first }) : [],
  ])
  const lines = linesOf([...open, ...theirs], roles, picked)
  return { lines: lines.slice(0, MOST_FOUND), isCut: lines.length > MOST_FOUND }
}
