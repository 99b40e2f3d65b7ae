import { liveQuery } from 'dexie'
import type { Here } from '@/lib/sync/client/kind'
import type { Opened } from '@/lib/sync/client/kind'
import { askedNotes } from './asked-notes'
import { shownNotes } from './shown-notes'

/** Tells the screens of a store's notes once somebody asks for them. */
export function openNotes({ store, tell }: Pick<Here, 'store' | 'tell'>): Opened {
  let watching: { unsubscribe(): void } | null = null
  const read = () =>
    store.dexie.transaction('r', store.notes, store.outbox, () =>
      Promise.all([store.notes.toArray(), store.outbox.toArray()]),
    )
  const stopAnswering = askedNotes.answer(() => {
    watching = liveQuery(read).subscribe({
      next: ([rows, entries]) => tell({ notes: shownNotes(rows, entries), notesReady: true }),
      error: () => tell({ notesReady: true }),
    })
  })
  return {
    stop() {
      stopAnswering()
      watching?.unsubscribe()
    },
  }
}
