import type { LandedSession } from './carry'
import {
  isSamePlace,
  type BoardAuthor,
  type BoardSession,
  type BoardDraft,
  type DrawnSession,
  type BoardMove,
  type BoardPlace,
} from '../board'

/** Where a session is wanted; null: where the programme has it, and if it is a drawn one nowhere. */
export type WantedPlace = { place: BoardPlace; created?: DrawnSession } | null
export type DraftChange = {
  sessionId: string
  title: string
  /** Where it is published; null: nowhere, it is drawn. */ from: BoardPlace | null
  before: WantedPlace
  after: WantedPlace
}
/** What one gesture did, to one session or several. */
export type Step = {
  id: string
  /** ISO. */ at: string
  /** The draft's version that was seen when it was done. */ seen: number
  changes: readonly DraftChange[]
}

/**
 * The draft as an organizer has it before them: as the server told it last, what the server has not confirmed, and what
 * can be undone and done again.
 */
export type Desk = {
  draft: BoardDraft
  /** In order; the first may be on its way. */ waiting: readonly Step[]
  /** Of this organizer, on this page. */ done: readonly Step[]
  undone: readonly Step[]
}

export type DeskEvent =
  | { kind: 'did'; step: Omit<Step, 'seen'> & { seen?: number } }
  | { kind: 'undid' | 'redid'; id: string; at: string }
  | { kind: 'confirmed'; id: string; version: number; author: BoardAuthor }
  | { kind: 'refused'; id: string }
  | { kind: 'told'; draft: BoardDraft }
  /** By whom the draft was published or discarded: what was done before can no longer be undone move by move. */
  | { kind: 'closed'; draft: BoardDraft }

/** More steps than anybody goes back. */
const MOST_STEPS = 200

/**
 * @param waiting what a page of before could not send
 * @param before what was done elsewhere, and can be undone here
 */
export function deskOf(draft: BoardDraft, waiting: readonly Step[] = [], before: readonly Step[] = []): Desk {
  return { draft, waiting, done: [...before, ...waiting], undone: [] }
}

/** What comes of a gesture here, an answer of the server, or what others did. */
export function after(desk: Desk, event: DeskEvent): Desk {
  switch (event.kind) {
    case 'did':
      if (event.step.changes.length === 0) return desk
      return doing(desk, { ...event.step, seen: event.step.seen ?? desk.draft.version })
    case 'undid':
      return goBack(desk, event, 'done', 'undone')
    case 'redid':
      return goBack(desk, event, 'undone', 'done')
    case 'confirmed': {
      const step = desk.waiting.find(({ id }) => id === event.id)
      if (!step) return desk
      const waiting = desk.waiting.filter((one) => one !== step)
      // The server may have told of it, and of later ones, before it answered.
      if (event.version <= desk.draft.version) return { ...desk, waiting }
      return {
        ...desk,
        waiting,
        draft: { ...desk.draft, version: event.version, moves: laid(desk.draft.moves, step, event.author) },
      }
    }
    case 'refused': {
      const without = (steps: readonly Step[]) => steps.filter(({ id }) => id !== event.id)
      return { ...desk, waiting: without(desk.waiting), done: without(desk.done), undone: without(desk.undone) }
    }
    case 'told':
      // What it has already is no news, and nothing is laid out anew for it.
      if (event.draft === desk.draft || event.draft.version < desk.draft.version) return desk
      return { ...desk, draft: event.draft }
    case 'closed':
      return { ...deskOf(event.draft), waiting: desk.waiting }
  }
}

/** The moves as this organizer sees them: those of the draft, and over them what is not confirmed. */
export function movesOn(desk: Desk, me: BoardAuthor): BoardMove[] {
  return [...desk.waiting.reduce((moves, step) => laid(moves, step, me), desk.draft.moves)]
}

const NOBODY: BoardAuthor = { userId: null, by: null }

/** What the last step did and would be taken back by undoing it, and how much of it others have moved since. */
export function undoable(desk: Desk, list: 'done' | 'undone' = 'done'): { changes: DraftChange[]; left: number } {
  const step = desk[list].at(-1)
  if (!step) return { changes: [], left: 0 }
  const shown = new Map(movesOn(desk, NOBODY).map((move) => [move.sessionId, move]))
  const changes = step.changes.filter(({ sessionId, after: wanted }) => isWanted(shown.get(sessionId), wanted))
  return { changes, left: step.changes.length - changes.length }
}

/** Wanting a session where it is published is no move. */
function wantedAt(place: BoardPlace, session: BoardSession | undefined, created?: DrawnSession): WantedPlace {
  if (!created && session && isSamePlace(place, session)) return null
  return { place: only(place), ...(created && { created }) }
}

/** What moving sessions changes in the draft; what lies where it is wanted already is left out. */
export function changesOf(
  moved: readonly LandedSession[],
  published: ReadonlyMap<string, BoardSession>,
  moves: ReadonlyMap<string, BoardMove>,
): DraftChange[] {
  return moved.flatMap(({ session: { id, title }, place }): DraftChange[] => {
    const [home, move] = [published.get(id), moves.get(id)]
    const wanted = wantedAt(place, home, move?.created)
    if (isWanted(move, wanted)) return []
    return [{ sessionId: id, title, from: home ? only(home) : null, before: wantedIn(move), after: wanted }]
  })
}

/** Where a session is wanted now. */
export function wantedIn(move: BoardMove | undefined): WantedPlace {
  return move ? { place: move.place, ...(move.created && { created: move.created }) } : null
}

function doing(desk: Desk, step: Step): Desk {
  return { ...desk, waiting: [...desk.waiting, step], done: [...desk.done, step].slice(-MOST_STEPS), undone: [] }
}

function goBack(
  desk: Desk,
  { id, at }: { id: string; at: string },
  from: 'done' | 'undone',
  to: 'done' | 'undone',
): Desk {
  if (desk[from].length === 0) return desk
  const { changes } = undoable(desk, from)
  const rest = { ...desk, [from]: desk[from].slice(0, -1) }
  if (changes.length === 0) return rest
  const back = changes.map(({ before, after: wanted, ...change }) => ({ ...change, before: wanted, after: before }))
  const step = { id, at, seen: desk.draft.version, changes: back }
  return { ...rest, waiting: [...desk.waiting, step], [to]: [...desk[to], step] }
}

function laid(moves: readonly BoardMove[], { changes, at }: Step, { userId, by }: BoardAuthor): BoardMove[] {
  const byId = new Map(moves.map((move) => [move.sessionId, move]))
  for (const { sessionId, title, from: published, after: wanted } of changes) {
    const from = byId.get(sessionId)?.from ?? published
    if (wanted) byId.set(sessionId, { sessionId, title, ...wanted, from, userId, by, at })
    else byId.delete(sessionId)
  }
  return [...byId.values()]
}

function isWanted(move: BoardMove | undefined, wanted: WantedPlace): boolean {
  if (!move || !wanted) return !move && !wanted
  return isSamePlace(move.place, wanted.place)
}

/** A session is a place, too: of what it is more, nothing is sent. */
function only({ dayOn, startAt, endAt, roomIds }: BoardPlace): BoardPlace {
  return { dayOn, startAt, endAt, roomIds }
}
