import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { listCollisions, type Collision } from './collisions'
import { changeProgram, Unchanged } from './conference-version'
import { correctSessions } from './by-hand/correct-sessions'
import { namedPlaces, ofStandingPlaces } from './by-hand/named-places'
import type { SessionEdit } from './schema'
import { editedColumns } from './session-fields'
import { writeRooms, writeSpeakers } from './by-hand/session-lists'
import { requireOwnTrack, type Editing } from '../scope'
import { currentSession } from './seen/current-edits'
import { mergeEdit } from './seen/merge-edit'
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
    const [edit = asked] = await ofStandingPlaces(tx, conferenceId, [asked])
    const { colocatedId } = await requireOwnTrack(tx, granted, edit.track)
    const times = sessionTimes(edit, program.timeZone)
    if ('ok' in times) return new Unchanged(times)
    await namedPlaces(tx, conferenceId, [edit])
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
    const listed = [{ sessionId: id, edit, roomIds: [] }]
    await writeRooms(tx, listed)
    await writeSpeakers(tx, conferenceId, listed)
    await tx.change.create({
      data: { conferenceId, sessionId: id, field: 'added', version: program.revision, userId, createdAt: now },
    })
    return { ok: true, number, collisions: await listCollisions(tx, id), twice: times.twice }
  })
}

/**
 * Corrects a session. On one that was imported, each field that changes becomes an override, which later imports keep.
 * The same values again change nothing.
 * @param seen what the form showed: of what was not changed in it, what others wrote since stays
 * @throws {AppError} CHANGED_MEANWHILE when somebody else changed the same field meanwhile
 */
export async function editSession(
  db: PrismaClient,
  granted: Editing,
  sessionId: string,
  asked: SessionEdit,
  now: Date,
  seen: SessionEdit | null = null,
): Promise<WrittenSession> {
  return changeProgram<WrittenSession>(db, granted, now, async (tx, program) => {
    const edit = seen ? mergeEdit(seen, asked, await currentSession(tx, program, sessionId)) : asked
    const [done] = await correctSessions(tx, program, granted, [{ id: sessionId, edit }], now)
    if (!done) throw new AppError('NOT_FOUND', 'session')
    if (!done.ok) {
      if (done.reason === 'refused') throw done.error
      return new Unchanged(done)
    }
    const { number, twice, hasChanged } = done
    const saved = { ok: true as const, number, collisions: await listCollisions(tx, sessionId), twice }
    return hasChanged ? saved : new Unchanged(saved)
  })
}
