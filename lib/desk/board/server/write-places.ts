import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { dateOfDay } from '@/lib/program/day-date'
import { isSameValue, type Snapshot } from '@/lib/program/snapshot'
import { insertRows } from '@/lib/schedule/bring-in/insert-rows'
import type { ChangedProgram } from '@/lib/schedule/edit/conference-version'
import { recordEdits, type EditedSession } from '@/lib/schedule/edit/record-edits'
import type { BoardPlace } from '../board'
import type { StoredMove } from './read-draft'
import { readSessions, type ReadSession } from './read-sessions'

type Tx = Prisma.TransactionClient
type Doing = { userId: string; now: Date }

/**
 * Writes moves into the programme, with their history: sessions that are there, and those that were drawn.
 * @returns how many sessions are other than before, and the moves whose sessions are gone
 */
export async function writePlaces(
  tx: Tx,
  program: ChangedProgram,
  moves: readonly StoredMove[],
  doing: Doing,
): Promise<{ written: number; gone: StoredMove[] }> {
  const sessions = await readSessions(
    tx,
    program.id,
    moves.map(({ sessionId }) => sessionId),
  )
  const known = new Map(sessions.map((one) => [one.session.id, one]))
  const drawn = moves.filter(({ sessionId, created }) => created && !known.has(sessionId))
  const gone = moves.filter(({ sessionId, created }) => known.get(sessionId)?.isCancelled ?? !created)
  const moved = moves.flatMap(({ sessionId, place }) => {
    const session = known.get(sessionId)
    return session && !session.isCancelled ? [{ ...session, place }] : []
  })
  return {
    written: (await moveSessions(tx, program, moved, doing)) + (await addDrawn(tx, program, drawn, doing)),
    gone,
  }
}

type MovedSession = ReadSession & { place: BoardPlace }
const fields = ['dayOn', 'startAt', 'endAt', 'rooms'] as const

async function moveSessions(tx: Tx, program: ChangedProgram, moved: MovedSession[], doing: Doing): Promise<number> {
  const names = await readRoomNames(tx, program.id)
  const edits = moved.flatMap(({ session, place, isImported }): EditedSession[] => {
    const [before, after] = [saidOf(session, names), saidOf(place, names)]
    const changed = fields.filter((field) => !isSameValue(before[field], after[field]))
    const edited = changed.map((field) => ({ field, old: before[field], new: after[field] }))
    return changed.length > 0 ? [{ sessionId: session.id, isImported, fields: edited }] : []
  })
  const isEdited = new Set(edits.map(({ sessionId }) => sessionId))
  await storePlaces(
    tx,
    program,
    moved.filter(({ session }) => isEdited.has(session.id)),
  )
  await recordEdits(tx, edits, { ...doing, conferenceId: program.id, version: program.revision })
  return edits.length
}

/** Of all rooms, those put away included: a session may still be in one. */
async function readRoomNames(tx: Tx, conferenceId: string): Promise<Map<string, string>> {
  const rooms = await tx.room.findMany({ where: { conferenceId }, select: { id: true, name: true } })
  return new Map(rooms.map(({ id, name }) => [id, name]))
}

/** A place as the history tells it: rooms by their names. */
function saidOf({ dayOn, startAt, endAt, roomIds }: BoardPlace, names: ReadonlyMap<string, string>) {
  const rooms = roomIds.flatMap((id) => names.get(id) ?? [])
  return { dayOn, startAt, endAt, rooms } satisfies Pick<Snapshot, (typeof fields)[number]>
}

async function storePlaces(tx: Tx, program: ChangedProgram, moved: readonly MovedSession[]): Promise<void> {
  const rows = moved.map(({ session: { id }, place: { dayOn, startAt, endAt } }) => ({ id, dayOn, startAt, endAt }))
  await tx.$executeRaw`
    UPDATE "Session" s SET "dayOn" = r."dayOn", "startAt" = r."startAt", "endAt" = r."endAt",
      "revision" = ${program.revision}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("id" uuid, "dayOn" date, "startAt" timestamptz, "endAt" timestamptz)
    WHERE s."id" = r."id"`
  await tx.sessionRoom.deleteMany({ where: { sessionId: { in: moved.map(({ session }) => session.id) } } })
  await putInRooms(
    tx,
    moved.map(({ session, place }) => ({ sessionId: session.id, place })),
  )
}

async function putInRooms(tx: Tx, placed: readonly { sessionId: string; place: BoardPlace }[]): Promise<void> {
  const rows = placed.flatMap(({ sessionId, place }) =>
    place.roomIds.map((roomId, position) => ({ sessionId, roomId, position })),
  )
  await insertRows(tx, 'SessionRoom', rows)
}

async function addDrawn(
  tx: Tx,
  program: ChangedProgram,
  drawn: readonly StoredMove[],
  { userId, now }: Doing,
): Promise<number> {
  const sessions = drawn.flatMap(({ sessionId: id, place: { dayOn, startAt, endAt }, created }) =>
    created
      ? [
          {
            ...{ id, conferenceId: program.id, number: ++program.lastNumber, rawTitle: created.title, ...created },
            ...{ dayOn: dateOfDay(dayOn), startAt, endAt },
            ...{ revision: program.revision, createdAt: now, updatedAt: now },
          },
        ]
      : [],
  )
  await insertRows(tx, 'Session', sessions)
  await putInRooms(tx, drawn)
  const shared = { conferenceId: program.id, field: 'added', version: program.revision, userId, createdAt: now }
  await insertRows(
    tx,
    'Change',
    sessions.map(({ id }) => ({ ...shared, id: randomUUID(), sessionId: id })),
  )
  return sessions.length
}
