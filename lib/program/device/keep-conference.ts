import { handsRest } from '@/lib/sync/client/documents/hands-rest'
import { isRecent, markKept } from '@/lib/sync/client/documents/trust'
import { withEngine } from '@/lib/sync/client/store/local-state'
import { agendaDocument } from '../agenda-document'
import { fetchAgenda, fetchChanges, fetchDescriptions } from './fetch-agenda'
import { fetchPlan } from './fetch-plan'
import { keepWhole, type WholeFetches } from './keep-whole'
import { getKeptFacts } from './kept-facts'

type Run = {
  keeping: Promise<void>
  /** What it was said to be since this began. */ next: number | null
  /** Somebody waits for it now. */ hurry: () => void
}

const running = new Map<string, Run>()

/**
 * Brings a conference, whole, into this device's own store, or what of it is new. A good copy is never replaced by a
 * broken or an empty one. What takes long waits until hands rest.
 * @param version how the server said it stands: nothing is asked for when that is here; null: ask
 */
export function keepConference(slug: string, version: number | null = null): Promise<void> {
  const known = running.get(slug)
  if (known) {
    known.next = version ?? known.next
    return known.keeping
  }
  let hurry = () => {}
  const hurried = new Promise<void>((done) => (hurry = done))
  const run: Run = { keeping: Promise.resolve(), next: null, hurry }
  running.set(slug, run)
  run.keeping = keep(slug, version, () => Promise.race([handsRest(), hurried]))
    // No code for the store, or no store to be had.
    .catch(() => true)
    .then((isTheirs) => {
      running.delete(slug)
      // It changed meanwhile: what was fetched may be the one before. So did who is here, perhaps: they have nothing of
      // it.
      if (run.next !== null || !isTheirs) void keepConference(slug, run.next)
    })
  return run.keeping
}

/** The same, unless it is here, whole, as the server said a moment ago: pokes tell of what is later. */
export async function keepUnlessRecent(slug: string): Promise<void> {
  const facts = await getKeptFacts((await withEngine()).store(), slug).catch(() => null)
  if (!facts?.texts || !isRecent(facts.keptAt)) await keepConference(slug)
}

/** Does this device know that the server has it no more, or does not show it? */
export async function isKnownGone(slug: string): Promise<boolean> {
  return (await (await withEngine()).store().keptFacts.get(slug))?.goneAt !== undefined
}

/** @returns whether the store into which it went is that of whoever is here then */
async function keep(slug: string, version: number | null, calm: () => Promise<void>): Promise<boolean> {
  const engine = await withEngine()
  const store = engine.store()
  const isHere = () => engine.store() === store
  // No network, a full disk: what is kept stays.
  await keepWhole(store, slug, version, isHere, wireOf(calm)).then(
    () => markKept(agendaDocument, slug),
    () => undefined,
  )
  return isHere()
}

function wireOf(calm: () => Promise<void>): WholeFetches {
  return {
    agenda: (address, etag) => fetchAgenda(address, etag, calm),
    changes: (address, etag) => fetchChanges(address, etag, calm),
    texts: (address, etag) => fetchDescriptions(address, etag, calm),
    plan: fetchPlan,
  }
}

/** The sessions' texts that this device keeps; null when it has none. */
export async function keptDescriptions(slug: string): Promise<Record<string, string> | null> {
  // No store to be had (a private window): nothing is kept.
  const kept = await withEngine()
    .then((engine) => engine.store())
    // A build of before kept them with the programme.
    .then(async (store) => (await store.descriptions.get(slug)) ?? (await store.agendas.get(slug)))
    .catch(() => undefined)
  return kept?.descriptions ?? null
}

/**
 * The sessions' texts as they are now, if the server answers; else as this device keeps them; null when there are none.
 */
export async function newestDescriptions(slug: string): Promise<Record<string, string> | null> {
  const keeping = keepConference(slug)
  running.get(slug)?.hurry()
  await keeping
  const kept = await keptDescriptions(slug)
  if (kept) return kept
  const fetched = await fetchDescriptions(slug, null)
  return fetched === null || fetched === 'unchanged' ? null : fetched.value
}
