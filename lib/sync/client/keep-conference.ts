import type { Agenda } from '@/lib/schedule/agenda'
import { keepChanges } from './changes-store'
import type { Engine } from './engine'
import { fetchAgenda, fetchChanges, fetchDescriptions } from './fetch-agenda'
import { isWorthKeeping } from './keep-agenda'
import { keepTrying } from './keep-trying'
import { withEngine } from './local-state'
import type { KeptAgenda } from './store'

type Run = { keeping: Promise<void>; /** What it was said to be since this began. */ next: number | null }

const running = new Map<string, Run>()

/**
 * Brings a conference, whole, into this device's own store, or what of it is new. A good copy is never replaced by a broken or an empty one.
 * @param version how the server said it stands: nothing is asked for when that is here; null: ask
 */
export function keepConference(slug: string, version: number | null = null): Promise<void> {
  const known = running.get(slug)
  if (known) {
    known.next = version ?? known.next
    return known.keeping
  }
  const run: Run = { keeping: Promise.resolve(), next: null }
  running.set(slug, run)
  run.keeping = keep(slug, version)
    // No network, no store to be had, a full disk: what is kept stays.
    .catch(() => undefined)
    .finally(() => {
      running.delete(slug)
      // It changed meanwhile: what was fetched may be the one before.
      if (run.next !== null) void keepConference(slug, run.next)
    })
  return run.keeping
}

async function keep(slug: string, version: number | null): Promise<void> {
  const [engine, { readAgenda }] = await Promise.all([withEngine(), keepTrying(() => import('./readers'))])
  const kept = await engine.keptAgenda(slug)
  const here = kept ? readAgenda(kept.agenda) : null
  const isNewest = here !== null && version !== null && here.conference.version >= version
  const agenda = isNewest ? here : await keepProgramme(engine, slug, kept, here)
  if (!agenda) return
  await keepChanges(engine.store(), agenda.conference, fetchChanges)
  if (!isNewest || !kept?.descriptions) await keepTexts(engine, slug)
}

/** @returns the programme as it stands; null: it could not be had, or is not worth keeping */
async function keepProgramme(engine: Engine, slug: string, kept: KeptAgenda | undefined, here: Agenda | null): Promise<Agenda | null> {
  const fetched = await fetchAgenda(slug, here && kept ? kept.etag : null)
  if (fetched === null) return null
  const agenda = fetched === 'unchanged' ? here : isWorthKeeping(here, fetched.agenda) ? fetched.agenda : null
  // At once, with the texts of the one before: the new ones may not come any more.
  if (agenda) await engine.keepAgenda({ ...kept, slug, agenda, etag: fetched === 'unchanged' ? (kept?.etag ?? null) : fetched.etag, keptAt: new Date().toISOString() })
  return agenda
}

async function keepTexts(engine: Engine, slug: string): Promise<void> {
  const kept = await engine.keptAgenda(slug)
  const texts = await fetchDescriptions(slug, kept?.descriptions ? (kept.descriptionsEtag ?? null) : null)
  if (kept && texts !== null && texts !== 'unchanged') await engine.keepAgenda({ ...kept, descriptions: texts.value, descriptionsEtag: texts.etag })
}

/** The conferences on this device, as their programme was when it was kept; the latest first. */
export async function keptConferences(): Promise<{ id: string; slug: string; name: string }[]> {
  const [kept, { readAgenda }] = await Promise.all([withEngine().then((engine) => engine.keptAgendas()), keepTrying(() => import('./readers'))])
  const byAge = kept.sort((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''))
  return byAge.flatMap(({ agenda }) => readAgenda(agenda)?.conference ?? []).map(({ id, slug, name }) => ({ id, slug, name }))
}

/** The sessions' texts that this device keeps; null when it has none. */
export async function keptDescriptions(slug: string): Promise<Record<string, string> | null> {
  // No store to be had (a private window): nothing is kept.
  const kept = await withEngine().then((engine) => engine.keptAgenda(slug)).catch(() => undefined)
  return kept?.descriptions ?? null
}

/** The sessions' texts as they are now, if the server answers; else as this device keeps them; null when there are none. */
export async function newestDescriptions(slug: string): Promise<Record<string, string> | null> {
  await keepConference(slug)
  const kept = await keptDescriptions(slug)
  if (kept) return kept
  const fetched = await fetchDescriptions(slug, null)
  return fetched === null || fetched === 'unchanged' ? null : fetched.value
}
