import type { AddressKind } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'

/** What a part has become: itself, unless it was merged; else what that became. */
export type Became = (id: string) => string

/** Follows every merge of a kind that stands. */
export async function loadBecame(db: Database, conferenceId: string, kind: AddressKind): Promise<Became> {
  const merges = await db.merge.findMany({
    where: { conferenceId, kind, undoneAt: null },
    select: { partId: true, intoId: true },
  })
  const next = new Map(merges.map(({ partId, intoId }) => [partId, intoId]))
  // What was put away cannot be merged into: the way never comes back to where it was.
  const follow: Became = (id) => {
    const into = next.get(id)
    return into === undefined ? id : follow(into)
  }
  return follow
}
