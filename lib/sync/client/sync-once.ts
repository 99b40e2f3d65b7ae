import { pushAll, type Pushed } from './push-all'
import { progressOf, type PersonStore } from './store'
import { mergeCodeFor, takePull } from './take-pull'
import { askPull, sendPush, type Failure, type Wire } from './transport'

const wireHere: Wire = { push: sendPush, pull: askPull }

/** Pushes all that waits, in order, then pulls what is new. What could not be done stays as it was. */
export async function syncOnce(store: PersonStore, person: string, wire = wireHere): Promise<Pushed> {
  const pushed = await pushAll(store, person, wire)
  if (pushed !== 'done' && pushed !== 'held') return pushed
  const pulled = await pullNew(store, person, wire)
  return pulled === 'done' ? pushed : pulled
}

/** Pulls what is new. */
export async function pullNew(store: PersonStore, person: string, wire = wireHere): Promise<'done' | Failure> {
  const { cursor: after } = await progressOf(store)
  const reply = await wire.pull(person, after)
  if (!reply.ok) return reply.reason === 'broken' || reply.reason === 'too-large' ? 'failed' : reply.reason
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
