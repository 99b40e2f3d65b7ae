import type { ProgramChange } from '@/lib/planning/changes'
import type { Agenda } from '@/lib/program/agenda'

type Readers = typeof import('../notes/readers')

export type FetchedAgenda = { agenda: Agenda; etag: string | null }

// What is shown meanwhile is the last good one.
const TIMEOUT_MS = 20_000

/**
 * A conference's agenda; 'unchanged' if it is still the one with this ETag; 'gone' if the server has none, or shows it
 * no more; null when it could not be had, or not be read.
 */
export async function fetchAgenda(
  slug: string,
  etag: string | null,
): Promise<FetchedAgenda | 'unchanged' | 'gone' | null> {
  const fetched = await fetchDocument(`/c/${slug}/agenda.json`, etag, (readers) => readers.readAgenda)
  return fetched === null || typeof fetched === 'string' ? fetched : { agenda: fetched.value, etag: fetched.etag }
}

/** The sessions' texts by id; 'unchanged' and null as for the agenda. */
export async function fetchDescriptions(
  slug: string,
  etag: string | null,
): Promise<{ value: Record<string, string>; etag: string | null } | 'unchanged' | null> {
  return present(await fetchDocument(`/c/${slug}/descriptions.json`, etag, (readers) => readers.readDescriptions))
}

export type FetchedChanges = { value: ProgramChange[]; etag: string | null }

/** What changed in a programme, the latest first; 'unchanged' and null as for the agenda. */
export async function fetchChanges(slug: string, etag: string | null): Promise<FetchedChanges | 'unchanged' | null> {
  return present(await fetchDocument(`/c/${slug}/changes.json`, etag, (readers) => readers.readChanges))
}

/** That a conference is gone its agenda says. */
function present<Fetched>(fetched: Fetched | 'gone'): Fetched | null {
  return fetched === 'gone' ? null : fetched
}

async function fetchDocument<Value>(
  address: string,
  etag: string | null,
  readerIn: (readers: Readers) => (json: unknown) => Value | null,
) {
  try {
    const known: RequestInit = etag ? { headers: { 'if-none-match': etag } } : { cache: 'no-cache' }
    // Together: on a slow network one after the other takes twice as long.
    const [readers, response] = await Promise.all([
      import('../notes/readers'),
      fetch(address, { ...known, signal: AbortSignal.timeout(TIMEOUT_MS) }),
    ])
    if (response.status === 304) return 'unchanged' as const
    if (response.status === 404) return 'gone' as const
    const value = response.ok ? readerIn(readers)(await response.json()) : null
    return value === null ? null : { value, etag: response.headers.get('etag') }
  } catch {
    return null
  }
}
