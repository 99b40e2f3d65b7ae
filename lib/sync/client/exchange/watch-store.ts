import { liveQuery } from 'dexie'
import { isWaiting, type OutboxEntry } from '../store/outbox'
import { storageStateOf, type StorageState } from '../store/storage-state'
import { kindTables } from '../store/store'
import { whyNobody } from '../viewer/known-viewer'
import type { Shown } from './known-state'
import type { Here } from '../kind'

/**
 * Tells the screens what is in a store, whenever that is another, and how its changes stand.
 * @param unstored changes that are in memory only
 */
export function watchStore(here: Here, device: StorageState, unstored: () => OutboxEntry[]) {
  const { store, tell } = here
  const { kinds } = store.registered
  const drawn = kinds.filter((kind) => kind.shown)
  let shown: Partial<Shown> = {}
  const opened = kinds.flatMap((kind) => kind.open?.(here) ?? [])

  function watch() {
    const read = () =>
      store.dexie.transaction('r', kindTables(store, drawn), () =>
        Promise.all([
          Promise.all(drawn.flatMap((kind) => kind.shown?.(store) ?? [])),
          store.outbox.toArray(),
          store.progress.get('progress'),
        ]),
      )
    return liveQuery(read).subscribe({
      next: ([readKinds, stored, progress]) => {
        const inMemory = unstored()
        const entries = [...stored, ...inMemory]
        const before = shown
        shown = readKinds.reduce<Partial<Shown>>((all, shownOf) => ({ ...all, ...shownOf(entries, before) }), {})
        const waiting = entries.filter(isWaiting).length
        tell({
          ...shown,
          ready: true,
          fetched:
            store.person === null
              ? whyNobody() === 'guest'
              : progress !== undefined && (progress.pulled === true || progress.cursor > 0),
          waiting,
          unkept: device === 'ok' ? inMemory.length : waiting,
          refused: entries.filter(({ refused }) => refused),
        })
        for (const each of opened) each.shown?.(shown)
      },
      // No store to be had (a private window, a full disk): nothing is kept, and the schedule can be read all the same.
      error: (error) => tell({ ready: true, storage: storageStateOf(error) }),
    })
  }

  let watching = watch()
  return {
    /** What is in memory only has to be shown, too, and no store tells of that. */
    again(): void {
      watching.unsubscribe()
      watching = watch()
    },
    stop(): void {
      watching.unsubscribe()
      for (const each of opened) each.stop()
    },
  }
}
