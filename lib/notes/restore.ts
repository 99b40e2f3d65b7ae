import * as Y from 'yjs'
import { attendanceChange, attendanceWith, noAttendance, saidIn } from '@/lib/planning/said'
import type { Attendance } from '@/lib/planning/schema'
import type { Problem } from '@/lib/platform/errors'
import type { Backup } from './backup'
import type { BackupAttendance, BackupBlock, BackupNote, BackupPick } from './backup-schema'
import { fromBase64, toBase64 } from './base64'
import { applyBounded } from './bounded-update'
import { renamer } from '@/lib/platform/ids/rename'

/** What is on this device already. */
export type DeviceContents = {
  person: string | null
  /** Their Yjs documents by id. */
  notes: ReadonlyMap<string, { state: Uint8Array; deleted: boolean }>
  /** Session ids, dropped picks not among them. */
  picks: ReadonlySet<string>
  blocks: ReadonlySet<string>
  attendances: ReadonlyMap<string, Attendance>
  photos: ReadonlySet<string>
}

/** This device may not know all that the account has: what stands there is not replaced, either. */
type Adds = { adds: true }

/** A change to be made as if somebody had made it by hand: it goes through the outbox like any other. */
export type RestoreChange = { conferenceId: string } & (
  | { name: 'setPick'; args: Omit<BackupPick, 'conferenceId'> & Adds }
  | { name: 'setBlock'; args: BackupBlock & Adds }
  | { name: 'setAttendance'; args: Partial<Omit<BackupAttendance, 'conferenceId'>> & { sessionId: string } & Adds }
  | {
      name: 'editNote'
      args: Pick<BackupNote, 'id' | 'conferenceId' | 'sessionId' | 'groupId' | 'together' | 'place' | 'notedAt'> & {
        /** Base64 of a Yjs update. */ update: string
      }
    }
  | { name: 'deleteNote'; args: { id: string } }
)

export type RestoreCounts = {
  notes: number
  picks: number
  blocks: number
  attendances: number
  photos: number
  /** What was here and stays. */ already: number
}
export type RestorePlan = {
  changes: RestoreChange[]
  photos: Backup['photos']
  counts: RestoreCounts
  problems: Problem[]
}

/**
 * What to do so that everything of a backup is here. It only adds: a pick, a block, what is said of an attendance, a
 * photo that is here stays as it is, and texts merge. Doing it twice does nothing more.
 */
export function planRestore(backup: Backup, here: DeviceContents): RestorePlan {
  const idOf = renamer(backup.person, here.person)
  const problems: Problem[] = []
  const notes = backup.notes.map((note) => restoreNote(ownNote(note, idOf), here, problems))
  const picks = backup.picks.filter(({ sessionId }) => !here.picks.has(sessionId))
  const blocks = backup.blocks
    .map((block) => ({ ...block, id: idOf(block.id) }))
    .filter(({ id }) => !here.blocks.has(id))
  const attendances = backup.attendances.flatMap((row) => newIn(row, here.attendances.get(row.sessionId)))
  const photos = backup.photos
    .map((photo) => ({ ...photo, id: idOf(photo.id), noteId: idOf(photo.noteId) }))
    .filter(({ id, picture }) => picture && !here.photos.has(id))
  const counts = {
    notes: notes.filter((changes) => changes.length > 0).length,
    picks: picks.length,
    blocks: blocks.length,
    attendances: attendances.length,
    photos: photos.length,
  }
  const all =
    backup.notes.length +
    backup.picks.length +
    backup.blocks.length +
    backup.attendances.length +
    backup.photos.filter(({ picture }) => picture).length
  const restored = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    changes: [
      ...notes.flat(),
      ...picks.map(({ conferenceId, ...args }): RestoreChange => ({
        conferenceId,
        name: 'setPick',
        args: { ...args, adds: true },
      })),
      ...blocks.map((args): RestoreChange => ({
        conferenceId: args.conferenceId,
        name: 'setBlock',
        args: { ...args, adds: true },
      })),
      ...attendances.map(({ conferenceId, ...args }): RestoreChange => ({
        conferenceId,
        name: 'setAttendance',
        args: { ...args, adds: true },
      })),
    ],
    photos,
    counts: { ...counts, already: all - restored - problems.length },
    problems,
  }
}

/** What a backup's attendance says that is not said here yet. */
function newIn({ sessionId, conferenceId, ...attendance }: BackupAttendance, here: Attendance = noAttendance) {
  const said = saidIn(attendance)
  const added = said && attendanceChange(here, attendanceWith(here, { ...said, adds: true }))
  return added && Object.keys(added).length > 0 ? [{ sessionId, conferenceId, ...added }] : []
}

function ownNote(note: BackupNote, idOf: (id: string) => string): BackupNote {
  const id = idOf(note.id)
  // Another account may be in none of these groups; what others wrote stays theirs.
  const { groupId, ...own } = note
  return id === note.id ? note : { ...own, id, ...(groupId && { together: true }) }
}

function restoreNote(note: BackupNote, here: DeviceContents, problems: Problem[]): RestoreChange[] {
  const known = here.notes.get(note.id)
  const update = updateOf(note, known?.state)
  if (update === 'broken')
    problems.push({ severity: 'error', path: `notes/${note.id}`, code: 'stateBroken', detail: note.text.slice(0, 80) })
  if (update === 'broken' || update === 'known') return []
  const { id, conferenceId, sessionId, groupId, together, place, notedAt } = note
  const args = {
    id,
    conferenceId,
    ...(sessionId && { sessionId }),
    ...(groupId && { groupId }),
    ...(together && { together }),
    ...(place && { place }),
    notedAt,
    update: toBase64(update),
  }
  // Typing into a deleted note brings it back: a restore does not mean that.
  const isDeleted = known ? known.deleted : note.deletedAt !== undefined
  const deleted: RestoreChange[] = isDeleted ? [{ conferenceId, name: 'deleteNote', args: { id } }] : []
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
