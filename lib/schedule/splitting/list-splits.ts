import type { Database } from '@/lib/platform/db'
import { settleBidi } from '@/lib/platform/bidi'

/** What was said of a name: the rooms that it means; none: that it is one room. */
export type SaidSplit = { key: string; name: string; into: string[] }

/** What organizers said of names that look like several rooms, by name. */
export async function listSplits(db: Database, conferenceId: string): Promise<SaidSplit[]> {
  const rows = await db.roomSplit.findMany({
    where: { conferenceId },
    select: { key: true, name: true, into: true },
    orderBy: [{ name: 'asc' }, { key: 'asc' }],
  })
  return rows.map(({ key, name, into }) => ({ key, name: settleBidi(name), into: into.map(settleBidi) }))
}
