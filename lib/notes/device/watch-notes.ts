import { liveQuery } from 'dexie'
import type { Here } from '@/lib/sync/client/kind'
import type { Opened } from '@/lib/sync/client/kind'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { shownNotes } from './shown-notes'

let isWatched = false
let openedNow: { watch(): void } | null = null

/**
 * Has the screens told of notes, too, whoever is here: reading all of them takes a moment that lists of sessions need
 * not wait for.
 */
export async function watchNotes(): Promise<void> {
  await withEngine()
  if (isWatched) return
  isWatched = true
  openedNow?.watch()
}

/** Tells the screens of a store's notes once somebody asks for them. */
export function openNotes({ store, tell }: Pick<Here, 'store' | 'tell'>): Opened {
  let watching: { unsubscribe(): void } | null = null
  const read = () =>
    store.dexie.transaction('r', store.notes, store.outbox, () =>
      Promise.all([store.notes.toArray(), store.outbox.toArray()]),
    )
  const opened = {
    watch() {
      watching ??= liveQuery(read).subscribe({
        next: ([rows, entries]) => tell({ notes: shownNotes(rows, entries), notesReady: true }),
        error: () => tell({ notesReady: true }),
      })
    },
  }
  openedNow = opened
  if (isWatched) opened.watch()
  return {
    stop() {
      if (openedNow === opened) openedNow = null
      watching?.unsubscribe()
    },
  }
}
