import type { Database } from '@/lib/platform/db'
import type { SessionDiff } from '../diff'
import { FEWEST_COUNTED } from './fewest-counted'

/**
 * How many people at least picked a session that an import changes, cancels or restores, in steps of five; null: fewer
 * than five, or none. Their notes are not asked about.
 */
export async function countAffected(db: Database, diffs: SessionDiff[]): Promise<number | null> {
  const ids = diffs.flatMap(({ id, kind }) => (id === null || kind === 'unchanged' ? [] : [id]))
  return countPickers(db, ids)
}

/**
 * How many people at least picked one of these sessions; null: fewer than five, or none. In steps of five: of two looks
 * that lie one person apart the second would tell what that person picked.
 */
export async function countPickers(db: Database, ids: string[]): Promise<number | null> {
  const people = await db.pick.groupBy({
    by: ['userId'],
    where: { sessionId: { in: ids }, droppedAt: null, rank: { not: 'hidden' } },
  })
  return people.length < FEWEST_COUNTED ? null : Math.floor(people.length / FEWEST_COUNTED) * FEWEST_COUNTED
}
