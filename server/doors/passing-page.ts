import type { PrismaClient } from '@/generated/prisma/client'
import { takePassing } from '@/lib/platform/faults/passed-pages'
import type { Exchange } from './exchange'
import { inTime } from './in-time'

/**
 * Did Next fail at a request because of something that passes? It says so of pages; of what it answers by itself the
 * database is asked whether it is there.
 */
export function isPassingOf(db: PrismaClient): (exchange: Exchange) => Promise<boolean> {
  return async ({ requestId }) => {
    const isThere = await inTime(
      db.$queryRaw`SELECT 1`.then(() => true),
      false,
    )
    return takePassing(requestId) || !isThere
  }
}
