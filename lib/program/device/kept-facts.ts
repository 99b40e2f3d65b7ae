import type { PersonStore } from '@/lib/sync/client/kind'
import { readInPartsAs } from '@/lib/sync/read-document'
import type { Agenda } from '../agenda'
import { agendaDocument } from '../agenda-document'
import { AGENDA_SHAPE } from './agenda-shape'
import type { KeptAgenda, KeptFacts } from './kept'

/**
 * What a store has of a conference. Where a build of before kept it, it is read whole this once.
 * @returns null: nothing, or nothing that this version can read
 */
export async function getKeptFacts(store: PersonStore, slug: string): Promise<KeptFacts | null> {
  const facts = await store.keptFacts.get(slug)
  return facts?.shape === AGENDA_SHAPE ? facts : findFacts(store, slug)
}

/** The same of all conferences in a store, those of which the server told last first. */
export async function listKeptFacts(store: PersonStore): Promise<KeptFacts[]> {
  const [slugs, all] = await Promise.all([store.agendas.toCollection().primaryKeys(), store.keptFacts.toArray()])
  const known = new Map(all.map((facts) => [facts.slug, facts]))
  const found: KeptFacts[] = []
  for (const slug of slugs) {
    const facts = known.get(slug)
    const here = facts?.shape === AGENDA_SHAPE ? facts : await findFacts(store, slug)
    if (here) found.push(here)
  }
  return found.sort((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''))
}

/** What is told of a programme besides what the server said of it, and of its texts. */
export function factsOfProgramme({
  conference,
  floors = [],
}: Agenda): Pick<KeptFacts, 'conference' | 'shape' | 'plans'> {
  const { id, slug, name, version } = conference
  return {
    conference: { id, slug, name, version },
    shape: AGENDA_SHAPE,
    plans: floors.map(({ picture }) => picture),
  }
}

async function findFacts(store: PersonStore, slug: string): Promise<KeptFacts | null> {
  const row = await store.agendas.get(slug)
  const agenda = row ? await readInPartsAs(store.registered.documents, agendaDocument, row.agenda) : null
  if (!row || !agenda) return null
  const found = { ...factsOfProgramme(agenda), slug, etag: row.etag, keptAt: row.keptAt, goneAt: row.goneAt }
  const noting = store.dexie.transaction('rw', store.keptFacts, store.descriptions, async () => {
    const now = await store.keptFacts.get(slug)
    // Another tab was quicker.
    if (now?.shape === AGENDA_SHAPE) return now
    const texts = now?.texts ?? (await keepTextsIn(store, row))
    const facts = { ...found, ...(now?.etag === row.etag && now), ...factsOfProgramme(agenda), texts }
    await store.keptFacts.put(facts)
    return facts
  })
  // A full disk: what is here is here all the same.
  return noting.catch(() => found)
}

async function keepTextsIn(
  { descriptions: table }: PersonStore,
  { slug, descriptions, descriptionsEtag = null }: KeptAgenda,
): Promise<KeptFacts['texts']> {
  if (!descriptions) return undefined
  await table.put({ slug, descriptions })
  return { etag: descriptionsEtag }
}
