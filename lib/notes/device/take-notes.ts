import { fromBase64 } from '@/lib/notes/base64'
import { confirmedBy, isConfirmed } from '@/lib/notes/confirmed'
import type { PullAnswer } from '@/lib/sync/answers'
import { mergeRow, sayUnsaid } from './note-store'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { NoteRow } from './rows'
import type { PersonStore } from '@/lib/sync/client/kind'

/**
 * Takes a pull's notes into the store. What of a note is neither there nor on its way becomes an edit: a piece that is
 * missing on the server, for whatever reason, comes there again. Call it in a transaction.
 * @param unshown the entries that this pull does not show
 */
export async function takeNotes(
  store: PersonStore,
  { notes, isAll = false }: PullAnswer,
  unshown: readonly OutboxEntry[],
  now: Date,
): Promise<void> {
  const onTheirWay = editsOf(unshown)
  const known = new Map(
    (await store.notes.bulkGet(notes.map(({ id }) => id))).flatMap((row) => (row ? [[row.id, row]] : [])),
  )
  const states = new Map(notes.map(({ id, state }) => [id, state === '' ? [] : [fromBase64(state)]]))
  const gone = notes.filter(({ isGone }) => isGone).flatMap(({ id }) => known.get(id) ?? [])
  // What was typed here and is not on the server stays, whatever becomes of the note.
  const [kept, lost] = [
    gone.filter((row) => isUnsaid(row, onTheirWay)),
    gone.filter((row) => !isUnsaid(row, onTheirWay)),
  ]
  await store.notes.bulkDelete(lost.map(({ id }) => id))
  await store.notes.bulkPut(kept.map((row) => ({ ...row, confirmed: undefined })))
  const told = notes
    .filter(({ isGone }) => !isGone)
    .flatMap((note) => rowOf(note, known.get(note.id), states.get(note.id)?.[0]) ?? [])
  await store.notes.bulkPut(told)
  const untold = isAll ? (await store.notes.toArray()).filter(({ id }) => !states.has(id)) : []
  await store.notes.bulkPut(untold.map((row) => ({ ...row, confirmed: undefined })))
  const binned = deletedIn(unshown)
  const missing = [...told, ...untold].filter(({ id, deletedAt }) => !deletedAt && !binned.has(id))
  for (const row of missing)
    await sayUnsaid(store, row, states.get(row.id)?.[0] ?? null, onTheirWay.get(row.id) ?? [], now)
}

type PulledNote = PullAnswer['notes'][number]

function rowOf(
  { state: _state, isGone: _isGone, sessionId, groupId, place, deletedAt, ...note }: PulledNote,
  row: NoteRow | undefined,
  state = new Uint8Array(),
): NoteRow | null {
  const told = {
    ...note,
    ...(sessionId && { sessionId }),
    ...(groupId && { groupId }),
    ...(place && { place }),
    ...(deletedAt && { deletedAt }),
  }
  const merged = mergeRow(row, told, state)
  return merged && { ...merged, confirmed: confirmedBy(state) }
}

function isUnsaid({ id, state, confirmed }: NoteRow, onTheirWay: ReadonlyMap<string, unknown>): boolean {
  return onTheirWay.has(id) || (confirmed !== undefined && !isConfirmed(confirmed, state))
}

function editsOf(entries: readonly OutboxEntry[]): Map<string, OutboxEntry[]> {
  const edits = new Map<string, OutboxEntry[]>()
  for (const entry of entries) {
    const { name, args } = entry.mutation
    if (name === 'editNote') edits.set(args.id, [...(edits.get(args.id) ?? []), entry])
  }
  return edits
}

/** The notes that end as deleted: an edit would bring them back. */
function deletedIn(entries: readonly OutboxEntry[]): Set<string> {
  const deleted = new Set<string>()
  for (const { mutation, refused } of entries) {
    if (refused) continue
    if (mutation.name === 'deleteNote') deleted.add(mutation.args.id)
    else if (mutation.name === 'editNote' || mutation.name === 'restoreNote') deleted.delete(mutation.args.id)
  }
  return deleted
}

export { notesAgain } from './note-store'
