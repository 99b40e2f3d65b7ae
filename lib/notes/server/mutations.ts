import type { Prisma } from '@/generated/prisma/client'
import { requireAccess } from '@/lib/people/server/access'
import { groupsOf, notesOf, seenFields, takingPartIn } from '@/lib/people/server/participation'
import type { UserViewer } from '@/lib/people/server/viewer-of-cookies'
import { nextRevision } from '@/lib/sync/server/pull-counter'
import { storable } from '@/lib/platform/clean-text'
import { AppError } from '@/lib/platform/errors'
import { fromBase64 } from '../base64'
import { losesWords } from '../lost-words'
import { stateOfText } from '../merge'
import { mergeApart } from './merge-thread'
import { MOST_NOTE_CHARACTERS, type DeleteNote, type EditNote, type RestoreNote } from '../schema'

// Whoever calls these holds the locks of the person and of everybody who shares the note (note-readers.ts).

type Transaction = Prisma.TransactionClient

/** So much editing may lie between two kept versions. */
const VERSION_EVERY_MS = 5 * 60_000
/** A document with all that was deleted from it. */
const MOST_STATE_BYTES = 4_000_000

/**
 * Merges what was typed into a note, and makes the note if there is none. A deleted note comes back: whoever types into
 * it did not know. No word is lost: what the text no longer says is in its history.
 * @throws {AppError} before anything is written: NOT_FOUND when conference, group or note are not there for this
 * person; CONFLICT when the note is of another conference; INVALID when the update is none; TOO_LARGE when the text
 * becomes too long, or merging it takes too long; FORBIDDEN; UNAVAILABLE when too many wait to be merged
 * @returns BASE_MISSING, and nothing is written, when the update builds on letters that are not here and its device can
 * send the whole
 */
export async function editNote(
  tx: Transaction,
  viewer: UserViewer,
  { id, conferenceId, sessionId, groupId, together = false, place, notedAt, update, wholeIfAsked = false }: EditNote,
  now: Date,
): Promise<'done' | 'BASE_MISSING'> {
  const kept = await findNote(tx, viewer.id, id)
  if (!kept) await requirePlace(tx, viewer, { conferenceId, groupId })
  else if (kept.conferenceId !== conferenceId) throw new AppError('CONFLICT', 'note')
  const before = kept?.state ?? (kept?.text ? stateOfText(kept.text) : null)
  const merged = await mergeApart(before, [fromBase64(update)])
  if (!merged) throw new AppError('INVALID', 'update')
  if (!merged.whole && wholeIfAsked) return 'BASE_MISSING'
  if (merged.text.length > MOST_NOTE_CHARACTERS || merged.state.length > MOST_STATE_BYTES)
    throw new AppError('TOO_LARGE', 'note')
  const text = storable(merged.text)
  if (!kept) {
    const revision = await nextRevision(tx, viewer.id)
    const known = await knownSession(tx, sessionId, conferenceId)
    await tx.note.create({
      data: {
        id,
        userId: viewer.id,
        conferenceId,
        sessionId: known,
        groupId,
        together,
        place: place || null,
        text,
        state: merged.state,
        revision,
        notedAt: new Date(notedAt),
        createdAt: now,
        updatedAt: now,
      },
    })
  } else {
    const isKnown = kept.together || !together
    if (isKnown && !kept.deletedAt && kept.state && sameBytes(kept.state, merged.state)) return 'done'
    await keepVersion(tx, kept, text, now)
    await tx.note.update({
      where: { id },
      data: {
        text,
        state: merged.state,
        together: kept.together || together,
        deletedAt: null,
        updatedAt: now,
        revision: await nextRevision(tx, kept.userId),
      },
    })
  }
  await tellReaders(tx, id)
  return 'done'
}

/**
 * Deletes a note of mine, or of a group of mine; it can be brought back for 30 days. What is not there is left as it
 * is.
 * @throws {AppError} NOT_FOUND when it is not mine to delete
 */
export async function deleteNote(tx: Transaction, userId: string, { id }: DeleteNote, now: Date): Promise<void> {
  const note = await findNote(tx, userId, id)
  if (!note || note.deletedAt) return
  await tx.note.update({
    where: { id },
    data: { deletedAt: now, updatedAt: now, revision: await nextRevision(tx, note.userId) },
  })
  await tellReaders(tx, id)
}

