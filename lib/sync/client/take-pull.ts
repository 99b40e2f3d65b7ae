import type { PullAnswer } from '../answers'
import { byOrder, shownBy, type OutboxEntry } from './outbox'
import { takePulledPhotos } from './photo-rows'
import type { NoteRow } from './shown'
import type { PersonStore } from './store'

type Merge = typeof import('./note-store')

/** Notes are merged by code that is fetched when it is needed; it is here before the transaction begins. */
export function mergeCodeFor({ notes }: PullAnswer, restart: boolean): Promise<Merge | null> {
  return notes.length > 0 || restart ? import('./note-store') : Promise.resolve(null)
}

/** Takes a pull's rows into the store and lets go of the entries that they show. Call it in a transaction. @param restart the server begins anew, and told everything it knows */
export async function takePull(store: PersonStore, answer: PullAnswer, restart: boolean, merge: Merge | null, now: Date): Promise<void> {
  const entries = (await store.outbox.toArray()).sort(byOrder)
  const done = shownBy(entries, answer.revision, restart)
  if (restart) await Promise.all([store.picks.clear(), store.blocks.clear(), store.attendances.clear(), store.seen.clear()])
  await takePlan(store, answer)
  if (merge) await takeNotes(store, answer, entries.filter(({ order }) => !done.includes(order)), merge)
  if (merge && restart) await sayAgain(store, answer, merge, now)
  const { put, remove } = takePulledPhotos(await store.photos.toArray(), answer.photos, now.getTime())
  await store.photos.bulkPut(put)
  await store.photos.bulkDelete(remove)
  await store.outbox.bulkDelete(done)
}

async function takePlan(store: PersonStore, { picks, blocks, attendances, seen }: PullAnswer): Promise<void> {
  const [dropped, standing] = [picks.filter(({ droppedAt }) => droppedAt), picks.filter(({ droppedAt }) => !droppedAt)]
  await store.picks.bulkDelete(dropped.map(({ sessionId }) => sessionId))
  await store.picks.bulkPut(standing.map(({ droppedAt: _droppedAt, ...pick }) => pick))
  await store.blocks.bulkDelete(blocks.filter(({ droppedAt }) => droppedAt).map(({ id }) => id))
  await store.blocks.bulkPut(blocks.filter(({ droppedAt }) => !droppedAt).map(({ droppedAt: _droppedAt, ...block }) => block))
  await store.attendances.bulkPut(attendances.map(({ reason, ...attendance }) => ({ ...attendance, ...(reason && { reason }) })))
  await store.seen.bulkPut(seen)
}

async function takeNotes(store: PersonStore, { notes }: PullAnswer, unanswered: readonly OutboxEntry[], { mergeRow }: Merge): Promise<void> {
  const wanted = new Set(unanswered.flatMap(({ mutation }) => (mutation.name === 'editNote' ? mutation.args.id : [])))
  const known = new Map((await store.notes.bulkGet(notes.map(({ id }) => id))).flatMap((row) => (row ? [[row.id, row]] : [])))
  // What was typed here and is not on the server stays, whatever becomes of the note.
  await store.notes.bulkDelete(notes.filter(({ id, isGone }) => isGone && !wanted.has(id)).map(({ id }) => id))
  const rows = notes.filter(({ isGone }) => !isGone).map(({ state, isGone: _isGone, sessionId, groupId, place, deletedAt, ...note }) => {
    const told = { ...note, ...(sessionId && { sessionId }), ...(groupId && { groupId }), ...(place && { place }), ...(deletedAt && { deletedAt }) }
    return mergeRow(known.get(note.id), told, state)
  })
  await store.notes.bulkPut(rows.filter((row) => row !== null))
}

/** A server that was restored from a backup hears again of the notes it may have lost. */
async function sayAgain(store: PersonStore, { notes }: PullAnswer, { wholeNote }: Merge, now: Date): Promise<void> {
  const gone = new Set(notes.filter(({ isGone }) => isGone).map(({ id }) => id))
  const rows: NoteRow[] = await store.notes.toArray()
  await store.outbox.bulkAdd(rows.filter(({ id, deletedAt }) => !deletedAt && !gone.has(id)).map((row) => wholeNote(row, now)))
}
