import type { PullAnswer } from '../../answers'
import { makeId } from '../store/make-id'
import { byOrder, isWaiting, shownBy, undone, type OutboxEntry } from '../store/outbox'
import { takePulledPhotos } from '../photos/photo-rows'
import { sayAgain, type History } from '../store/say-again'
import type { NewEntry, PersonStore } from '../store/store'

type Merge = typeof import('./take-notes')

/** Notes are merged by code that is fetched when it is needed; it is here before the transaction begins. */
export function mergeCodeFor({ notes }: PullAnswer, isAll: boolean): Promise<Merge | null> {
  return notes.length > 0 || isAll ? import('./take-notes') : Promise.resolve(null)
}

/**
 * Takes a pull's rows into the store and lets go of the entries that they show. Call it in a transaction.
 * @param history the server told all it has, and may have less than it had; null: it told what is new
 * @returns how many changes are to be said to it again
 */
export async function takePull(
  store: PersonStore,
  answer: PullAnswer,
  history: History | null,
  merge: Merge | null,
  now: Date,
): Promise<number> {
  if (history) await store.outbox.bulkPut(undone(await store.outbox.toArray()))
  const entries = (await store.outbox.toArray()).sort(byOrder)
  const done = shownBy(entries, answer.revision)
  const again = history && merge ? await whatIsLost(store, answer, history, merge, now) : []
  await takePlan(store, answer)
  // Before what waits: that was made with these rows before the eyes.
  const first = (entries[0]?.order ?? 1) - again.length
  const saidAgain = again.map((entry, index): OutboxEntry => ({ ...entry, order: first + index }))
  await store.outbox.bulkPut(saidAgain)
  await merge?.takeNotes(store, answer, [...saidAgain, ...entries.filter(({ order }) => !done.includes(order))], now)
  const { put, remove } = takePulledPhotos(await store.photos.toArray(), answer.photos, now.getTime())
  await store.photos.bulkPut(put)
  await store.photos.bulkDelete(remove)
  await store.outbox.bulkDelete(done)
  return history ? (await store.outbox.toArray()).filter(isWaiting).length : 0
}

/** What a server that was put back is to hear again, of all that it told this device. */
async function whatIsLost(
  store: PersonStore,
  answer: PullAnswer,
  { isBehind, isSure }: History,
  { notesAgain }: Merge,
  now: Date,
): Promise<NewEntry[]> {
  const held = {
    picks: await store.picks.toArray(),
    blocks: await store.blocks.toArray(),
    attendances: await store.attendances.toArray(),
    seen: await store.seen.toArray(),
    photos: await store.photos.toArray(),
  }
  const told = new Set(answer.photos.map(({ id }) => id))
  // Pictures, too.
  await store.photos.bulkPut(
    held.photos
      .filter(({ id, mine, uploaded }) => mine && uploaded && !told.has(id))
      .map((row) => ({ ...row, uploaded: false })),
  )
  const quiet = isSure ? {} : { quiet: true }
  // A photo is said after its note.
  const waiting = (await store.outbox.toArray()).filter(isWaiting)
  const said = sayAgain(held, answer, { isBehind, isSure }).map(({ conferenceId, ...change }): NewEntry => ({
    conferenceId,
    mutation: { ...change, id: makeId(), at: now.toISOString() },
    ...quiet,
  }))
  return [...notesAgain(await store.notes.toArray(), answer.notes, waiting, now), ...said]
}

async function takePlan(store: PersonStore, { picks, blocks, attendances, seen }: PullAnswer): Promise<void> {
  const [dropped, standing] = [picks.filter(({ droppedAt }) => droppedAt), picks.filter(({ droppedAt }) => !droppedAt)]
  await store.picks.bulkDelete(dropped.map(({ sessionId }) => sessionId))
  await store.picks.bulkPut(standing.map(({ droppedAt: _droppedAt, ...pick }) => pick))
  await store.blocks.bulkDelete(blocks.filter(({ droppedAt }) => droppedAt).map(({ id }) => id))
  await store.blocks.bulkPut(
    blocks.filter(({ droppedAt }) => !droppedAt).map(({ droppedAt: _droppedAt, ...block }) => block),
  )
  await store.attendances.bulkPut(
    attendances.map(({ reason, ...attendance }) => ({ ...attendance, ...(reason && { reason }) })),
  )
  await store.seen.bulkPut(seen)
}
