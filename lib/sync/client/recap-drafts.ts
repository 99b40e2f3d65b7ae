import type { RecapDraft } from '@/lib/recaps/draft'
import { withEngine } from './local-state'
import type { KeptRecapDraft } from './store'

/** Keeps what an editor holds on this device until the server has it. Without a store to be had it is on the screen only. */
export async function keepRecapDraft(kept: KeptRecapDraft): Promise<void> {
  await withEngine().then((engine) => engine.store().recapDrafts.put(kept)).catch(() => undefined)
}

/** What this device keeps of a recap; null when the server has all. */
export async function keptRecapDraft(id: string): Promise<KeptRecapDraft | null> {
  return withEngine().then((engine) => engine.store().recapDrafts.get(id)).then((kept) => kept ?? null, () => null)
}

/** Lets go of a draft that the server has; one that was written since stays. */
export async function dropRecapDraft(id: string, saved?: RecapDraft): Promise<void> {
  const store = await withEngine().then((engine) => engine.store()).catch(() => null)
  await store?.dexie.transaction('rw', store.recapDrafts, async () => {
    const kept = await store.recapDrafts.get(id)
    if (kept && (!saved || JSON.stringify(kept.draft) === JSON.stringify(saved))) await store.recapDrafts.delete(id)
  }).catch(() => undefined)
}
