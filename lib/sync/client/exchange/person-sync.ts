import { storageStateOf, type StorageState } from '../store/storage-state'
import type { PersonStore } from '../kind'
import { noteGoneAccount } from '../viewer/gone-accounts'
import { mergeGuest } from '../viewer/merge-guest'
import { keepInStep, type Stepper, type SyncStatus } from './keep-in-step'

type Told = { status: (status: SyncStatus) => void; storage: (storage: StorageState) => void }

/**
 * What only somebody with an account needs: takes over what a guest left on this device, then keeps the store and the
 * server in step, what goes beside the changes (pictures) beside the rest. Guests do not load it.
 */
export async function syncPerson(store: PersonStore, person: string, told: Told): Promise<Stepper> {
  const beside = (await store.synced()).flatMap((kind) => kind.beside?.(store, person) ?? [])
  let stepper: Stepper | null = null
  let stopped = false
  const tellStatus = ({ accountGone, ...status }: SyncStatus) => {
    if (accountGone) return noteGoneAccount(person)
    told.status(status)
    if (status.online && !status.signedOut) for (const each of beside) each.kick()
  }
  void mergeGuest(store)
    .catch((error: unknown) => told.storage(storageStateOf(error)))
    .finally(() => (stepper = stopped ? null : keepInStep(store, person, tellStatus)))

  return {
    sync: () => stepper?.sync(),
    stop() {
      stopped = true
      stepper?.stop()
      for (const each of beside) each.stop()
    },
  }
}
