import { checkBegun } from '../store/check-begun'
import { recordInto, type Recorder } from '../store/recorder'
import { storageStateOf, type StorageState } from '../store/storage-state'
import { storeLeft } from '../store/store-left'
import type { PersonStore } from '../store/store'
import { holdAll } from './hold-all'
import type { Stepper } from './keep-in-step'
import { keepTrying } from './keep-trying'
import type { LocalState } from './known-state'
import { watchStore } from './watch-store'

/** The store of whoever is here, for as long as they are. */
export type Here = {
  store: PersonStore
  tell: (part: Partial<LocalState>) => void
  /** To be called with how the store is, after something was written into it, or was not. */
  storageTold: (storage: StorageState) => void
  /** Something was written that the server does not have. */
  changed: () => void
  /** Whoever signs in waits until this is settled: it is begun as a guest, and ends as one. */
  hold: (until: Promise<unknown>) => void
  /** What is open in this store (a text) is stored and let end before the store is closed. */
  keepOpen: (text: { flush(): Promise<void>; closed: Promise<void> }) => void
}

/**
 * Opens what screens and the server need of a store.
 * @param device where stores are: other than `ok`, in this page's memory
 */
export function openFor(store: PersonStore, device: StorageState, tell: (part: Partial<LocalState>) => void) {
  const { person } = store
  let stepper: Stepper | null = null
  let closed = false
  const texts = new Set<{ flush(): Promise<void>; closed: Promise<void> }>()
  const begun = holdAll()
  const here: Here = {
    store,
    tell: (part) => void (closed || tell(part)),
    storageTold,
    changed: () => stepper?.sync(),
    hold: begun.hold,
    keepOpen(text) {
      texts.add(text)
      void text.closed.then(() => texts.delete(text))
    },
  }
  const recorder: Recorder = recordInto(store, storageTold, here.changed)
  const watching = watchStore(here, device, () => recorder.unstored())
  here.tell({ storage: device })
  if (device === 'ok') void checkBegun(store, storageTold)
  void storeLeft(store, new Date()).then(
    (isAny) => isAny && here.changed(),
    (error: unknown) => storageTold(storageStateOf(error)),
  )
  if (person) void startSync(person)

  function storageTold(storage: StorageState): void {
    here.tell({ storage: storage === 'ok' ? device : storage })
    if (storage !== 'ok' && !closed) watching.again()
  }

  async function startSync(id: string): Promise<void> {
    const { syncPerson } = await keepTrying(() => import('./person-sync'))
    const started = await syncPerson(store, id, { status: here.tell, storage: storageTold })
    if (closed) started.stop()
    else stepper = started
  }

  /** What was typed in the last moment is stored first, and an open text keeps its store: it goes with its screen. */
  async function close(): Promise<void> {
    closed = true
    stepper?.stop()
    recorder.stop()
    watching.stop()
    await Promise.all([...texts].map((text) => text.flush()))
    await Promise.all([...texts].map((text) => text.closed))
    store.dexie.close()
  }

  return { here, record: recorder.record, settled: begun.over, close }
}
