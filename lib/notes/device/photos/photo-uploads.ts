import { backoffMs } from '@/lib/sync/client/exchange/backoff'
import type { Beside } from '@/lib/sync/client/kind'
import type { PersonStore } from '@/lib/sync/client/kind'
import { nextUpload } from './photo-rows'
import { sendPhoto } from './photo-transport'
import type { Failure } from '@/lib/sync/client/exchange/transport'

/** Sends a person's photos, one at a time, beside the sync: a picture on a slow network holds up no word. */
export function keepUploading(store: PersonStore, person: string): Beside {
  let failures = 0
  let [running, again, stopped] = [false, false, false]
  let timer: ReturnType<typeof setTimeout> | undefined

  function kick(): void {
    if (running) again = true
    else void run()
  }

  async function run(): Promise<void> {
    clearTimeout(timer)
    ;[running, again] = [true, false]
    const outcome = await inTurn(person, () => uploadAll(store, person, () => stopped)).catch(() => 'failed' as const)
    running = false
    failures = outcome === 'failed' ? failures + 1 : 0
    if (stopped) return
    if (outcome === 'failed') timer = setTimeout(kick, backoffMs(failures, Math.random()))
    else if (again && outcome === 'done') void run()
  }

  function stop(): void {
    stopped = true
    clearTimeout(timer)
  }

  return { kick, stop }
}

/**
 * So many times the server may break over a photo, each in a round of its own, until it is kept here like one that it
 * refused.
 */
const MOST_TRIES = 3

/**
 * Sends what waits, one after the other. One over which the server breaks holds up none of the others.
 * @param send replaced only where a test is the wire
 */
export async function uploadAll(
  store: PersonStore,
  person: string,
  isStopped: () => boolean,
  send = sendPhoto,
): Promise<'done' | Failure> {
  const broken = new Set<string>()
  while (!isStopped()) {
    const [rows, entries] = await store.dexie.transaction('r', store.photos, store.outbox, () =>
      Promise.all([store.photos.toArray(), store.outbox.toArray()]),
    )
    const next = nextUpload(
      rows.filter(({ id }) => !broken.has(id)),
      entries,
    )
    if (!next?.blob) return broken.size > 0 ? 'failed' : 'done'
    const sent = await send(person, next.id, next.blob)
    if (sent.ok) await store.photos.update(next.id, { uploaded: true, tries: undefined })
    else if ('refused' in sent) await store.photos.update(next.id, { refused: sent.refused })
    else if (sent.reason !== 'broken') return sent.reason
    else {
      const tries = (next.tries ?? 0) + 1
      await store.photos.update(next.id, tries < MOST_TRIES ? { tries } : { tries: undefined, refused: 'BROKEN' })
      if (tries < MOST_TRIES) broken.add(next.id)
    }
  }
  return 'done'
}

/** One tab at a time, where the browser knows locks; elsewhere two may send the same, and the server keeps it once. */
function inTurn<Value>(person: string, work: () => Promise<Value>): Promise<Value> {
  const locks: LockManager | undefined = navigator.locks
  return locks ? locks.request(`hallway-photos-${person}`, work) : work()
}
