import { pushAll, type Pushed } from './push-all'
import { historyOf, isLatest, wasTold } from './history'
import type { PersonStore } from '../kind'
import { kindTables, progressOf } from '../store/store'
import { takePull } from './take-pull'
import { wireTo, type Failure, type Wire } from './transport'

/** Pushes all that waits, in order, then pulls what is new. What could not be done stays as it was. */
export async function syncOnce(store: PersonStore, person: string, given?: Wire): Promise<Pushed> {
  const wire = given ?? wireTo(await store.synced())
  const [pushed, pulled] = await round(store, person, wire)
  // A server that was put back hears at once what it lost.
  return pulled === 'again' ? (await round(store, person, wire))[0] : pushed
}

async function round(
  store: PersonStore,
  person: string,
  wire: Wire,
): Promise<[pushed: Pushed, pulled: 'done' | 'again' | Failure]> {
  const pushed = await pushAll(store, person, wire)
  if (pushed !== 'done' && pushed !== 'held' && pushed !== 'putBack') return [pushed, pushed]
  const pulled = await pullNew(store, person, wire)
  if (pulled !== 'done' && pulled !== 'again') return [pulled, pulled]
  return [pushed, pushed === 'putBack' ? 'again' : pulled]
}

/** Pulls what is new. @returns `again` when the server is to hear what it may have lost */
export async function pullNew(store: PersonStore, person: string, wire: Wire): Promise<'done' | 'again' | Failure> {
  const before = await progressOf(store)
  const mark = before.recheck ? null : (before.mark ?? null)
  const reply = await wire.pull(person, before.cursor, mark)
  if (!reply.ok) return reply.reason === 'broken' || reply.reason === 'too-large' ? 'failed' : reply.reason
  const { answer } = reply
  const isAll = answer.isAll === true && wasTold(before)
  const kinds = await store.synced()
  for (const kind of kinds) await kind.prepare?.(answer, isAll)
  return store.dexie.transaction('rw', kindTables(store), async () => {
    const progress = await progressOf(store)
    // Where tabs cannot take turns, another may have pulled past this answer.
    if (progress.cursor !== before.cursor) return 'done'
    const history = isAll ? historyOf(before, answer.revision) : null
    const saidAgain = await takePull(store, kinds, answer, history, new Date())
    const isCurrent = progress.mark === before.mark || (await isLatest(store, progress, answer.revision))
    await store.progress.put({
      ...progress,
      cursor: answer.revision,
      pulled: true,
      ...(answer.mark !== undefined && isCurrent && { mark: answer.mark }),
      recheck: mark === null ? undefined : progress.recheck,
    })
    return saidAgain > 0 ? 'again' : 'done'
  })
}
