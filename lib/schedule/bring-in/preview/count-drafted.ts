import type { Database } from '@/lib/platform/db'
import type { SessionDiff } from '../diff'

const placed: ReadonlySet<string> = new Set(['dayOn', 'startAt', 'endAt', 'rooms'])

/** How many sessions that an import moves or cancels organizers have moved in their draft, too. */
export async function countDrafted(db: Database, diffs: readonly SessionDiff[]): Promise<number> {
  const ids = diffs.flatMap(({ id, kind, fields }) =>
    id !== null && (kind === 'cancelled' || fields.some(({ field }) => placed.has(field))) ? [id] : [],
  )
  return ids.length === 0 ? 0 : db.draftMove.count({ where: { discardedIn: 0, sessionId: { in: ids } } })
}
