import type { PersonStore } from '@/lib/sync/client/kind'
import { readAs } from '@/lib/sync/read-document'
import type { Agenda } from '../agenda'
import { agendaDocument } from '../agenda-document'
import { AGENDA_SHAPE } from './agenda-shape'
import { keepChanges } from './changes-store'
import type { fetchAgenda, fetchChanges, fetchDescriptions } from './fetch-agenda'
import type { fetchPlan } from './fetch-plan'
import { isWorthKeeping } from './keep-agenda'
import { keepPlans } from './keep-plans'
import type { KeptFacts } from './kept'
import { factsOfProgramme, getKeptFacts } from './kept-facts'

/** What is asked of the server; replaced only where a test is the wire. */
export type WholeFetches = {
  agenda: typeof fetchAgenda
  changes: typeof fetchChanges
  texts: typeof fetchDescriptions
  plan: typeof fetchPlan
}

/**
 * Brings a conference, whole, into a store, or what of it is new: where nothing is, nothing large is read or written.
 * Other tabs may do the same at the same time: each writes its part into what stands there then, and nothing in place
 * of what is later.
 * @param version how the server said it stands; null: ask
 * @param isHere the store is that of whoever is here, and so is what the server tells
 */
export async function keepWhole(
  store: PersonStore,
  slug: string,
  version: number | null,
  isHere: () => boolean,
  asked: WholeFetches,
): Promise<void> {
  const kept = await getKeptFacts(store, slug)
  const isNewest = kept !== null && version !== null && kept.conference.version >= version
  const facts = isNewest ? kept : await keepProgramme()
  if (!facts) return
  if (facts.changesOf !== facts.conference.version) await keepWhatChanged(facts.conference)
  if (!isNewest || !facts.texts) await keepTexts(facts.texts)
  await keepPlans(store, facts, async (picture) => theirs(await asked.plan(picture)))

  /** An answer to somebody else is none. */
  function theirs<Answer>(answer: Answer): Answer | null {
    return isHere() ? answer : null
  }

  /** @returns what is here then; null: it could not be had, or is not worth keeping */
  async function keepProgramme(): Promise<KeptFacts | null> {
    // What is given back may have been on this device for a while: it is as old as the question.
    const keptAt = new Date().toISOString()
    const fetched = theirs(await asked.agenda(slug, kept?.etag ?? null))
    if (fetched === null) return null
    if (fetched === 'gone') return noteGone()
    return store.dexie.transaction('rw', store.agendas, store.keptFacts, async () => {
      const now = await store.keptFacts.get(slug)
      const isOthers = now !== undefined && now.etag !== kept?.etag
      if (fetched === 'unchanged') return isOthers || !now ? (now ?? null) : confirm(now, keptAt)
      const { agenda, etag } = fetched
      if (isOthers && now.conference.id === agenda.conference.id) {
        if (now.conference.version > agenda.conference.version) return now
        if (etag !== null && now.etag === etag && now.shape === AGENDA_SHAPE) return confirm(now, keptAt)
      }
      if (agenda.sessions.length === 0 && !isWorthKeeping(await programmeHere(), agenda)) return null
      // At once, with the texts of the one before: the new ones may not come any more.
      await store.agendas.put({ slug, agenda, etag, keptAt })
      const changesOf = now?.conference.id === agenda.conference.id ? now.changesOf : undefined
      return note({ ...now, ...factsOfProgramme(agenda), slug, etag, keptAt, goneAt: undefined, changesOf })
    })
  }

  async function programmeHere(): Promise<Agenda | null> {
    const row = await store.agendas.get(slug)
    return row ? readAs(store.registered.documents, agendaDocument, row.agenda) : null
  }

  function confirm(now: KeptFacts, keptAt: string): Promise<KeptFacts> {
    return note({ ...now, keptAt: keptAt > (now.keptAt ?? '') ? keptAt : now.keptAt, goneAt: undefined })
  }

  async function note(facts: KeptFacts): Promise<KeptFacts> {
    await store.keptFacts.put(facts)
    return facts
  }

  /** What is here stays, with since when there is none elsewhere. Another tab may have been told better meanwhile. */
  async function noteGone(): Promise<null> {
    await store.dexie.transaction('rw', store.keptFacts, async () => {
      const now = await store.keptFacts.get(slug)
      if (now && now.keptAt === kept?.keptAt && now.goneAt === undefined)
        await note({ ...now, goneAt: new Date().toISOString() })
    })
    return null
  }

  async function keepWhatChanged({ id, version: changesOf }: KeptFacts['conference']): Promise<void> {
    const conference = { id, slug, version: changesOf }
    const isKept = await keepChanges(store, conference, async (...question) => theirs(await asked.changes(...question)))
    if (!isKept) return
    const isOfThat = ({ conference: now }: KeptFacts) => now.id === id && now.version === changesOf
    await store.keptFacts.where({ slug }).and(isOfThat).modify({ changesOf })
  }

  async function keepTexts(before: KeptFacts['texts']): Promise<void> {
    const fetched = theirs(await asked.texts(slug, before?.etag ?? null))
    if (fetched === null || fetched === 'unchanged') return
    const others = await store.dexie.transaction('rw', store.descriptions, store.keptFacts, async () => {
      const now = await store.keptFacts.get(slug)
      // Which of the two is later nobody knows.
      if (now?.texts?.etag !== before?.etag) return now
      if (!now) return undefined
      await store.descriptions.put({ slug, descriptions: fetched.value })
      await note({ ...now, texts: { etag: fetched.etag } })
      return undefined
    })
    if (others) await keepTexts(others.texts)
  }
}
