import { withEngine } from '@/lib/sync/client/store/local-state'
import { readAs } from '@/lib/sync/read-document'
import type { Agenda } from '../agenda'
import { agendaDocument } from '../agenda-document'

/**
 * The programmes that this device keeps, as this version reads them; the latest first.
 * @throws where there is no store to be had
 */
export async function listKeptAgendas(): Promise<Agenda[]> {
  const { agendas, registered } = (await withEngine()).store()
  const byAge = (await agendas.toArray()).sort((a, b) => (b.keptAt ?? '').localeCompare(a.keptAt ?? ''))
  return byAge.flatMap(({ agenda }) => readAs(registered.documents, agendaDocument, agenda) ?? [])
}

/** The conferences on this device, as their programme was when it was kept; the latest first. */
export async function keptConferences(): Promise<{ id: string; slug: string; name: string }[]> {
  return (await listKeptAgendas()).map(({ conference: { id, slug, name } }) => ({ id, slug, name }))
}
