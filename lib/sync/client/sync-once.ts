import { nextBatch, settle, takePull } from './outbox'
import { progressOf, type PersonStore } from './store'
import { askPull, sendPush, type Failure } from './transport'

/** Pushes all that waits, in order, then pulls what is new. What could not be done stays as it was. */
export async function syncOnce(store: PersonStore, person: string): Promise<'done' | Failure> {
  const pushed = await pushAll(store, person)
  return pushed === 'done' ? pullNew(store, person) : pushed
}

async function pushAll(store: PersonStore, person: string): Promise<'done' | Failure> {
  const { device } = await progressOf(store)
  for (;;) {
    const batch = nextBatch(await store.outbox.toArray())
    if (batch.length === 0) return 'done'
    const reply = await sendPush(person, device, batch.map(({ mutation }) => mutation))
    if (!reply.ok) return reply.reason
    const settled = settle(batch, reply.answer)
    await store.outbox.bulkPut(settled)
    // An answer that names none of them would have us ask for ever.
    if (settled.length === 0) return 'failed'
  }
}

async function pullNew(store: PersonStore, person: string): Promise<'done' | Failure> {
  const { cursor: after } = await progressOf(store)
  const reply = await askPull(person, after)
  if (!reply.ok) return reply.reason
  const { answer } = reply
  await store.dexie.transaction('rw', store.picks, store.outbox, store.progress, async () => {
    const progress = await progressOf(store)
    // Where tabs cannot take turns, another may have pulled past this answer.
    if (progress.cursor !== after) return
    const change = takePull(await store.outbox.toArray(), answer, after)
    if (change.restart) await store.picks.clear()
    await store.picks.bulkPut(change.put)
    await store.picks.bulkDelete(change.removePicks)
    await store.outbox.bulkDelete(change.removeEntries)
    await store.progress.put({ ...progress, cursor: answer.revision })
  })
  return 'done'
}
