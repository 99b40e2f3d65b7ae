import { fetchNewer, type Answer, type Fetched } from '@/lib/sync/client/documents/fetch-newer'
import type { Agenda } from '../agenda'
import { agendaDocument } from '../agenda-document'
import { changesDocument, descriptionsDocument } from '../programme-documents'
import type { ProgramChange } from '../program-change'

type Calm = () => Promise<void>

export type FetchedAgenda = { agenda: Agenda; etag: string | null }

/**
 * A conference's agenda; 'unchanged' if it is still the one with this ETag; 'gone' if the server has none, or shows it
 * no more; null when it could not be had, or not be read.
 * @param calm as fetchNewer has it
 */
export async function fetchAgenda(
  slug: string,
  etag: string | null,
  calm?: Calm,
): Promise<FetchedAgenda | 'unchanged' | 'gone' | null> {
  const fetched = await fetchNewer(agendaDocument, slug, etag, calm)
  return fetched === null || typeof fetched === 'string' ? fetched : { agenda: fetched.value, etag: fetched.etag }
}

/** The sessions' texts by id; 'unchanged' and null as for the agenda. */
export async function fetchDescriptions(
  slug: string,
  etag: string | null,
  calm?: Calm,
): Promise<Fetched<Record<string, string>> | 'unchanged' | null> {
  return present(await fetchNewer(descriptionsDocument, slug, etag, calm))
}

export type FetchedChanges = Fetched<ProgramChange[]>

/** What changed in a programme, the latest first; 'unchanged' and null as for the agenda. */
export async function fetchChanges(
  slug: string,
  etag: string | null,
  calm?: Calm,
): Promise<FetchedChanges | 'unchanged' | null> {
  return present(await fetchNewer(changesDocument, slug, etag, calm))
}

/** That a conference is gone its agenda says. */
function present<Value>(answer: Answer<Value>): Exclude<Answer<Value>, 'gone'> {
  return answer === 'gone' ? null : answer
}
