import type { OutboxEntry } from '../store/outbox'
import type { StorageState } from '../store/storage-state'
import { useLocalState } from '../store/local-state'

type SyncState = {
  /** False: the server may have more of whoever is here. */ fetched: boolean
  waiting: number
  /** Gone with this page. */ unkept: number
  refused: readonly OutboxEntry[]
  online: boolean
  /** Not online, because the server says that it cannot just now. */ troubled: boolean
  signedOut: boolean
  /** Signed out, because the account is blocked. */ blocked: boolean
  storage: StorageState
}

/**
 * Where my changes are, for a badge: how many wait for the server, which ones it refused and why, whether it answers at
 * all, and whether this device can keep them.
 */
export function useSyncState(): SyncState {
  return {
    fetched: useLocalState((state) => state.fetched),
    waiting: useLocalState((state) => state.waiting),
    unkept: useLocalState((state) => state.unkept),
    refused: useLocalState((state) => state.refused),
    online: useLocalState((state) => state.online),
    troubled: useLocalState((state) => state.troubled),
    signedOut: useLocalState((state) => state.signedOut),
    blocked: useLocalState((state) => state.blocked),
    storage: useLocalState((state) => state.storage),
  }
}
