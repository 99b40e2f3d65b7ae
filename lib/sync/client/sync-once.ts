import type { Mutation } from '../protocol'
import { nextBatch, settle, type OutboxEntry } from './outbox'
import { progressOf, type PersonStore } from './store'
import { mergeCodeFor, takePull } from './take-pull'
import { askPull, sendPush, type Failure } from './transport'
import { withoutWholeRows } from './whole-rows'

/** How a store reaches its server; replaced only where a test is the wire. */
export type Wire = { push: typeof sendPush; pull: typeof askPull }

const wireHere: Wire = { push: sendPush, pull: askPull }

/** Pushes all that waits, in order, then pulls what is new. What could not be done stays as it was. */
export async function syncOnce(store: PersonStore, person: string, wire = wireHere): Promise<'done' | Failure> {
  const pushed = await pushAll(store, person, wire)
  return pushed === 'done' ? pullNew(store, person, wire) : pushed
}

/** Pushes all that waits, in order. */
export async function pushAll(store: PersonStore, person: string, wire = wireHere): Promise<'done' | Failure> {
  const { device } = await progressOf(store)
  let most: number | undefined
  for (;;) {
    const batch = await takeBatch(store, most)
    if (batch.length === 0) return 'done'
    const reply = await wire.push(person, device, batch.map(({ mutation }): Mutation => mutation))
    if (!reply.ok && reply.reason === 'too-large' && batch.length > 1) most = 1
    else if (!reply.ok && reply.reason === 'too-large') await store.outbox.bulkPut(batch.map((entry) => ({ ...entry, refused: 'TOO_LARGE' as const })))
    else if (!reply.ok) return reply.reason === 'too-large' ? 'failed' : reply.reason
    else {
      const settled = settle(batch, reply.answer)
      await store.outbox.bulkPut(settled)
      // An answer that names none of them would have us ask for ever.
      if (settled.length === 0) return 'failed'
    }
  }
}

/** What goes next; from now on it stays as it is. */
function takeBatch(store: PersonStore, most: number | undefined): Promise<OutboxEntry[]> {
  return store.dexie.transaction('rw', store.outbox, store.attendances, store.blocks, async () => {
    const rows = { attendances: await store.attendances.toArray(), blocks: await store.blocks.toArray() }
    const batch = nextBatch(withoutWholeRows(await store.outbox.toArray(), rows), most).map((entry) => ({ ...entry, sent: true }))
    await store.outbox.bulkPut(batch)
    return batch
  })
}

/** Pulls what is new. */
export async function pullNew(store: PersonStore, person: string, wire = wireHere): Promise<'done' | Failure> {
  const { cursor: after } = await progressOf(store)
  const reply = await wire.pull(person, after)
  if (!reply.ok) return reply.reason === 'too-large' ? 'failed' : reply.reason
  const { answer } = reply
  // The counter went back: the server was restored from a backup.
  const restart = answer.revision < after
  const merge = await mergeCodeFor(answer, restart)
  const tables = [store.picks, store.blocks, store.attendances, store.notes, store.seen, store.photos, store.outbox, store.progress]
  await store.dexie.transaction('rw', tables, async () => {
    const progress = await progressOf(store)
    // Where tabs cannot take turns, another may have pulled past this answer.
    if (progress.cursor !== after) return
    await takePull(store, answer, restart, merge, new Date())
    await store.progress.put({ ...progress, cursor: answer.revision, pulled: true })
  })
  return 'done'
}
