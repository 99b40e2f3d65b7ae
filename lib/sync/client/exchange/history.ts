import type { History, PersonStore, Progress } from '../kind'

/** Of which history of the server a device was told: docs/decisions/009. */

/** How a server that tells all it has stands to what it told before. */
export function historyOf({ cursor, mark, recheck }: Progress, revision: number): History {
  const isBehind = revision < cursor
  return { isBehind, isSure: isBehind || recheck === 'putBack' || (recheck === undefined && mark !== undefined) }
}

/**
 * Was this device told anything before? A cursor alone does not say: a device that has sent and never pulled has none
 * yet, and one that is to hear everything once more has none any more.
 */
export function wasTold({ cursor, mark, pulled }: Progress): boolean {
  return cursor > 0 || mark !== undefined || pulled === true
}

/**
 * Does an answer with this revision tell of all that was told here? Where tabs cannot take turns, answers come in
 * another order than they were given in. The mark of an older one would still be known to a server that was put back to
 * it, and what that lost since would go unnoticed. Call it in a transaction.
 */
export async function isLatest(store: PersonStore, { cursor }: Progress, revision: number): Promise<boolean> {
  const entries = await store.outbox.toArray()
  return cursor <= revision && entries.every(({ doneBy = 0 }) => doneBy <= revision)
}
