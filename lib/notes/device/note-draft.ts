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

/** What a hand does while the note that it began is being made. */
type Stroke = { text: string; caret: number | undefined } | { turn: 'undo' | 'redo' }

const TRY_AGAIN_MS = 3_000
/** Where a note is so long in the making that more is done, the oldest of it is taken back in one. */
const MOST_STROKES = 500

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
  let typed = ''
  let strokes: Stroke[] = []
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
    strikeAgain(opened, begun)
    if (closed) opened.close()
    settleMade()
  }

  /** What was done meanwhile is done in the note as it was done here, so that it can be taken back step by step. */
  function strikeAgain(opened: NoteTextHere, begun: string): void {
    let text = begun
    for (const stroke of strokes)
      if ('turn' in stroke) text = opened.turn(stroke.turn)?.text ?? text
      else {
        opened.edit(stroke.text, stroke.caret)
        text = stroke.text
      }
    if (text !== typed) hold(text)
    strokes = []
  }

  function settleMade(): void {
    if (!unmade || !note || !isRead) return
    settle(unmade.id)
    unmade = null
  }

  function edit(text: string, at?: number): void {
    hold(text)
    if (note) return note.edit(text, at)
    strike({ text, caret: at })
    show({ text, ready: true, state: 'saving' })
    ensure().catch(() => undefined)
  }

  function strike(stroke: Stroke): void {
    strokes = [...strokes, stroke].slice(-MOST_STROKES)
  }

  function hold(text: string): void {
    typed = text
    if (unmade) keep(unmade.id, unmade.begun ?? text, text)
  }

  /** In the moment in which a note is made, what is to be taken back is taken back once it is. */
  function turn(way: 'undo' | 'redo'): Drawn | null {
    if (!note) strike({ turn: way })
    const drawn = note?.turn(way) ?? null
    if (drawn) hold(drawn.text)
    return drawn
  }

  function ensure(): Promise<string> {
    if (id !== null) return Promise.resolve(id)
    making ??= make(unmade?.id ?? makeId(), typed)
    return making
  }

  async function make(made: string, begun: string): Promise<string> {
    if (unmade) unmade.begun = begun
    strokes = []
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
