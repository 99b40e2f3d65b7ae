import { isSameDraft, type RecapDraft, type SavedDraft } from '@/lib/recaps/draft'
import type { KeptRecapDraft } from '@/lib/recaps/device/recap-drafts'

/** What the server says to a save. `saved`: what was saved elsewhere since. */
export type SaveAnswer = { ok: true; value: { updatedAt: string } } | { ok: false; reason: string; saved?: SavedDraft }

/** `here`: on this device, waiting for the server. `unsaved`: on the screen only, or about to be kept. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'here' | 'failed'
/**
 * What its person is asked. `changedElsewhere`: another text was saved while this one was written. `leftBehind`: this
 * device has words of an editor that was closed.
 */
export type DraftQuestionKind = 'changedElsewhere' | 'leftBehind'
export type DraftView = {
  draft: RecapDraft
  state: SaveState
  question: DraftQuestionKind | null
  /** The server or this device has all that is shown. */ isKept: boolean
  /** What was answered could not be done yet. */ hasFailed: boolean
}

/** All that an editor knows of its recap. */
export type DraftState = {
  shown: RecapDraft
  /** What the server has, as far as it told. */ confirmed: SavedDraft
  elsewhere: SavedDraft | null
  /** What closed editors left, of which its person is asked. */ left: readonly KeptRecapDraft[]
  /** Sent, without an answer that says whether it is there. */ unanswered: readonly RecapDraft[]
  /** What this device has kept. */ kept: RecapDraft | null
  isSaving: boolean
  /** Its person took what is shown over what another editor saved. */ isChosen: boolean
  hasFailed: boolean
  refusal: 'passing' | 'refused' | null
}

/**
 * What happens to a draft. `kept`: the device answered. `sent`: what is shown is on its way to the server. `read`: what
 * the server has; `since`: what was confirmed when it was asked. `found`: what a closed editor left. `taken`: what
 * stands here, or was left behind; `setAside`: these words were put among the earlier texts, or could not be.
 */
export type DraftEvent =
  | { kind: 'edited'; fields: Partial<RecapDraft> }
  | { kind: 'kept'; draft: RecapDraft; isKept: boolean; foundIn?: string }
  | { kind: 'sent' }
  | { kind: 'answered'; sent: RecapDraft; answer: SaveAnswer }
  | { kind: 'read'; saved: SavedDraft; since: SavedDraft }
  | { kind: 'found'; found: KeptRecapDraft }
  | { kind: 'taken'; of: DraftQuestionKind }
  | { kind: 'setAside'; untaken: RecapDraft; ok: boolean }

/** What is to be done, in order. `foundIn`: whose words they were, to be dropped there when they are kept here. */
export type DraftEffect =
  | { do: 'keep'; draft: RecapDraft; editedFrom: string; foundIn?: string }
  | { do: 'drop'; draft: RecapDraft; id?: string }
  | { do: 'save' }
  | { do: 'letGo' }

type Step = [DraftState, DraftEffect[]]

// So many saves whose answer was lost are remembered: the server took one of them at most.
const MOST_UNANSWERED = 20

/** Refusals that end by themselves. */
const passing = ['UNAVAILABLE', 'RATE_LIMITED']

/** An editor that begins with what the server has. */
export function openedWith(confirmed: SavedDraft): DraftState {
  return {
    shown: confirmed.draft,
    confirmed,
    elsewhere: null,
    left: [],
    unanswered: [],
    kept: null,
    isSaving: false,
    isChosen: false,
    hasFailed: false,
    refusal: null,
  }
}

/** What is shown of it. */
export function draftViewOf(state: DraftState): DraftView {
  return {
    draft: state.shown,
    state: saveStateOf(state),
    question: state.elsewhere ? 'changedElsewhere' : state.left.length > 0 ? 'leftBehind' : null,
    isKept: isSaved(state) || state.kept === state.shown,
    hasFailed: state.hasFailed,
  }
}

function saveStateOf(state: DraftState): SaveState {
  if (isSaved(state)) return 'saved'
  if (state.isSaving) return 'saving'
  if (state.refusal === 'refused') return 'failed'
  return state.refusal === 'passing' && state.kept === state.shown ? 'here' : 'unsaved'
}

/** Has the server what is shown? */
export function isSaved({ shown, confirmed }: DraftState): boolean {
  return isSameDraft(shown, confirmed.draft)
}

/** What its person is asked to give up: what stands here, or what was left behind. */
export function untakenOf({ elsewhere, shown, left }: DraftState): RecapDraft | undefined {
  return elsewhere ? shown : left[0]?.draft
}

/** One step of an editor: what it knows after an event, and what is to be done. */
export function stepDraft(state: DraftState, event: DraftEvent): Step {
  switch (event.kind) {
    case 'edited':
      return hold({ ...state, refusal: null }, { ...state.shown, ...event.fields })
    case 'kept':
      return noteKept(state, event)
    case 'sent':
      return [{ ...state, isSaving: true, unanswered: [...state.unanswered, state.shown].slice(-MOST_UNANSWERED) }, []]
    case 'answered':
      return hear({ ...state, isSaving: false }, event.sent, event.answer)
    case 'read':
      return compare(state, event.saved, event.since)
    case 'found':
      return find(state, event.found)
    case 'taken':
      return event.of === 'changedElsewhere' ? takeOverElsewhere(state) : takeLeft(state)
    case 'setAside':
      return event.ok ? letGo({ ...state, hasFailed: false }, event.untaken) : [{ ...state, hasFailed: true }, []]
  }
}

