import type { PullAnswer } from '../../answers'
import type { History } from '../kind'
import { byOrder, isWaiting, shownBy, undone, type OutboxEntry } from '../store/outbox'
import type { NewEntry, PersonStore, SyncedKind } from '../kind'

/**
 * Takes a pull's rows into the store and lets go of the entries that they show. Call it in a transaction.
 * @param history the server told all it has, and may have less than it had; null: it told what is new
 * @returns how many changes are to be said to it again
 */
export async function takePull(
  store: PersonStore,
  kinds: readonly SyncedKind[],
  answer: PullAnswer,
  history: History | null,
  now: Date,
): Promise<number> {
  if (history) await store.outbox.bulkPut(undone(await store.outbox.toArray()))
  const entries = (await store.outbox.toArray()).sort(byOrder)
  const done = shownBy(entries, answer.revision)
  const again: NewEntry[] = []
  if (history) for (const kind of kinds) again.push(...(await kind.again(store, answer, history, now)))
  // Before what waits: that was made with these rows before the eyes.
  const first = (entries[0]?.order ?? 1) - again.length
  const saidAgain = again.map((entry, index): OutboxEntry => ({ ...entry, order: first + index }))
  await store.outbox.bulkPut(saidAgain)
  const unshown = [...saidAgain, ...entries.filter(({ order }) => !done.includes(order))]
  for (const kind of kinds) await kind.take(store, answer, unshown, now)
  await store.outbox.bulkDelete(done)
  return history ? (await store.outbox.toArray()).filter(isWaiting).length : 0
}
