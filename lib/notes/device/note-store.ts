import { fromBase64, toBase64 } from '../base64'
import { alsoConfirmed, confirmedBy, isConfirmed } from '../confirmed'
import { healText } from '../heal-text'
import { losesWords } from '../lost-words'
import { joinUpdates, mergeText, stateBefore, stateBeyond, type NoteText } from '../merge'
import type { PullAnswer } from '@/lib/sync/answers'
import { makeId } from '@/lib/sync/client/store/make-id'
import { factsOf, type NoteFacts } from './note-facts'
import { byOrder, isWaiting, type EntryOf, type OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { NoteRow } from './rows'
import type { NewEntry, PersonStore } from '@/lib/sync/client/kind'

type PulledNote = PullAnswer['notes'][number]

/** Everything that needs Yjs: loaded when a note is written or pulled, never with a list. */

/**
 * Stores what was typed: the note's row and its outbox entry in one transaction. The entry holds what the row did not,
 * whatever of the document that is: where the row is gone (the browser's data was cleared), all of it. While a text
 * only grows, entries that have not left this device are joined; before words go, the server hears of them, so that its
 * history holds them. What was refused goes along: what comes after cannot be read without it.
 * @param state the document as it is where it was typed
 * @returns the row as it is then
 */
export function writeNote(store: PersonStore, facts: NoteFacts, state: Uint8Array, now: Date): Promise<NoteRow> {
  return store.dexie.transaction('rw', store.notes, store.outbox, async () => {
    const row = await store.notes.get(facts.id)
    const merged = mergeWhole(row?.state ?? null, [state])
    if (!merged) throw new Error('No update of Yjs.')
    if (row && sameBytes(row.state, merged.state)) return row
    const next: NoteRow = { ...facts, ...row, ...merged, updatedAt: now.toISOString() }
    await store.notes.put(next)
    const about = (await store.outbox.where('mutation.args.id').equals(facts.id).toArray()).sort(byOrder)
    const joined = about.filter(isRefusedEdit)
    const last = about.at(-1)
    if (last && isJoinable(last) && !losesWords(row?.text ?? '', next.text)) joined.push(last)
    await store.outbox.bulkDelete(joined.map(({ order }) => order))
    const update = row ? stateBeyond(merged.state, row.state) : merged.state
    const updates = [...joined.map(({ mutation }) => fromBase64(mutation.args.update)), update]
    // What was refused for its length was cut, perhaps: the note goes as it is now, without what it said before.
    const said = joined.some(({ refused }) => refused) ? next.state : joinUpdates(updates)
    await store.outbox.add(entryOf(next, said, now))
    return next
  })
}

function isEdit(entry: OutboxEntry): entry is EntryOf<'editNote'> {
  return entry.mutation.name === 'editNote'
}

function isRefusedEdit(entry: OutboxEntry): entry is EntryOf<'editNote'> {
  return entry.mutation.name === 'editNote' && entry.refused !== undefined
}

function isJoinable(entry: OutboxEntry): entry is EntryOf<'editNote'> {
  return entry.mutation.name === 'editNote' && isWaiting(entry) && !entry.sent
}

function entryOf(facts: NoteFacts, update: Uint8Array, now: Date) {
  const args = { ...factsOf(facts, facts.notedAt), update: toBase64(update) }
  return {
    conferenceId: facts.conferenceId,
    mutation: { id: makeId(), at: now.toISOString(), name: 'editNote' as const, args },
  }
}

/**
 * A note's document with others merged into it, and nothing in it that waits for letters which are lost (healText), if
 * that can be found out in time.
 */
function mergeWhole(state: Uint8Array | null, updates: readonly Uint8Array[]): NoteText | null {
  const merged = mergeText(state, updates)
  const whole = merged?.waits ? (healed(merged.state) ?? merged) : merged
  return whole && { text: whole.text, state: whole.state }
}

function healed(state: Uint8Array): NoteText | null {
  try {
    return mergeText(null, [healText(state)])
  } catch {
    // What waits is more than anybody lost: somebody made it so.
    return null
  }
}

/** Notes in the rows that the server took these edits in whole. Call it in a transaction. */
export async function confirmEdits(store: PersonStore, settled: readonly OutboxEntry[]): Promise<void> {
  for (const { mutation, doneBy } of settled) {
    if (mutation.name !== 'editNote' || doneBy === undefined) continue
    const row = await store.notes.get(mutation.args.id)
    if (row)
      await store.notes.put({ ...row, confirmed: alsoConfirmed(row.confirmed, fromBase64(mutation.args.update)) })
  }
}

/**
 * Says a note as it is now in place of all that was typed into it and has not arrived, where the first of that stood.
 * @param onlyIfChangedSince nothing is said anew when the last of it was refused itself
 * @param isLacking the server has less of it than we thought
 * @returns whether there was anything to say
 */
export function sayNoteWhole(
  store: PersonStore,
  id: string,
  { onlyIfChangedSince = false, isLacking = false } = {},
): Promise<boolean> {
  return store.dexie.transaction('rw', store.notes, store.outbox, async () => {
    const edits = (await store.outbox.where('mutation.args.id').equals(id).toArray())
      .sort(byOrder)
      .filter(({ mutation, doneBy }) => mutation.name === 'editNote' && doneBy === undefined)
    const [known, first, last] = [await store.notes.get(id), edits[0], edits.at(-1)]
    if (!first || (onlyIfChangedSince && last?.refused)) return false
    const row = wholeRow(
      known,
      edits.flatMap((edit) => (isEdit(edit) ? edit : [])),
    )
    if (!row) return false
    if (isLacking) await store.notes.put({ ...row, confirmed: undefined })
    await store.outbox.bulkDelete(edits.map(({ order }) => order))
    const said: OutboxEntry = { ...wholeNote(row, new Date(first.mutation.at)), order: first.order }
    await store.outbox.bulkPut([said])
    return true
  })
}

/** A note as it can be said whole: where its row is gone, what was typed into it is all there is. */
function wholeRow(row: NoteRow | undefined, edits: readonly EntryOf<'editNote'>[]): NoteRow | null {
  const [first] = edits
  const merged = mergeWhole(
    row?.state ?? null,
    edits.map(({ mutation }) => fromBase64(mutation.args.update)),
  )
  if (!merged || !first) return null
  const { update: _update, wholeIfAsked: _wholeIfAsked, ...facts } = first.mutation.args
  return { ...facts, updatedAt: first.mutation.at, ...row, ...merged }
}

/** Makes an edit that holds all of a note, for a server that was put back to a time before it had the note. */
export function wholeNote(row: NoteRow, now: Date) {
  return entryOf(row, row.state, now)
}

/**
 * The notes that a server that was put back lacks, whole or in part, as edits; one that was deleted goes back to where
 * deleted ones are.
 */
export function notesAgain(
  rows: readonly NoteRow[],
  told: readonly PulledNote[],
  waiting: readonly OutboxEntry[],
  now: Date,
) {
  const known = new Map(told.map((note) => [note.id, note]))
  const edits = waiting.filter(isEdit)
  return rows.flatMap((held) => {
    // What waits says itself, behind this.
    const updates = edits
      .filter(({ mutation }) => mutation.args.id === held.id)
      .map(({ mutation }) => fromBase64(mutation.args.update))
    const row = updates.length > 0 ? { ...held, state: stateBefore(held.state, updates) } : held
    const note = known.get(row.id)
    if (note && (note.isGone || isConfirmed(confirmedBy(fromBase64(note.state)), row.state))) return []
    const isDeleted = note?.deletedAt
      ? row.deletedAt !== undefined || row.updatedAt <= note.updatedAt
      : row.deletedAt !== undefined && !note
    const deleted = {
      conferenceId: row.conferenceId,
      mutation: { id: makeId(), at: now.toISOString(), name: 'deleteNote' as const, args: { id: row.id } },
    }
    return isDeleted ? [wholeNote(row, now), deleted] : [wholeNote(row, now)]
  })
}

/**
 * A row with another state of the same note merged into it.
 * @param state base64, or bytes; nothing to merge when it is empty
 */
export function mergeRow(
  row: NoteRow | undefined,
  told: Omit<NoteRow, 'text' | 'state'>,
  state: string | Uint8Array,
): NoteRow | null {
  const bytes = typeof state === 'string' ? fromBase64(state) : state
  const merged = mergeWhole(row?.state ?? null, bytes.length > 0 ? [bytes] : [])
  return merged && { ...told, ...(row?.confirmed && { confirmed: row.confirmed }), ...merged }
}

/**
 * Has the server hear of what it lacks of a note: first what the edits that wait build on, so that they can be read
 * when they come and its history holds what they say, then what is in none of them.
 * @param known the server's document; null: it is not told
 * @param unshown the note's entries that the server's document does not show
 */
export async function sayUnsaid(
  store: PersonStore,
  row: NoteRow,
  known: Uint8Array | null,
  unshown: readonly OutboxEntry[],
  now: Date,
): Promise<void> {
  const edits = unshown.filter(isEdit)
  const updates = edits.map(({ mutation }) => fromBase64(mutation.args.update))
  const there = [...(known ? [known] : []), ...updates]
  if (holdsAll(there, row)) return
  const first = edits.find(isWaiting)
  const base = first ? stateBefore(row.state, updates) : null
  if (first && base) await sayBefore(store, first, entryOf(row, known ? stateBeyond(base, known) : base, now))
  const said = base ? [...there, base] : there
  if (!holdsAll(said, row))
    await store.outbox.add(
      entryOf(
        row,
        said.length > 0 ? stateBeyond(row.state, mergeText(null, said)?.state ?? new Uint8Array()) : row.state,
        now,
      ),
    )
}

/**
 * Says what an edit builds on, which the server does not have, before it; where that does not help, the whole note in
 * its place.
 * @returns whether there was anything to say
 */
export async function sayBase(store: PersonStore, entry: OutboxEntry, now: Date): Promise<boolean> {
  if (!isEdit(entry)) return false
  const { id } = entry.mutation.args
  const row = await store.notes.get(id)
  if (entry.hasBase || !row) return sayNoteWhole(store, id, { isLacking: true })
  const about = await store.outbox.where('mutation.args.id').equals(id).toArray()
  const updates = about
    .filter(isEdit)
    .filter(isWaiting)
    .map(({ mutation }) => fromBase64(mutation.args.update))
  await store.notes.put({ ...row, confirmed: undefined })
  await store.outbox.update(entry.order, { hasBase: true })
  await sayBefore(store, entry, entryOf(row, stateBefore(row.state, updates), now))
  return true
}

/** Puts an entry between another and the one before that. */
async function sayBefore(store: PersonStore, { order }: OutboxEntry, entry: NewEntry): Promise<void> {
  const before = await store.outbox.where('order').below(order).last()
  const said: OutboxEntry = { ...entry, order: before ? (before.order + order) / 2 : order - 1 }
  await store.outbox.bulkPut([said])
}

function holdsAll(updates: readonly Uint8Array[], row: NoteRow): boolean {
  const there = mergeText(null, updates)
  return there !== null && isConfirmed(confirmedBy(there.state), row.state)
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
