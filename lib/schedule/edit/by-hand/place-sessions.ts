import type { Prisma } from '@/generated/prisma/client'
import { isSameValue, type Snapshot } from '@/lib/program/snapshot'
import { insertRows } from '../../bring-in/insert-rows'
import type { ChangedProgram } from '../conference-version'
import { recordEdits, type EditedSession } from './record-edits'

type Tx = Prisma.TransactionClient

/** Where and when a session is: a day, instants as ISO UTC, ids of rooms, the first first. */
export type StoredPlace = {
  dayOn: string
  startAt: string | null
  endAt: string | null
  roomIds: readonly string[]
}
/** A session that is to be elsewhere. */
export type MovedSession = { sessionId: string; isImported: boolean; from: StoredPlace; to: StoredPlace }

export const placeFields = ['dayOn', 'startAt', 'endAt', 'rooms'] as const
export type MovedField = (typeof placeFields)[number]

/**
 * Puts sessions elsewhere, as edits by hand, however many there are in a few statements. What is there already stays as
 * it is.
 * @returns the ids of those that are other than before, each with the fields that changed
 */
export async function writeSessionPlaces(
  tx: Tx,
  program: ChangedProgram,
  placed: readonly MovedSession[],
  doing: { userId: string; now: Date },
): Promise<EditedSession[]> {
  const names = await readRoomNames(tx, program.id)
  const edits = placed.flatMap(({ sessionId, isImported, from, to }): EditedSession[] => {
    const [before, after] = [saidOf(from, names), saidOf(to, names)]
    const changed = placeFields.filter((field) => !isSameValue(before[field], after[field]))
    const fields = changed.map((field) => ({ field, old: before[field], new: after[field] }))
    return changed.length > 0 ? [{ sessionId, isImported, fields }] : []
  })
  const isEdited = new Set(edits.map(({ sessionId }) => sessionId))
  await storePlaces(
    tx,
    program,
    placed.filter(({ sessionId }) => isEdited.has(sessionId)),
  )
  await recordEdits(tx, edits, { ...doing, conferenceId: program.id, version: program.revision })
  return edits
}

/** Writes who is in which room, of sessions that are in none. */
export async function putInRooms(
  tx: Tx,
  placed: readonly { sessionId: string; roomIds: readonly string[] }[],
): Promise<void> {
  const rows = placed.flatMap(({ sessionId, roomIds }) =>
    roomIds.map((roomId, position) => ({ sessionId, roomId, position })),
  )
  await insertRows(tx, 'SessionRoom', rows)
}

/** Of all rooms, those put away included: a session may still be in one. */
async function readRoomNames(tx: Tx, conferenceId: string): Promise<Map<string, string>> {
  const rooms = await tx.room.findMany({ where: { conferenceId }, select: { id: true, name: true } })
  return new Map(rooms.map(({ id, name }) => [id, name]))
}

/** A place as the history tells it: rooms by their names. */
function saidOf({ roomIds, ...times }: StoredPlace, names: ReadonlyMap<string, string>): Pick<Snapshot, MovedField> {
  return { ...times, rooms: roomIds.flatMap((id) => names.get(id) ?? []) }
}

async function storePlaces(tx: Tx, program: ChangedProgram, placed: readonly MovedSession[]): Promise<void> {
  if (placed.length === 0) return
  const rows = placed.map(({ sessionId, to: { dayOn, startAt, endAt } }) => ({ id: sessionId, dayOn, startAt, endAt }))
  await tx.$executeRaw`
    UPDATE "Session" s SET "dayOn" = r."dayOn", "startAt" = r."startAt", "endAt" = r."endAt",
      "revision" = ${program.revision}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("id" uuid, "dayOn" date, "startAt" timestamptz, "endAt" timestamptz)
    WHERE s."id" = r."id"`
  await tx.sessionRoom.deleteMany({ where: { sessionId: { in: placed.map(({ sessionId }) => sessionId) } } })
  await putInRooms(
    tx,
    placed.map(({ sessionId, to }) => ({ sessionId, roomIds: to.roomIds })),
  )
}
