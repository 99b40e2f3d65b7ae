import type { Database } from '@/lib/platform/db'
import type { Viewer } from './viewer-of-cookies'

/**
 * Has whoever asked deleted their account meanwhile? What is being written of theirs then breaks, wherever it got to:
 * that is no bug, and the answer is the one that they would get a moment later.
 */
export async function isGone(db: Database, viewer: Viewer | null): Promise<boolean> {
  if (viewer?.kind !== 'user') return false
  // A database that does not answer says nothing of anybody.
  return db.user.count({ where: { id: viewer.id } }).then(
    (count) => count === 0,
    () => false,
  )
}
