import type { Drawn, Selected } from '@/lib/notes/screen-text'
import { makeId } from '@/lib/sync/client/store/make-id'
import type { NoteTextHere, ShownText } from './note-text'

/** What a screen to write in shows. */
export type ShownDraft = ShownText & {
  /** Null until there is a note: one is made by the first letter. */ id: string | null
}

export type DraftHere = Pick<NoteTextHere, 'edit' | 'turn' | 'draw' | 'flush' | 'close'> & {
  /** Makes the note if there is none. @returns its id */
  ensure(): Promise<string>
}

/** How notes are made and opened. */
export type NoteWays = {
  /** @throws what the browser throws when it has no room left */
  create(id: string, text: string): Promise<unknown>
  /**
   * Keeps the text of a note that is being made, should the page be left before it is.
   * @param begun what it is made with
   */
  keep(id: string, begun: string, text: string): void
  /** The note has it all. */
  settle(id: string): void
  /** @param begun the text that it was made with, where the screen shows it already */
  open(id: string, tell: (shown: ShownText) => void, begun: string): Promise<NoteTextHere>
}

const TRY_AGAIN_MS = 3_000

/** Opens a text to write in, also where there is no note yet: what is typed while one is being made goes into it. */
export function openDraft(
  given: string | null,
  { create, keep, settle, open }: NoteWays,
  tell: (shown: ShownDraft) => void,
): DraftHere {
  let id = given
  /** A note that is being made, until it takes what is typed itself; `begun`: what it is made with. */
  let unmade: { id: string; begun: string | null } | null = given === null ? { id: makeId(), begun: null } : null
  let isRead = false
  let [typed, caret]: [string, number | undefined] = ['', undefined]
  let note: NoteTextHere | null = null
  let making: Promise<string> | null = null
  let opening: Promise<void> = id === null ? Promise.resolve() : openNote(id, '')
  let closed = false

  if (id === null) show({ text: '', ready: true, state: 'server' })

  function show(shown: ShownText): void {
    isRead ||= shown.ready && id !== null
    settleMade()
    // What takes letters before there is a note takes them while it is being opened, too.
    if (!closed) tell({ ...shown, ready: shown.ready || given === null, id })
  }

  /** @param begun what the note was made with; more may have been typed since */
  async function openNote(noteId: string, begun: string): Promise<void> {
    const opened = await open(noteId, show, begun)
    note = opened
    if (typed !== begun) opened.edit(typed, caret)
    if (closed) opened.close()
    settleMade()
  }

  function settleMade(): void {
    if (!unmade || !note || !isRead) return
    settle(unmade.id)
    unmade = null
  }

  function edit(text: string, at?: number): void {
    hold(text, at)
    if (note) return note.edit(text, at)
    show({ text, ready: true, state: 'saving' })
    ensure().catch(() => undefined)
  }

  function hold(text: string, at?: number): void {
    ;[typed, caret] = [text, at]
    if (unmade) keep(unmade.id, unmade.begun ?? text, text)
  }

  /** In the moment in which a note is made there is nothing to take back yet. */
  function turn(way: 'undo' | 'redo'): Drawn | null {
    const drawn = note?.turn(way) ?? null
    if (drawn) hold(drawn.text, drawn.end)
    return drawn
  }

  function ensure(): Promise<string> {
    if (id !== null) return Promise.resolve(id)
    making ??= make(unmade?.id ?? makeId(), typed)
    return making
  }

  async function make(made: string, begun: string): Promise<string> {
    if (unmade) unmade.begun = begun
    try {
      await create(made, begun)
      id = made
      opening = openNote(made, begun)
      opening.catch(() => undefined)
      return made
    } catch (error) {
      making = null
      // What there is no room for now stays on the screen, and is tried again as long as the page lives.
      if (typed !== '') setTimeout(() => void ensure().catch(() => undefined), TRY_AGAIN_MS)
      throw error
    }
  }

  async function flush(): Promise<void> {
    await making?.catch(() => undefined)
    await opening.catch(() => undefined)
    await note?.flush()
  }

  function close(): void {
    closed = true
    note?.close()
  }

  return {
    edit,
    turn,
    draw: (selected: Selected) => note?.draw(selected) ?? { ...selected, text: typed },
    flush,
    ensure,
    close,
  }
}
