import type { OutboxEntry } from './outbox'
import { useLocalState } from './local-state'

/** Where my changes are, for a badge: how many wait for the server, which ones it refused and why, whether it answers at all. */
export function useSyncState(): { waiting: number; refused: readonly OutboxEntry[]; online: boolean; signedOut: boolean } {
  return {
    waiting: useLocalState((state) => state.waiting),
    refused: useLocalState((state) => state.refused),
    online: useLocalState((state) => state.online),
    signedOut: useLocalState((state) => state.signedOut),
  }
}
