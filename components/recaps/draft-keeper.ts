import { isSameDraft, type RecapDraft, type SavedDraft } from '@/lib/recaps/draft'
import type { DraftPlace, KeptRecapDraft } from '@/lib/recaps/device/recap-drafts'

type Answer = { ok: true; value: { updatedAt: string } } | { ok: false; reason: string; saved?: SavedDraft }
type Read = { ok: true; value: SavedDraft } | { ok: false; reason: string }

/** The server as a keeper asks it. A network that fails is an answer: UNAVAILABLE. */
export type DraftServer = {
  /** @param isChosen its person took it over what another editor saved */
  save: (draft: RecapDraft, from: { editedFrom: string; isChosen: boolean }) => Promise<Answer>
  read: () => Promise<Read>
  /** Puts words among the earlier texts. */
  setAside: (draft: RecapDraft) => Promise<{ ok: boolean }>
}

/** `here`: on this device, waiting for the server. `unsaved`: on the screen only, or about to be kept. */
export type SaveState = 'saved' | 'saving' | 'unsaved' | 'here' | 'failed'
/**
 * What its person is asked. `changedElsewhere`: another text was saved while this one was written. `leftBehind`: this
 * device has words of an editor that was closed.
 */
export type Question = 'changedElsewhere' | 'leftBehind'
export type Keeping = {
  draft: RecapDraft
  state: SaveState
  question: Question | null
  /** The server or this device has all that is shown. */ isKept: boolean
  /** What was answered could not be done yet. */ hasFailed: boolean
}

// So many saves whose answer was lost are remembered: the server took one of them at most.
const MOST_UNANSWERED = 20

/** Refusals that end by themselves. */
const passing = ['UNAVAILABLE', 'RATE_LIMITED']

/**
 * Keeps a recap while it is written: on this device with every key, on the server when it is told to save, never over
 * what was saved elsewhere, and never so that words are nowhere: those that are not taken go among the earlier texts.
 * After each `await` what is held is read anew: letters come in between.
 */
