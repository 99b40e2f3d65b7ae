import { byOrder, type OutboxEntry } from '../store/outbox'
import type { SyncedKind } from '../kind'

/** What of a guest's changes to hand to whoever signs in, in order: each kind says what of its own (HandOver). */
export function entriesToHandOver(kinds: readonly SyncedKind[], entries: readonly OutboxEntry[]): OutboxEntry[] {
  const sorted = [...entries].sort(byOrder)
  return kinds
    .flatMap(({ changes, handOver: { standing = (own: readonly OutboxEntry[]) => own } }) =>
      standing(sorted.filter(({ mutation }) => changes.includes(mutation.name))),
    )
    .sort(byOrder)
}
