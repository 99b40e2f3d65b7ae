import type { Change } from '../../mutation'
import type { StorageState } from '../store/storage-state'
import type { PersonStore, Registered } from '../kind'
import { openStoreOf } from '../store/store'
import { findStorePlace } from '../store/store-place'
import { knownViewer, onViewerChange, whyNobody } from '../viewer/known-viewer'
import { keepTrying } from './keep-trying'
import type { LocalState } from './known-state'
import { keepLeaving } from './leaving'
import type { Here } from '../kind'
import { openFor } from './open-store'

export type Engine = {
  /** Resolves once the change is on this device. */
  record(conferenceId: string, change: Change): Promise<void>
  /** The store of whoever is here, and what is done with it. */
  here(): Here
  /** The same store alone. */
  store(): PersonStore
  /**
   * Brings what waits to the server and what is new from there; to be called after something was written into the store
   * by other ways.
   */
  sync(): void
}

/** How the screens are told. */
export type Screens = {
  change(part: Partial<LocalState>): void
  /** Somebody else is here: nothing of what was told is theirs. */
  forget(): void
}

/**
 * Opens the store of whoever is signed in, or the guest's, and again whenever that changes. Tells what is in it, and
 * how it stands with the server.
 */
export async function startEngine(registered: Registered, screens: Screens): Promise<Engine> {
  keepLeaving()
  const first = openStoreOf(registered, personHere())
  const device = await findStorePlace(() => first.dexie.open())
  const openNow = (store?: PersonStore) =>
    openFor(store ?? openStoreOf(registered, personHere()), device, screens.change)
  let open = openNow(device === 'ok' ? first : undefined)
  askWhoIsHere(device, screens)
  function change(): void {
    if (open.here.store.person === personHere()) return
    void open.close()
    screens.forget()
    open = openNow()
  }
  onViewerChange(() => {
    if (open.here.store.person === null && personHere() !== null) void handOver()
    else change()
  })
  /**
   * What a guest has begun is written to its end where it is, and handed over whole: with the store changed in the
   * middle of a word, the next letter would begin another note. What is kept can wait for that, until its screen is
   * left; what is in this page's memory would be gone by then, and is theirs as it is.
   */
  async function handOver(): Promise<void> {
    if (device === 'ok' || (await isOfBackup(open.here.store))) return open.settled().then(change)
    const person = personHere()
    if (open.here.store.person === null && person !== null) await open.become(person)
    // Whoever it was may have left again.
    change()
  }
  return {
    record: (conferenceId, change) => open.record(conferenceId, change),
    here: () => open.here,
    store: () => open.here.store,
    sync: () => open.here.changed(),
  }
}

/** What came from an account's backup goes on under other ids (own-ids.ts). */
async function isOfBackup({ origins }: PersonStore): Promise<boolean> {
  return (await origins.get('origins')) !== undefined
}

function personHere(): string | null {
  return knownViewer()?.id ?? null
}

/**
 * Where nobody is known to this device and nobody said that they left, the server may know somebody: a browser that
 * clears a site's data can keep its cookie.
 */
function askWhoIsHere(device: StorageState, { change }: Screens): void {
  const why = whyNobody()
  if (personHere() !== null || why === 'guest') return
  // Of its own part: on most pages of most devices nobody is asked.
  void keepTrying(() => import('../viewer/find-viewer')).then(({ keepAsking }) =>
    keepAsking({
      failed: () => change({ online: false }),
      guest: () => change({ online: true, fetched: true }),
      found: (kept) => kept && why === 'unasked' && device === 'ok' && change({ storage: 'gone' }),
    }),
  )
}
