import * as Y from 'yjs'
import type { BackupLists, BroughtChange } from '@/lib/sync/client/backed-up'
import type { Problem } from '@/lib/platform/errors'
import type { Backup } from './backup'
import { backedUpKinds } from './backed-up'
import type { BackupNote } from './backup-schema'
import { fromBase64, toBase64 } from '../../base64'
import { factsOf } from '../note-facts'
import { applyBounded } from '../../bounded-update'
import { renamer } from '@/lib/platform/ids/rename'

/** What is on this device already. */
export type DeviceContents = {
  person: string | null
  /** Their Yjs documents by id. */
  notes: ReadonlyMap<string, { state: Uint8Array; deleted: boolean }>
  /** Of the other kinds, as a backup of this device would have them. */
  lists: BackupLists
  photos: ReadonlySet<string>
}

/** How many things of each kind are brought. */
export type RestoreCounts = Record<keyof BackupLists | 'notes' | 'photos', number> & {
  /** What was here and stays. */ already: number
}
export type RestorePlan = {
  changes: BroughtChange[]
  photos: Backup['photos']
  counts: RestoreCounts
  problems: Problem[]
}

/**
 * What to do so that everything of a backup is here. It only adds: a photo, or a thing of another kind, that is here
 * stays as it is, and texts merge. Doing it twice does nothing more.
 */
export function planRestore(backup: Backup, here: DeviceContents): RestorePlan {
  const idOf = renamer(backup.person, here.person)
  const problems: Problem[] = []
  const notes = backup.notes.map((note) => restoreNote(ownNote(note, idOf), here, problems))
  const brought = backedUpKinds.map(({ name, bring }) => ({ name, changes: bring(backup, here.lists, idOf) }))
  const photos = backup.photos
    .map((photo) => ({ ...photo, id: idOf(photo.id), noteId: idOf(photo.noteId) }))
    .filter(({ id, picture }) => picture && !here.photos.has(id))
  // Every name is there: each kind counts its own.
  const ofLists = Object.fromEntries(brought.map(({ name, changes }) => [name, changes.length])) as Record<
    keyof BackupLists,
    number
  >
  const counts = {
    notes: notes.filter((changes) => changes.length > 0).length,
    ...ofLists,
    photos: photos.length,
  }
  const all =
    backup.notes.length +
    backedUpKinds.reduce((sum, { name }) => sum + backup[name].length, 0) +
    backup.photos.filter(({ picture }) => picture).length
  const restored = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    changes: [...notes.flat(), ...brought.flatMap(({ changes }) => changes)],
    photos,
    counts: { ...counts, already: all - restored - problems.length },
    problems,
  }
}

function ownNote(note: BackupNote, idOf: (id: string) => string): BackupNote {
  const id = idOf(note.id)
  // Another account may be in none of these groups; what others wrote stays theirs.
  const { groupId, ...own } = note
  return id === note.id ? note : { ...own, id, ...(groupId && { together: true }) }
}

function restoreNote(note: BackupNote, here: DeviceContents, problems: Problem[]): BroughtChange[] {
  const known = here.notes.get(note.id)
  const update = updateOf(note, known?.state)
  if (update === 'broken')
    problems.push({ severity: 'error', path: `notes/${note.id}`, code: 'stateBroken', detail: note.text.slice(0, 80) })
  if (update === 'broken' || update === 'known') return []
  const { id, conferenceId } = note
  const args = { ...factsOf(note, note.notedAt), update: toBase64(update) }
  // Typing into a deleted note brings it back: a restore does not mean that.
  const isDeleted = known ? known.deleted : note.deletedAt !== undefined
  const deleted: BroughtChange[] = isDeleted ? [{ conferenceId, name: 'deleteNote', args: { id } }] : []
  return [{ conferenceId, name: 'editNote', args }, ...deleted]
}

/**
 * What of a note is not here yet. A document that cannot be read is made anew from its text, where there is nothing to
 * merge it with.
 */
function updateOf({ id, state, text }: BackupNote, known: Uint8Array | undefined): Uint8Array | 'known' | 'broken' {
  const doc = new Y.Doc()
  try {
    if (known) applyBounded(doc, known)
    const before = Y.encodeStateAsUpdate(doc)
    if (state !== '') applyBounded(doc, fromBase64(state))
    if (!known && doc.getText('text').toString() === '' && text !== '') return fromText(id, text)
    const isKnown = known !== undefined && sameBytes(before, Y.encodeStateAsUpdate(doc))
    return isKnown ? 'known' : Y.encodeStateAsUpdate(doc, known && Y.encodeStateVectorFromUpdate(known))
  } catch {
    // Yjs throws what it throws at bytes that are no update.
    return known ? 'broken' : fromText(id, text)
  }
}

function fromText(id: string, text: string): Uint8Array {
  const doc = new Y.Doc()
  // The same text of the same note gives the same document, however often it is restored.
  doc.clientID = Number.parseInt(id.slice(0, 8), 16)
  doc.getText('text').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