/**
 * Brings a deleted note back.
 * @throws {AppError} NOT_FOUND when there is none, none of mine, or its text is gone
 */
export async function restoreNote(tx: Transaction, userId: string, { id }: RestoreNote, now: Date): Promise<void> {
  const note = await findNote(tx, userId, id)
  if (!note || note.purged) throw new AppError('NOT_FOUND', 'note')
  if (!note.deletedAt) return
  await tx.note.update({
    where: { id },
    data: { deletedAt: null, updatedAt: now, revision: await nextRevision(tx, note.userId) },
  })
  await tellReaders(tx, id)
}

async function findNote(tx: Transaction, userId: string, id: string) {
  const note = await tx.note.findUnique({
    where: { id },
    select: {
      id: true,
      userId: true,
      conferenceId: true,
      together: true,
      text: true,
      state: true,
      createdAt: true,
      deletedAt: true,
    },
  })
  if (note && (await tx.note.count({ where: { id, ...notesOf(userId) } })) === 0)
    throw new AppError('NOT_FOUND', 'note')
  return note && { ...note, purged: note.deletedAt !== null && note.state === null && note.text === '' }
}

/**
 * Where a new note may be: in a conference and a group of this person. What they wrote for themselves before they were
 * put out, and send now, stays theirs.
 */
async function requirePlace(
  tx: Transaction,
  viewer: UserViewer,
  { conferenceId, groupId }: { conferenceId: string; groupId?: string | undefined },
): Promise<void> {
  const conference = await tx.conference.findUnique({
    where: { id: conferenceId },
    select: { id: true, visibility: true },
  })
  if (!conference) throw new AppError('NOT_FOUND', 'conference')
  if (groupId && (await tx.group.count({ where: { id: groupId, conferenceId, ...groupsOf(viewer.id) } })) === 0)
    throw new AppError('NOT_FOUND', 'group')
  if (groupId || !(await hasPlanned(tx, viewer.id, conferenceId))) await requireAccess(tx, viewer, conference, 'plan')
}

async function hasPlanned(tx: Transaction, userId: string, conferenceId: string): Promise<boolean> {
  const theirs = { where: { userId, conferenceId } }
  return (
    (await tx.note.count(theirs)) > 0 ||
    (await tx.pick.count(theirs)) > 0 ||
    (await tx.block.count(theirs)) > 0 ||
    (await tx.attendance.count(theirs)) > 0
  )
}

/** A note outlives its session. */
async function knownSession(
  tx: Transaction,
  sessionId: string | undefined,
  conferenceId: string,
): Promise<string | null> {
  if (!sessionId) return null
  return (await tx.session.count({ where: { id: sessionId, conferenceId } })) > 0 ? sessionId : null
}

/** Keeps what the note said, when a word of it would be nowhere any more, and now and then. */
async function keepVersion(
  tx: Transaction,
  { id, text, createdAt }: { id: string; text: string; createdAt: Date },
  next: string,
  now: Date,
): Promise<void> {
  if (text.trim() === '' || text === next) return
  const last = await tx.noteRevision.findFirst({
    where: { noteId: id },
    orderBy: { createdAt: 'desc' },
    select: { text: true, createdAt: true },
  })
  const isDue = now.getTime() - (last?.createdAt ?? createdAt).getTime() >= VERSION_EVERY_MS
  if (isDue || losesWords(text, next, last?.text ?? ''))
    await tx.noteRevision.create({ data: { noteId: id, text, createdAt: now } })
}

/**
 * Raises the counters of the other members of the note's group who may take part, and notes that they are to hear of
 * it.
 */
export async function tellReaders(tx: Transaction, noteId: string): Promise<void> {
  const note = await tx.note.findUniqueOrThrow({
    where: { id: noteId },
    select: { userId: true, groupId: true, conference: { select: seenFields } },
  })
  if (!note.groupId) return
  const members = await tx.groupMember.findMany({
    where: { groupId: note.groupId, userId: { not: note.userId }, user: takingPartIn(note.conference) },
    select: { userId: true },
    orderBy: { userId: 'asc' },
  })
  for (const { userId } of members) {
    const revision = await nextRevision(tx, userId)
    await tx.noteShare.upsert({
      where: { noteId_userId: { noteId, userId } },
      create: { noteId, userId, revision },
      update: { revision, endedAt: null },
    })
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
