import { liveQuery } from 'dexie'
import * as Y from 'yjs'
import { toBase64 } from '@/lib/notes/base64'
import { isConfirmed } from '@/lib/notes/confirmed'
import { stateOfText } from '@/lib/notes/merge'
import { openScreenText, type Drawn, type Selected } from '@/lib/notes/screen-text'
import { lettersLeft, type Letters } from './letters'
import { keepOpenNote } from './note-drafts'
import { factsOf, type NoteFacts } from './note-facts'
import { writeNote } from './note-store'
import { storageStateOf, type StorageState } from '@/lib/sync/client/store/storage-state'
import type { PersonStore } from '@/lib/sync/client/kind'

/** Where a text is: not yet on this device, on it, on the server, or not wanted there. */
export type TextState = 'saving' | 'here' | 'server' | 'refused'
export type ShownText = { text: string; ready: boolean; state: TextState }
export type NoteTextHere = {
  /** Takes the whole text as the screen holds it now. @param caret where it stands there */
  edit(text: string, caret?: number): void
  /** What the screen is to show from now on, and what is selected there. */
  draw(selected: Selected): Drawn
  /** Takes back what was typed here last, or takes that back; null: there is nothing. */
  turn(way: 'undo' | 'redo'): Drawn | null
  /** Resolves once what was typed is on this device, or was tried. */
  flush(): Promise<void>
  /** What is not stored yet is stored first, and tried again as long as the page lives. */
  close(): void
  /** Nothing comes from here any more. */
  closed: Promise<void>
}
/** Whom a text tells what. */
export type TextListener = {
  /** Called with the text at once, and whenever it is another, wherever that came from. */
  text(shown: ShownText): void
  storage(storage: StorageState): void
  /** Something was stored that the server does not have. */
  changed(): void
}

const SAVE_AFTER_MS = 300
const TRY_AGAIN_MS = 3_000

/**
 * Opens a note's text to write in. What is typed is in memory at once, in letters.ts too, and in the store 300 ms
 * later; what the store has no room for stays in memory and is tried again.
 * @param begun the text that the note was made with, if the screen shows it already
 */
export function openNoteText(store: PersonStore, id: string, tell: TextListener, begun = ''): NoteTextHere {
  const doc = new Y.Doc()
  const body = doc.getText('text')
  if (begun) Y.applyUpdate(doc, stateOfText(begun))
  const screen = openScreenText(doc, begun ? stateOfText(begun) : undefined)
  const writer = `${id}/${doc.clientID}`
  let facts: NoteFacts | null = null
  /** How far the store has it (Yjs' state vector). */
  let inStore: Uint8Array | undefined
  /** Where the server will not have what was typed. */
  let refused = false
  let confirmed: Uint8Array | undefined
  /**
   * Grows with each change that is made here; up to `stored` they are in the store. More may be made while they are
   * being stored.
   */
  let [made, stored] = [0, 0]
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = Promise.resolve()
  const leaving = new AbortController()

  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === 'here') made++
  })
  const read = () =>
    store.dexie.transaction('r', store.notes, store.outbox, () =>
      Promise.all([store.notes.get(id), store.outbox.where('mutation.args.id').equals(id).toArray()]),
    )
  const watching = liveQuery(read).subscribe({
    next: ([row, entries]) => {
      if (row) {
        facts = row
        inStore = Y.encodeStateVectorFromUpdate(row.state)
        Y.applyUpdate(doc, row.state, 'store')
        keepUnstored()
        if (doc.store.pendingStructs) heal(facts)
      }
      confirmed = row?.confirmed
      refused = entries.some((entry) => entry.mutation.name === 'editNote' && entry.refused)
      show()
      storeSoon()
    },
    error: (error) => tell.storage(storageStateOf(error)),
  })
  addEventListener('pagehide', () => void flush(), leaving)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void flush(), leaving)
  const forget = keepOpenNote(id, flush)

  function show(): void {
    tell.text({ text: body.toString(), ready: facts !== null, state: stateNow() })
  }

  function stateNow(): TextState {
    if (stored < made) return 'saving'
    if (refused) return 'refused'
    return isConfirmed(confirmed, Y.encodeStateAsUpdate(doc)) ? 'server' : 'here'
  }

  /** What versions of before cut off waits for letters that are lost: to store it is to bring it back. */
  function heal(cut: NoteFacts): void {
    const state = Y.encodeStateAsUpdate(doc)
    doc.store.pendingStructs = null
    doc.store.pendingDs = null
    void writeNote(store, cut, state, new Date()).then(tell.changed, (error: unknown) =>
      tell.storage(storageStateOf(error)),
    )
  }

  function edit(text: string, caret?: number): void {
    const before = made
    screen.edit(text, caret)
    if (made !== before) changedHere()
  }

  function turn(way: 'undo' | 'redo'): Drawn | null {
    const drawn = screen.turn(way)
    if (drawn) changedHere()
    return drawn
  }

  function changedHere(): void {
    keepUnstored()
    show()
    storeSoon()
  }

  /** Should the page be left, or killed, before the store has it. */
  function keepUnstored(): void {
    if (stored === made) lettersLeft.drop(store.dexie.name, writer)
    else if (facts) {
      const letters: Letters = {
        note: factsOf(facts, facts.notedAt),
        update: toBase64(Y.encodeStateAsUpdate(doc, inStore)),
      }
      lettersLeft.keep(store.dexie.name, writer, letters)
    }
  }

  /** A note that is not in the store yet comes there first. */
  function storeSoon(afterMs = SAVE_AFTER_MS): void {
    if (stored < made && facts) timer ??= setTimeout(() => void flush(), afterMs)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }

  async function write(): Promise<void> {
    if (stored === made || !facts) return
    const upTo = made
    try {
      await writeNote(store, facts, Y.encodeStateAsUpdate(doc), new Date())
      stored = upTo
      keepUnstored()
      tell.storage('ok')
      tell.changed()
      storeSoon()
    } catch (error) {
      tell.storage(storageStateOf(error))
      storeSoon(TRY_AGAIN_MS)
    }
    show()
  }

  let done: () => void
  const closed = new Promise<void>((resolve) => (done = resolve))
  async function closeOnceStored(): Promise<void> {
    await flush()
    if (stored < made && facts) {
      setTimeout(() => void closeOnceStored(), TRY_AGAIN_MS)
      return
    }
    forget()
    leaving.abort()
    watching.unsubscribe()
    done()
  }

  return { edit, turn, draw: screen.draw, flush, close: () => void closeOnceStored(), closed }
}
