import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { isSameValue } from '@/lib/program/snapshot'
import { listCollisions, type Collision } from './collisions'
import { changeProgram, Unchanged, type ChangedProgram } from './conference-version'
import { recordEdits } from './by-hand/record-edits'
import type { SessionEdit } from './schema'
import {
  editedColumns,
  editedFields,
  namedPlaces,
  ofStandingPlaces,
  readFields,
  wantedFields,
  writeLists,
} from './session-fields'
import { requireInScope, requireOwnTrack, type Editing } from '../scope'
import { sessionTimes, type WrongTimes } from './session-times'

/** What became of a session that somebody writes. */
export type WrittenSession =
  | {
      ok: true
      number: number
      /** With what it now shares a room or a speaker at one time. */ collisions: Collision[]
      /** Its times that the clocks show twice, and of which the first was taken, "HH:MM". */ twice: string[]
    }
  | WrongTimes

/** Adds a session by hand. Times are wall times on the conference's clocks; without a start it is to be announced. */
export async function addSession(
  db: PrismaClient,
  granted: Editing,
  asked: SessionEdit,
  now: Date,
): Promise<WrittenSession> {
  const { conferenceId, userId } = granted
  return changeProgram<WrittenSession>(db, granted, now, async (tx, program) => {
    const edit = await ofStandingPlaces(tx, conferenceId, asked)
    const { colocatedId } = await requireOwnTrack(tx, granted, edit.track)
    const times = sessionTimes(edit, program.timeZone)
    if ('ok' in times) return new Unchanged(times)
    await namedPlaces(tx, conferenceId, edit)
    const number = ++program.lastNumber
    const { id } = await tx.session.create({
      data: {
        conferenceId,
        number,
        rawTitle: edit.title,
        ...editedColumns(edit, times),
        colocatedId,
        revision: program.revision,
        createdAt: now,
        updatedAt: now,
      },
    })
    await writeLists(tx, conferenceId, id, edit)
    await tx.change.create({
      data: { conferenceId, sessionId: id, field: 'added', version: program.revision, userId, createdAt: now },
    })
    return { ok: true, number, collisions: await listCollisions(tx, id), twice: times.twice }
  })
}

/**
 * Corrects a session. On one that was imported, each field that changes becomes an override, which later imports keep.
 * The same values again change nothing.
 */
export async function editSession(
  db: PrismaClient,
  granted: Editing,
  sessionId: string,
  asked: SessionEdit,
  now: Date,
): Promise<WrittenSession> {
  return changeProgram<WrittenSession>(db, granted, now, (tx, program) =>
    correctSession(tx, program, granted, sessionId, asked, now),
  )
}

/** Corrects a session within a change of the programme, which it may leave as it is. */
export async function correctSession(
  tx: Prisma.TransactionClient,
  program: ChangedProgram,
  granted: Editing,
  sessionId: string,
  asked: SessionEdit,
  now: Date,
): Promise<WrittenSession | Unchanged<WrittenSession>> {
  const { conferenceId, userId } = granted
  const edit = await ofStandingPlaces(tx, conferenceId, asked)
  await requireInScope(tx, granted, [sessionId])
  await requireOwnTrack(tx, granted, edit.track)
  const stored = await readFields(tx, conferenceId, sessionId)
  const times = sessionTimes(edit, program.timeZone, stored.fields)
  if ('ok' in times) return new Unchanged(times)
  const wanted = await wantedFields(tx, conferenceId, edit, times, stored.fields)
  const changed = editedFields.filter((field) => !isSameValue(stored.fields[field], wanted[field]))
  const saved = async () => ({
    ok: true as const,
    number: stored.number,
    collisions: await listCollisions(tx, sessionId),
    twice: times.twice,
  })
  if (changed.length === 0) return new Unchanged(await saved())
  await tx.session.update({
    where: { id: sessionId },
    data: { ...editedColumns(edit, times), revision: program.revision },
  })
  if (changed.includes('rooms') || changed.includes('speakers'))
    await writeLists(tx, conferenceId, sessionId, edit, changed)
  const fields = changed.map((field) => ({ field, old: stored.fields[field], new: wanted[field] }))
  const edited = [{ sessionId, isImported: stored.imported, fields }]
  await recordEdits(tx, edited, { conferenceId, version: program.revision, userId, now })
  return saved()
}
