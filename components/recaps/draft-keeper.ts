import type { RecapDraft, SavedDraft } from '@/lib/recaps/draft'
import type { DraftPlace } from '@/lib/recaps/device/recap-drafts'
import {
  isSaved,
  draftViewOf,
  openedWith,
  stepDraft,
  untakenOf,
  type DraftEffect,
  type DraftEvent,
  type SaveAnswer,
} from './draft-state'

type Read = { ok: true; value: SavedDraft } | { ok: false; reason: string }

/** The server as a keeper asks it. A network that fails is an answer: UNAVAILABLE. */
export type DraftServer = {
  /** @param isChosen its person took it over what another editor saved */
  save: (draft: RecapDraft, from: { editedFrom: string; isChosen: boolean }) => Promise<SaveAnswer>
  read: () => Promise<Read>
  /** Puts words among the earlier texts. */
  setAside: (draft: RecapDraft) => Promise<{ ok: boolean }>
}

/**
 * Keeps a recap while it is written: on this device with every key, on the server when it is told to save, never over
 * what was saved elsewhere, and never so that words are nowhere: those that are not taken go among the earlier texts.
 * draft-state.ts decides; here its decisions are carried out, and after each `await` what is held is read anew: letters
 * come in between.
 */
export function keepDraft(confirmedAtFirst: SavedDraft, server: DraftServer, place: DraftPlace) {
  let state = openedWith(confirmedAtFirst)
  let keeping = draftViewOf(state)
  let saving: Promise<void> | null = null
  const listeners = new Set<() => void>()

  async function happen(event: DraftEvent): Promise<void> {
    const [after, effects] = stepDraft(state, event)
    state = after
    keeping = draftViewOf(state)
    for (const listener of listeners) listener()
    for (const effect of effects) await perform(effect)
  }

  async function perform(effect: DraftEffect): Promise<void> {
    if (effect.do === 'save') return save()
    if (effect.do === 'letGo') return letGo()
    const { draft } = effect
    if (effect.do === 'drop') return place.drop(draft, effect.id)
    const isKept = await place.keep(effect.editedFrom, draft)
    return happen({ kind: 'kept', draft, isKept, foundIn: effect.foundIn })
  }

  function edit(fields: Partial<RecapDraft>): Promise<void> {
    return happen({ kind: 'edited', fields })
  }

  /** Saves until the server has what is shown, or says why not. */
  function save(): Promise<void> {
    saving ??= saveAll().finally(() => (saving = null))
    return saving
  }
  async function saveAll(): Promise<void> {
    while (!isSaved(state) && !state.elsewhere) {
      const { shown: sent, confirmed, isChosen } = state
      void happen({ kind: 'sent' })
      const answer = await server.save(sent, { editedFrom: confirmed.updatedAt, isChosen })
      // The device keeps and drops at its own pace.
      void happen({ kind: 'answered', sent, answer })
      if (!answer.ok && !answer.saved) return
    }
  }

  /** Asks the server for what was saved elsewhere: shown at once where nothing else was written here. */
  async function refresh(): Promise<void> {
    const since = state.confirmed
    const answer = await server.read()
    if (answer.ok) await happen({ kind: 'read', saved: answer.value, since })
  }

  /** Looks for what closed editors kept. */
  async function lookAround(): Promise<void> {
    for (const found of await place.leftBehind()) await happen({ kind: 'found', found })
    await save()
  }

  /** Takes what stands here, or what was left behind: what it replaces is kept among the earlier texts. */
  async function take(): Promise<void> {
    if (state.elsewhere) return happen({ kind: 'taken', of: 'changedElsewhere' })
    await save()
    await happen({ kind: 'taken', of: 'leftBehind' })
  }

  /** Takes what the server has: what stands here, or was left behind, is kept among the earlier texts. */
  async function letGo(): Promise<void> {
    const untaken = untakenOf(state)
    if (untaken) await happen({ kind: 'setAside', untaken, ok: (await server.setAside(untaken)).ok })
  }

  /** Tells of every change. @returns how to end it */
  function watch(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { watch, now: () => keeping, edit, save, refresh, lookAround, take, letGo, isSaved: () => isSaved(state) }
}
