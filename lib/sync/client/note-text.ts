import { liveQuery } from 'dexie'
import * as Y from 'yjs'
import { rebase } from '@/lib/notes/caret'
import { joinUpdates } from '@/lib/notes/merge'
import { diffText } from '@/lib/notes/text-diff'
import { keepDraft } from './note-drafts'
import { writeNote, type NoteFacts } from './note-store'
import type { OutboxEntry } from './outbox'
import { storageStateOf, type StorageState } from './storage-state'
import type { PersonStore } from './store'

/** Where a text is: not yet on this device, on it, on the server, or not wanted there. */
export type TextState = 'saving' | 'here' | 'server' | 'refused'
export type ShownText = { text: string; ready: boolean; state: TextState }
export type NoteTextHere = { edit(text: string): void; flush(): Promise<void>; close(): void }

const SAVE_AFTER_MS = 300
const TRY_AGAIN_MS = 3_000

/**
 * Opens a note's text to write in. What is typed is in memory at once and in the store 300 ms later, or when the page is left;
 * what the store has no room for stays in memory and is tried again.
 * @param tell called with the text at once, and whenever it is another, wherever that came from
 */
export function openNoteText(store: PersonStore, id: string, tell: (shown: ShownText) => void, storageTold: (storage: StorageState) => void, changed: () => void): NoteTextHere {
  const doc = new Y.Doc()
  const body = doc.getText('text')
  let facts: NoteFacts | null = null
  let told = ''
  let kept: TextState = 'server'
  let pending: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = Promise.resolve()
  const closed = new AbortController()

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'here') pending.push(update)
  })
  const read = () => store.dexie.transaction('r', store.notes, store.outbox, () => Promise.all([store.notes.get(id), store.outbox.where('mutation.args.id').equals(id).toArray()]))
  const watching = liveQuery(read).subscribe({
    next: ([row, entries]) => {
      if (row) {
        facts = row
        Y.applyUpdate(doc, row.state, 'store')
      }
      kept = stateOf(entries)
      show()
    },
    error: (error) => storageTold(storageStateOf(error)),
  })
  addEventListener('pagehide', () => void flush(), closed)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void flush(), closed)
  const forget = keepDraft(id, flush)

  function show(): void {
    told = body.toString()
    tell({ text: told, ready: facts !== null, state: pending.length > 0 ? 'saving' : kept })
  }

  function edit(text: string): void {
    // The screen may not yet have drawn what came meanwhile.
    const change = diffText(body.toString(), rebase(told, text, body.toString()))
    if (!change) return
    doc.transact(() => {
      body.delete(change.at, change.remove)
      body.insert(change.at, change.insert)
    }, 'here')
    show()
    timer ??= setTimeout(() => void flush(), SAVE_AFTER_MS)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }

  async function write(): Promise<void> {
    if (pending.length === 0 || !facts) return
    const typed = pending
    try {
      await writeNote(store, facts, joinUpdates(typed), new Date())
      pending = pending.slice(typed.length)
      // What waits is known already; the store tells of it a moment later.
      kept = 'here'
      storageTold('ok')
      changed()
    } catch (error) {
      storageTold(storageStateOf(error))
      timer ??= setTimeout(() => void flush(), TRY_AGAIN_MS)
    }
    show()
  }

  /** What is not stored yet is stored first, and tried again as long as the page lives. */
  function close(): void {
    void flush().then(() => {
      forget()
      closed.abort()
      watching.unsubscribe()
    })
  }

  return { edit, flush, close }
}

function stateOf(entries: readonly OutboxEntry[]): TextState {
  const edits = entries.filter(({ mutation }) => mutation.name === 'editNote')
  if (edits.some(({ refused }) => refused)) return 'refused'
  return edits.some(({ doneBy }) => doneBy === undefined) ? 'here' : 'server'
}
