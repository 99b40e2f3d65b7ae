import type { PrismaClient } from '@/generated/prisma/client'
import { gather } from '@/lib/platform/tasks/gather'

const MOST_AT_ONCE = 500

/** How people's rows stand, by their id, for many at once; null where somebody is gone. */
export function gatherRevisions(db: PrismaClient): (userId: string) => Promise<bigint | null> {
  return gather(
    async (userIds: string[]) => {
      const people = await db.user.findMany({ where: { id: { in: userIds } }, select: { id: true, revision: true } })
      const revisions = new Map(people.map(({ id, revision }) => [id, revision]))
      return userIds.map((id) => revisions.get(id) ?? null)
    },
    { most: MOST_AT_ONCE, weigh: () => 1 },
  )
}
