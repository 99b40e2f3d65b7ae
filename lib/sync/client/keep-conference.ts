import { fetchAgenda, fetchDescriptions, readAgenda } from './fetch-agenda'
import { isWorthKeeping } from './keep-agenda'
import { withEngine } from './local-state'

const running = new Map<string, Promise<void>>()

/**
 * Brings a conference, whole, into this device's own store, or what of it is new. A good copy is never replaced by a broken or an empty one.
 * @param version how the server said it stands: nothing is asked for when that is here; null: ask
 */
export function keepConference(slug: string, version: number | null = null): Promise<void> {
  const known = running.get(slug)
  if (known) return known
  const keeping = keep(slug, version)
    // No network, no store to be had, a full disk: what is kept stays.
    .catch(() => undefined)
    .finally(() => running.delete(slug))
  running.set(slug, keeping)
  return keeping
}

async function keep(slug: string, version: number | null): Promise<void> {
  const engine = await withEngine()
  const kept = await engine.keptAgenda(slug)
  const here = kept ? readAgenda(kept.agenda) : null
  if (here && kept?.descriptions && version !== null && here.conference.version >= version) return
  const fetched = await fetchAgenda(slug, here && kept ? kept.etag : null)
  if (fetched === null) return
  const agenda = fetched === 'unchanged' ? here : isWorthKeeping(here, fetched.agenda) ? fetched.agenda : null
  if (!agenda) return
  const base = { ...kept, slug, agenda, etag: fetched === 'unchanged' ? (kept?.etag ?? null) : fetched.etag, keptAt: new Date().toISOString() }
  // At once: the texts may not come any more.
  await engine.keepAgenda(base)
  const texts = await fetchDescriptions(slug, kept?.descriptions ? (kept.descriptionsEtag ?? null) : null)
  if (texts !== null && texts !== 'unchanged') await engine.keepAgenda({ ...base, descriptions: texts.value, descriptionsEtag: texts.etag })
}

/** The conferences on this device, as their programme was when it was kept; the latest first. */
export async function keptConferences(): Promise<{ id: string; slug: string; name: string }[]> {
  const kept = await (await withEngine()).keptAgendas()
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
