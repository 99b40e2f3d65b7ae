import type { Prisma } from '@/generated/prisma/client'

/** The last version of whose changes the public is not told, since it was private then; 0: its people see all. */
export function untoldVersion(conference: { visibility: 'private' | 'public'; publicSinceVersion: number }): number {
  return conference.visibility === 'public' ? conference.publicSinceVersion : 0
}

/**
 * Sessions but those that were taken back before anybody but its people could see them. What somebody picked, was in or
 * wrote about stays, as it does everywhere.
 */
export function everShown(untold: number): Prisma.SessionWhereInput {
  if (untold === 0) return {}
  const cancelled = { field: 'cancelled', version: { lte: untold } }
  const sinceThen = { field: { in: ['cancelled', 'restored'] }, version: { gt: untold } }
  return {
    NOT: {
      status: 'cancelled',
      changes: { some: cancelled, none: sinceThen },
      ...{ picks: { none: {} }, attendances: { none: {} }, notes: { none: {} } },
    },
  }
}
