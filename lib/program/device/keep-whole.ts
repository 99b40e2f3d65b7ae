import type { PersonStore } from '@/lib/sync/client/kind'
import { readAs } from '@/lib/sync/read-document'
import type { Agenda } from '../agenda'
import { agendaDocument } from '../agenda-document'
import { keepChanges } from './changes-store'
import { fetchAgenda, fetchChanges, fetchDescriptions } from './fetch-agenda'
import { fetchPlan } from './fetch-plan'
import { isWorthKeeping } from './keep-agenda'
import { keepPlans } from './keep-plans'
import type { KeptAgenda } from './kept'

/** What is asked of the server; replaced only where a test is the wire. */
export type WholeFetches = {
  agenda: typeof fetchAgenda
  changes: typeof fetchChanges
  texts: typeof fetchDescriptions
  plan: typeof fetchPlan
}

const wire: WholeFetches = { agenda: fetchAgenda, changes: fetchChanges, texts: fetchDescriptions, plan: fetchPlan }

/**
 * Brings a conference, whole, into a store, or what of it is new. Other tabs may do the same at the same time: each
 * writes its part into what stands there then, and nothing in place of what is later.
 * @param version how the server said it stands; null: ask
 * @param isHere the store is that of whoever is here, and so is what the server tells
 */
export async function keepWhole(
  store: PersonStore,
  slug: string,
  version: number | null,
  isHere: () => boolean,
  asked = wire,
): Promise<void> {
  const readAgenda = (json: unknown) => readAs(store.registered.documents, agendaDocument, json)
  const kept = await store.agendas.get(slug)
  const here = kept ? readAgenda(kept.agenda) : null
  const isNewest = here !== null && version !== null && here.conference.version >= version
  const agenda = isNewest ? here : await keepProgramme()
  if (!agenda) return
  await keepChanges(store, agenda.conference, async (...question) => theirs(await asked.changes(...question)))
  if (!isNewest || !kept?.descriptions) await keepTexts()
  await keepPlans(store, agenda, async (picture) => theirs(await asked.plan(picture)))

  /** An answer to somebody else is none. */
  function theirs<Answer>(answer: Answer): Answer | null {
    return isHere() ? answer : null
  }

  /** @returns the programme as it stands; null: it could not be had, or is not worth keeping */
  async function keepProgramme(): Promise<Agenda | null> {
    const fetched = theirs(await asked.agenda(slug, here && kept ? kept.etag : null))
    if (fetched === null) return null
    if (fetched === 'gone') return noteGone()
    return store.dexie.transaction('rw', store.agendas, async () => {
      const now = await store.agendas.get(slug)
      const there = now ? readAgenda(now.agenda) : null
      const isOthers = there !== null && now?.etag !== kept?.etag
      if (fetched === 'unchanged') return isOthers ? there : put(now, here, kept?.etag ?? null)
      if (
        isOthers &&
        there.conference.id === fetched.agenda.conference.id &&
        there.conference.version > fetched.agenda.conference.version
      )
        return there
      return isWorthKeeping(there, fetched.agenda) ? put(now, fetched.agenda, fetched.etag) : null
    })
  }

  /** At once, with the texts of the one before: the new ones may not come any more. */
  async function put(now: KeptAgenda | undefined, agenda: Agenda | null, etag: string | null): Promise<Agenda | null> {
    if (agenda)
      await store.agendas.put({ ...now, slug, agenda, etag, keptAt: new Date().toISOString(), goneAt: undefined })
    return agenda
  }

  /** What is here stays, with since when there is none elsewhere. Another tab may have been told better meanwhile. */
  async function noteGone(): Promise<null> {
    await store.dexie.transaction('rw', store.agendas, async () => {
      const now = await store.agendas.get(slug)
      if (now && now.keptAt === kept?.keptAt && now.goneAt === undefined)
        await store.agendas.put({ ...now, goneAt: new Date().toISOString() })
    })
    return null
  }

  async function keepTexts(): Promise<void> {
    const before = await store.agendas.get(slug)
    const texts = theirs(await asked.texts(slug, before?.descriptions ? (before.descriptionsEtag ?? null) : null))
    if (texts === null || texts === 'unchanged') return
    const isKept = await store.dexie.transaction('rw', store.agendas, async () => {
      const now = await store.agendas.get(slug)
      // Which of the two is later nobody knows.
      if (now?.descriptionsEtag !== before?.descriptionsEtag) return false
      if (now) await store.agendas.put({ ...now, descriptions: texts.value, descriptionsEtag: texts.etag })
      return true
    })
    if (!isKept) await keepTexts()
  }
}
