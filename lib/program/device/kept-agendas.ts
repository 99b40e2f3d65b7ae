import { withEngine } from '@/lib/sync/client/store/local-state'
import { readAs } from '@/lib/sync/read-document'
import type { Agenda } from '../agenda'
import { agendaDocument } from '../agenda-document'
import { listKeptFacts } from './kept-facts'

/**
 * The programmes that this device keeps, as this version reads them; the latest first.
 * @param of the ids of the conferences of which they are wanted
 * @throws where there is no store to be had
 */
export async function listKeptAgendas(of: ReadonlySet<string> | 'all'): Promise<Agenda[]> {
  const store = (await withEngine()).store()
  const wanted = (await listKeptFacts(store)).filter(({ conference }) => of === 'all' || of.has(conference.id))
  const rows = await store.agendas.bulkGet(wanted.map(({ slug }) => slug))
  return rows.flatMap((row) => (row ? (readAs(store.registered.documents, agendaDocument, row.agenda) ?? []) : []))
}

/** The conferences on this device, as their programme was when it was kept; the latest first. */
export async function keptConferences(): Promise<{ id: string; slug: string; name: string }[]> {
  const facts = await listKeptFacts((await withEngine()).store())
  return facts.map(({ conference: { id, slug, name } }) => ({ id, slug, name }))
}
