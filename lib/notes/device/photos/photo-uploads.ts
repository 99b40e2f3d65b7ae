import { inOneTab } from '@/lib/sync/client/exchange/one-tab'
import { runInRounds } from '@/lib/sync/client/exchange/rounds'
import type { Beside, PersonStore } from '@/lib/sync/client/kind'
import { nextUpload } from './photo-rows'
import { stepSending } from './photo-sending'
import { sendPhoto } from './photo-transport'
import type { Failure } from '@/lib/sync/client/exchange/transport'

/**
 * Sends the pictures of a person's photos to the server, one at a time, whenever it is kicked, and again after a
 * failure. It runs beside the sync, so that a picture on a slow network holds up no word.
 */
export function keepUploading(store: PersonStore, person: string): Beside {
  let isStopped = false
  const rounds = runInRounds(async () => {
    const outcome = await inOneTab(`hallway-photos-${person}`, () => uploadAll(store, person, () => isStopped)).catch(
      () => 'failed' as const,
    )
    if (outcome === 'done') return outcome
    return outcome === 'failed' || outcome === 'troubled' ? 'failed' : 'over'
  })

  function stop(): void {
    isStopped = true
    rounds.stop()
  }

  return { kick: rounds.ask, stop }
}

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
    const { change, then } = stepSending(next, sent)
    if (then !== 'next' && then !== 'later') return then
    await store.photos.update(next.id, change)
    if (then === 'later') broken.add(next.id)
  }
  return 'done'
}