export function keepDraft(confirmedAtFirst: SavedDraft, server: DraftServer, place: DraftPlace) {
  let [shown, confirmed]: [RecapDraft, SavedDraft] = [confirmedAtFirst.draft, confirmedAtFirst]
  let elsewhere: SavedDraft | null = null
  let left: KeptRecapDraft[] = []
  let unanswered: RecapDraft[] = []
  let kept: RecapDraft | null = null
  let [isSaving, isChosen, hasFailed]: [boolean, boolean, boolean] = [false, false, false]
  let refusal: 'passing' | 'refused' | null = null
  let saving: Promise<void> | null = null

  const isSaved = () => isSameDraft(shown, confirmed.draft)

  let keeping: Keeping = { draft: shown, state: 'saved', question: null, isKept: true, hasFailed: false }
  const listeners = new Set<() => void>()

  function show(): void {
    keeping = {
      draft: shown,
      state: stateNow(),
      question: elsewhere ? 'changedElsewhere' : left.length > 0 ? 'leftBehind' : null,
      isKept: isSaved() || kept === shown,
      hasFailed,
    }
    for (const listener of listeners) listener()
  }
  function stateNow(): SaveState {
    if (isSaved()) return 'saved'
    if (isSaving) return 'saving'
    if (refusal === 'refused') return 'failed'
    return refusal === 'passing' && kept === shown ? 'here' : 'unsaved'
  }

  /** Holds this from now on, on the screen at once and then on the device. */
  async function hold(draft: RecapDraft): Promise<void> {
    shown = draft
    show()
    const isKept = await place.keep(confirmed.updatedAt, draft)
    if (shown === draft) kept = isKept ? draft : null
    show()
  }

  function edit(fields: Partial<RecapDraft>): Promise<void> {
    refusal = null
    return hold({ ...shown, ...fields })
  }

  /** Saves until the server has what is shown, or says why not. */
  function save(): Promise<void> {
    saving ??= saveAll().finally(() => (saving = null))
    return saving
  }
  async function saveAll(): Promise<void> {
    while (!isSaved() && !elsewhere) {
      const sent = shown
      unanswered = [...unanswered, sent].slice(-MOST_UNANSWERED)
      isSaving = true
      show()
      const answer = await server.save(sent, { editedFrom: confirmed.updatedAt, isChosen })
      isSaving = false
      if (answer.ok) confirm({ draft: sent, updatedAt: answer.value.updatedAt })
      else if (answer.saved) meet(answer.saved)
      else {
        refusal = passing.includes(answer.reason) ? 'passing' : 'refused'
        break
      }
    }
    show()
  }

  function confirm(saved: SavedDraft): void {
    confirmed = saved
    elsewhere = null
    refusal = null
    isChosen = false
    unanswered = []
    // What was written since begins from this state now.
    void (isSaved() ? place.drop(saved.draft) : hold(shown))
  }

  /** What stands on the server is another state than the one this text began from. */
  function meet(saved: SavedDraft): void {
    // Ours, though the answer was lost; or the same words from another tab.
    if ([shown, ...unanswered].some((draft) => isSameDraft(draft, saved.draft))) confirm(saved)
    else if (isSaved()) {
      shown = saved.draft
      confirm(saved)
    } else elsewhere = saved
  }

  /** Asks the server for what was saved elsewhere: shown at once where nothing else was written here. */
  async function refresh(): Promise<void> {
    const before = confirmed
    const answer = await server.read()
    // What a save on its way brings about is told by its own answer.
    if (isSaving || !answer.ok) return
    if (answer.value.updatedAt > confirmed.updatedAt) meet(answer.value)
    else if (confirmed === before && answer.value.updatedAt < confirmed.updatedAt) await giveBack(answer.value)
    show()
  }

  /**
   * A server that has an earlier state than the one it confirmed was put back to it: it gets what is shown once more.
   */
  async function giveBack(there: SavedDraft): Promise<void> {
    confirmed = there
    await hold(shown)
    await save()
  }

  /**
   * Looks for what closed editors kept: what began from the text that the server has is shown and saved, of the rest
   * its person is asked.
   */
  async function lookAround(): Promise<void> {
    for (const found of await place.leftBehind()) {
      if (isSameDraft(found.draft, confirmed.draft)) await place.drop(found.draft, found.id)
      else if (isSameDraft(found.draft, shown)) continue
      else if (found.editedFrom === confirmed.updatedAt && isSaved() && !isSaving) {
        await hold(found.draft)
        if (kept === found.draft) await place.drop(found.draft, found.id)
      } else left = [...left, found]
    }
    show()
    await save()
  }

  /** Takes this device's words: what they replace is kept among the earlier texts. */
  async function take(): Promise<void> {
    if (elsewhere) {
      confirmed = elsewhere
      elsewhere = null
      isChosen = true
      return settle(hold(shown).then(save))
    }
    // What was typed meanwhile must be on the server before it is replaced.
    await save()
    const [found] = left
    if (!found || elsewhere) return show()
    hasFailed = !isSaved()
    if (hasFailed) return show()
    left = left.slice(1)
    isChosen = true
    await hold(found.draft)
    await place.drop(found.draft, found.id)
    await settle(save())
  }

  /** Takes what the server has: this device's words are kept among the earlier texts. */
  async function letGo(): Promise<void> {
    const untaken = elsewhere ? shown : left[0]?.draft
    if (!untaken) return
    hasFailed = !(await server.setAside(untaken)).ok
    if (hasFailed) return show()
    if (!elsewhere) {
      const found = left.find(({ draft }) => draft === untaken)
      left = left.filter((one) => one !== found)
      if (found) await place.drop(found.draft, found.id)
      return show()
    }
    // Letters that came meanwhile are put aside, too.
    if (shown !== untaken) return letGo()
    shown = elsewhere.draft
    confirm(elsewhere)
    await place.drop(untaken)
    show()
  }

  async function settle(work: Promise<void>): Promise<void> {
    hasFailed = false
    show()
    await work
  }

  /** Tells of every change. @returns how to end it */
  function watch(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { watch, now: () => keeping, edit, save, refresh, lookAround, take, letGo, isSaved }
}
