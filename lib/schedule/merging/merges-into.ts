import type { Database } from '@/lib/platform/db'
import { loadBecame } from '@/lib/program/became'
import type { MergedKind } from './kinds'

/** The merges that stand and by which something became this part, also in several steps. */
export async function listMergesInto(
  db: Database,
  conferenceId: string,
  kind: MergedKind,
  partId: string,
): Promise<string[]> {
  const became = await loadBecame(db, conferenceId, kind)
  const merges = await db.merge.findMany({
    where: { conferenceId, kind, undoneAt: null },
    select: { id: true, intoId: true },
  })
  return merges.flatMap(({ id, intoId }) => (became(intoId) === partId ? [id] : []))
}
