import { fromBase64, toBase64 } from '@/lib/notes/base64'
import { losesWords } from '@/lib/notes/lost-words'
import { joinUpdates, mergeText, stateBeyond } from '@/lib/notes/merge'
import type { PullAnswer } from '../answers'
import { makeId } from './make-id'
import { byOrder, isWaiting, type EntryOf, type OutboxEntry } from './outbox'
import type { NoteRow } from './shown'
import type { PersonStore } from './store'

type PulledNote = PullAnswer['notes'][number]

/** Everything that needs Yjs: loaded when a note is written or pulled, never with a list. */

/** Where and of what a note is, for the edit that makes it. */
export type NoteFacts = Pick<NoteRow, 'id' | 'conferenceId' | 'sessionId' | 'groupId' | 'place' | 'notedAt'>

/**
 * Stores what was typed: the note's row and its outbox entry in one transaction. The entry holds what the row did not, whatever of the
 * document that is: where the row is gone (the browser's data was cleared), all of it. While a text only grows, entries that have
 * not left this device are joined; before words go, the server hears of them, so that its history holds them. What was
 * refused goes along: what comes after cannot be read without it.
 * @param state the document as it is where it was typed
 * @returns the row as it is then
 */
export function writeNote(store: PersonStore, facts: NoteFacts, state: Uint8Array, now: Date): Promise<NoteRow> {
  return store.dexie.transaction('rw', store.notes, store.outbox, async () => {
    const row = await store.notes.get(facts.id)
    const merged = mergeText(row?.state ?? null, [state])
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

function isRefusedEdit(entry: OutboxEntry): entry is EntryOf<'editNote'> {
  return entry.mutation.name === 'editNote' && entry.refused !== undefined
}

function isJoinable(entry: OutboxEntry): entry is EntryOf<'editNote'> {
  return entry.mutation.name === 'editNote' && isWaiting(entry) && !entry.sent
}

function entryOf({ id, conferenceId, sessionId, groupId, place, notedAt }: NoteFacts, update: Uint8Array, now: Date) {
  const args = { id, conferenceId, ...(sessionId && { sessionId }), ...(groupId && { groupId }), ...(place && { place }), notedAt, update: toBase64(update) }
  return { conferenceId, mutation: { id: makeId(), at: now.toISOString(), name: 'editNote' as const, args } }
}

/**
 * Says a note as it is now in place of all that was typed into it and has not arrived, where the first of that stood.
 * @param onlyIfChangedSince nothing is said anew when the last of it was refused itself
 */
export function sayNoteWhole(store: PersonStore, id: string, { onlyIfChangedSince = false } = {}): Promise<void> {
  return store.dexie.transaction('rw', store.notes, store.outbox, async () => {
    const edits = (await store.outbox.where('mutation.args.id').equals(id).toArray()).sort(byOrder).filter(({ mutation, doneBy }) => mutation.name === 'editNote' && doneBy === undefined)
    const [row, first, last] = [await store.notes.get(id), edits[0], edits.at(-1)]
    if (!row || !first || (onlyIfChangedSince && last?.refused)) return
    await store.outbox.bulkDelete(edits.map(({ order }) => order))
    const said: OutboxEntry = { ...wholeNote(row, new Date(first.mutation.at)), order: first.order }
    await store.outbox.bulkPut([said])
  })
}

/** The whole of a note as an edit, for a server that was set back to before it had it. */
export function wholeNote(row: NoteRow, now: Date) {
  return entryOf(row, row.state, now)
}

/** The notes that a server that was put back lacks, whole or in part, as edits; one that was deleted goes back to where deleted ones are. */
export function notesAgain(rows: readonly NoteRow[], told: readonly PulledNote[], now: Date) {
  const known = new Map(told.map((note) => [note.id, note]))
  return rows.flatMap((row) => {
    const note = known.get(row.id)
    if (note && (note.isGone || !holdsMore(row, note))) return []
    const isDeleted = note?.deletedAt ? row.deletedAt !== undefined || row.updatedAt <= note.updatedAt : row.deletedAt !== undefined && !note
    const deleted = { conferenceId: row.conferenceId, mutation: { id: makeId(), at: now.toISOString(), name: 'deleteNote' as const, args: { id: row.id } } }
    return isDeleted ? [wholeNote(row, now), deleted] : [wholeNote(row, now)]
  })
}

function holdsMore(row: NoteRow, { state }: PulledNote): boolean {
  const bytes = fromBase64(state)
  const told = mergeText(null, bytes.length > 0 ? [bytes] : [])
  const merged = told && mergeText(told.state, [row.state])
  return told !== null && merged !== null && !sameBytes(told.state, merged.state)
}

/** A row with another state of the same note merged into it. @param state base64, or bytes; nothing to merge when it is empty */
export function mergeRow(row: NoteRow | undefined, told: Omit<NoteRow, 'text' | 'state'>, state: string | Uint8Array): NoteRow | null {
  const bytes = typeof state === 'string' ? fromBase64(state) : state
  const merged = mergeText(row?.state ?? null, bytes.length > 0 ? [bytes] : [])
  return merged && { ...told, ...merged }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