/** Holds this from now on, on the screen at once and then on the device. */
function hold(state: DraftState, draft: RecapDraft, found?: { foundIn: string }): Step {
  return [{ ...state, shown: draft }, [{ do: 'keep', draft, editedFrom: state.confirmed.updatedAt, ...found }]]
}

function noteKept(
  state: DraftState,
  { draft, isKept, foundIn }: { draft: RecapDraft; isKept: boolean; foundIn?: string },
): Step {
  // Letters came meanwhile, which are being kept themselves.
  if (state.shown !== draft) return [state, []]
  const isMoved = isKept && foundIn !== undefined
  return [{ ...state, kept: isKept ? draft : null }, isMoved ? [{ do: 'drop', draft, id: foundIn }] : []]
}

function hear(state: DraftState, sent: RecapDraft, answer: SaveAnswer): Step {
  if (answer.ok) return confirm(state, { draft: sent, updatedAt: answer.value.updatedAt })
  if (answer.saved) return meet(state, answer.saved)
  return [{ ...state, refusal: passing.includes(answer.reason) ? 'passing' : 'refused' }, []]
}

function confirm(state: DraftState, confirmed: SavedDraft): Step {
  const after = { ...state, confirmed, elsewhere: null, refusal: null, isChosen: false, unanswered: [] }
  // What was written since begins from this state now.
  return isSaved(after) ? [after, [{ do: 'drop', draft: confirmed.draft }]] : hold(after, after.shown)
}

/** What stands on the server is another state than the one this text began from. */
function meet(state: DraftState, saved: SavedDraft): Step {
  // Ours, though the answer was lost; or the same words from another tab.
  if ([state.shown, ...state.unanswered].some((draft) => isSameDraft(draft, saved.draft))) return confirm(state, saved)
  return isSaved(state) ? confirm({ ...state, shown: saved.draft }, saved) : [{ ...state, elsewhere: saved }, []]
}

function compare(state: DraftState, saved: SavedDraft, since: SavedDraft): Step {
  // What a save on its way brings about is told by its own answer.
  if (state.isSaving) return [state, []]
  if (saved.updatedAt > state.confirmed.updatedAt) return meet(state, saved)
  const isPutBack = state.confirmed === since && saved.updatedAt < state.confirmed.updatedAt
  return isPutBack ? giveBack(state, saved) : [state, []]
}

/**
 * A server that has an earlier state than the one it confirmed was put back to it: it gets what is shown once more.
 */
function giveBack(state: DraftState, there: SavedDraft): Step {
  const [after, effects] = hold({ ...state, confirmed: there }, state.shown)
  return [after, [...effects, { do: 'save' }]]
}

/** What began from the text that the server has is shown and saved; of the rest its person is asked. */
function find(state: DraftState, found: KeptRecapDraft): Step {
  const { id, draft, editedFrom } = found
  if (isSameDraft(draft, state.confirmed.draft)) return [state, [{ do: 'drop', draft, id }]]
  if (isSameDraft(draft, state.shown)) return [state, []]
  if (editedFrom === state.confirmed.updatedAt && isSaved(state) && !state.isSaving)
    return hold(state, draft, { foundIn: id })
  return [{ ...state, left: [...state.left, found] }, []]
}

function takeOverElsewhere(state: DraftState): Step {
  if (!state.elsewhere) return [state, []]
  const chosen = { ...state, confirmed: state.elsewhere, elsewhere: null, isChosen: true, hasFailed: false }
  const [after, effects] = hold(chosen, state.shown)
  return [after, [...effects, { do: 'save' }]]
}

function takeLeft(state: DraftState): Step {
  const [found, ...others] = state.left
  if (!found || state.elsewhere) return [state, []]
  // What was typed meanwhile must be on the server before it is replaced.
  if (!isSaved(state)) return [{ ...state, hasFailed: true }, []]
  const [after, effects] = hold({ ...state, left: others, isChosen: true, hasFailed: false }, found.draft)
  return [after, [...effects, { do: 'drop', draft: found.draft, id: found.id }, { do: 'save' }]]
}

/** Takes what the server has, now that what stood here is among the earlier texts. */
function letGo(state: DraftState, untaken: RecapDraft): Step {
  if (!state.elsewhere) {
    const found = state.left.find(({ draft }) => draft === untaken)
    const left = state.left.filter((one) => one !== found)
    return [{ ...state, left }, found ? [{ do: 'drop', draft: found.draft, id: found.id }] : []]
  }
  // Letters that came meanwhile are put aside, too.
  if (state.shown !== untaken) return [state, [{ do: 'letGo' }]]
  const [after, effects] = confirm({ ...state, shown: state.elsewhere.draft }, state.elsewhere)
  return [after, [...effects, { do: 'drop', draft: untaken }]]
}
