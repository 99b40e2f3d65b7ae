import type { Table } from 'dexie'
import { isSameDraft, type RecapDraft } from '@/lib/recaps/draft'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { makeId } from '@/lib/sync/client/store/make-id'
import type { PersonStore } from '@/lib/sync/client/kind'

/** What an editor holds of a recap and the server does not have yet. */
export type KeptRecapDraft = {
  /** The recap's, a slash, the editor's; the recap's alone in what older versions kept. */ id: string
  /** When the recap that was edited had been saved (ISO). */ editedFrom: string
  draft: RecapDraft
}

declare module '@/lib/sync/client/kind' {
  interface Tables {
    recapDrafts: Table<KeptRecapDraft, string>
  }
}

/** The browser's Web Locks, as far as they are used here. */
type Locks = {
  query: () => Promise<{ held?: { name?: string }[] }>
  request: (name: string, work: () => Promise<void>) => Promise<void>
}
type Tools = { store: () => Promise<PersonStore>; locks: () => Locks | undefined }

/**
 * Where one editor of a recap keeps what the server does not have yet: a place of its own, so that two tabs never write
 * over each other.
 */
export type DraftPlace = ReturnType<typeof draftPlaceIn>

/** What editors of any recap kept here that the server does not have yet; none where there is no store to be had. */
export async function keptDrafts(store = async () => (await withEngine()).store()): Promise<KeptRecapDraft[]> {
  return store()
    .then(({ recapDrafts }) => recapDrafts.toArray())
    .catch(() => [])
}

/** A place for this page's editor of a recap, on this device. */
export function draftPlace(recapId: string): DraftPlace {
  return draftPlaceIn(recapId, { store: async () => (await withEngine()).store(), locks: () => navigator.locks })
}

/**
 * @param tools `locks`: none where the browser has none (plain http): what another open tab writes then looks left
 * behind, too
 */
export function draftPlaceIn(recapId: string, { store, locks }: Tools) {
  const own = `${recapId}/${makeId()}`

  /** Keeps what the editor holds. @returns whether it is kept: without a store to be had it is on the screen only */
  async function keep(editedFrom: string, draft: RecapDraft): Promise<boolean> {
    return store()
      .then(({ recapDrafts }) => recapDrafts.put({ id: own, editedFrom, draft }))
      .then(
        () => true,
        () => false,
      )
  }

  /** Lets go of what the server has; what was written since stays. @param id of what another editor left */
  async function drop(draft: RecapDraft, id = own): Promise<void> {
    const { dexie, recapDrafts } = await store().catch(() => ({ dexie: null, recapDrafts: null }))
    await dexie
      ?.transaction('rw', recapDrafts, async () => {
        const kept = await recapDrafts.get(id)
        if (kept && isSameDraft(kept.draft, draft)) await recapDrafts.delete(id)
      })
      .catch(() => undefined)
  }

  /** What editors kept that are no longer open. */
  async function leftBehind(): Promise<KeptRecapDraft[]> {
    const kept = await store()
      .then(({ recapDrafts }) => recapDrafts.where('id').startsWith(recapId).toArray())
      .catch(() => [])
    const open = new Set((await locks()?.query())?.held?.map(({ name }) => name) ?? [])
    return kept.filter(({ id }) => id !== own && !open.has(lockOf(id)))
  }

  /** Says that this editor is open, until it is closed. @returns how to close it */
  function open(): () => void {
    const closed = new AbortController()
    const untilClosed = new Promise<void>((resolve) => closed.signal.addEventListener('abort', () => resolve()))
    void locks()?.request(lockOf(own), () => untilClosed)
    return () => closed.abort()
  }

  return { keep, drop, leftBehind, open }
}

function lockOf(id: string): string {
  return `hallway-recap-${id}`
}
