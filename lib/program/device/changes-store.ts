import type { PersonStore } from '@/lib/sync/client/kind'
import type { FetchedChanges } from './fetch-agenda'
import type { KeptChanges } from './kept'

type Conference = { id: string; slug: string; version: number }
type Fetch = (slug: string, etag: string | null) => Promise<FetchedChanges | 'unchanged' | null>

/**
 * Brings what changed in a conference into this device's own store, once a version. A good answer is never replaced by
 * a broken one, or by one that knows of nothing.
 * @returns whether those of that version are here then
 */
export async function keepChanges(
  { dexie, changes }: Pick<PersonStore, 'dexie' | 'changes'>,
  conference: Conference,
  fetchChanges: Fetch,
): Promise<boolean> {
  const kept = await changes.get(conference.slug)
  // Another conference may have come to the same address.
  const here = kept?.conferenceId === conference.id ? kept : undefined
  // Not only a higher one: a server that was restored from a backup counts from an earlier number.
  if (here?.version === conference.version) return true
  const fetched = await fetchChanges(conference.slug, here?.etag ?? null)
  const row = fetched && rowOf(conference, here, fetched)
  if (!row) return false
  return dexie.transaction('rw', changes, async () => {
    const now = await changes.get(conference.slug)
    // Another tab has asked meanwhile, when it knew of a later programme.
    const isLater =
      now?.conferenceId === conference.id && now.version !== here?.version && now.version > conference.version
    if (!isLater) await changes.put(row)
    return !isLater
  })
}

function rowOf(
  { id: conferenceId, slug, version }: Conference,
  here: KeptChanges | undefined,
  fetched: FetchedChanges | 'unchanged',
): KeptChanges | null {
  if (fetched === 'unchanged') return here ? { ...here, version } : null
  if (fetched.value.length === 0 && here && here.changes.length > 0) return null
  return { slug, conferenceId, version, etag: fetched.etag, changes: fetched.value }
}
