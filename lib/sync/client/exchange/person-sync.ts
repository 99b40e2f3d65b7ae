import { noteGoneAccount } from '../viewer/gone-accounts'
import { keepInStep, type Stepper, type SyncStatus } from './keep-in-step'
import { mergeGuest } from '../viewer/merge-guest'
import type { PhotoStore } from '../photos/photo-keeper'
import { keepUploading } from '../photos/photo-uploads'
import { storageStateOf, type StorageState } from '../store/storage-state'
import type { PersonStore } from '../store/store'

type Told = { status: (status: SyncStatus) => void; storage: (storage: StorageState) => void }

/**
 * What only somebody with an account needs: takes over what a guest left on this device, then keeps the store and the
 * server in step, photos beside the rest. Guests do not load it.
 */
export function syncPerson(store: PersonStore, photos: PhotoStore, person: string, told: Told): Stepper {
  const uploads = keepUploading(photos, person)
  let stepper: Stepper | null = null
  let stopped = false
  const tellStatus = ({ accountGone, ...status }: SyncStatus) => {
    if (accountGone) return noteGoneAccount(person)
    told.status(status)
    if (status.online && !status.signedOut) uploads.kick()
  }
  void mergeGuest(store)
    .catch((error: unknown) => told.storage(storageStateOf(error)))
    .finally(() => (stepper = stopped ? null : keepInStep(store, person, tellStatus)))

  return {
    sync: () => stepper?.sync(),
    stop() {
      stopped = true
      stepper?.stop()
      uploads.stop()
    },
  }
}
