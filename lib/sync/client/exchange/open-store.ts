import { checkBegun } from '../store/check-begun'
import { recordInto, type Recorder } from '../store/recorder'
import { storageStateOf, type StorageState } from '../store/storage-state'
import { storeLeft } from '../store/store-left'
import { takeNewMemory } from '../store/store-place'
import type { Here, OpenText, PersonStore } from '../kind'
import { holdAll } from './hold-all'
import type { Stepper } from './keep-in-step'
import { keepTrying } from './keep-trying'
import type { LocalState } from './known-state'
import { watchStore } from './watch-store'

/**
 * Opens what screens and the server need of a store.
 * @param device where stores are: other than `ok`, in this page's memory
 */
export function openFor(store: PersonStore, device: StorageState, tell: (part: Partial<LocalState>) => void) {
  let stepper: Stepper | null = null
  let closed = false
  const texts = new Set<OpenText>()
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
  if (store.person) void startSync(store.person)

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

  /** What a guest has here is this person's from now on, as it is and where it is. */
  async function become(person: string): Promise<void> {
    const { claimGuest } = await keepTrying(() => import('../viewer/claim-guest'))
    await claimGuest(store)
    if (closed || store.person !== null) return
    takeNewMemory()
    store.person = person
    void startSync(person)
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

  return { here, record: recorder.record, settled: begun.over, become, close }
}
