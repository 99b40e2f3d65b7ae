import type { Change } from '@/generated/prisma/client'
import { changeOf } from '@/lib/schedule/read/list-changes'
import { foldChanges } from '@/lib/schedule/releases/compare'

/** Ids of the sessions that are elsewhere after these changes than before: what was taken back is not among them. */
export function movedBy(changes: readonly Change[]): Set<string> {
  return new Set(foldChanges(changes.map(changeOf)).map(({ sessionId }) => sessionId))
}
