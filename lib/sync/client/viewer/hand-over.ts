import { byOrder, type OutboxEntry } from '../store/outbox'
import type { SyncedKind } from '../kind'

/**
 * Chooses which of a guest's changes go to the account that signs in: each kind names its own (`HandOver.standing`).
 * @returns them in the order in which they were made
 */
export function entriesToHandOver(kinds: readonly SyncedKind[], entries: readonly OutboxEntry[]): OutboxEntry[] {
  const sorted = [...entries].sort(byOrder)
  return kinds
    .flatMap(({ changes, handOver: { standing = (own: readonly OutboxEntry[]) => own } }) =>
      standing(sorted.filter(({ mutation }) => changes.includes(mutation.name))),
    )
    .sort(byOrder)
}
