import type { Prisma } from '@/generated/prisma/client'
import { snapshotSchema } from '@/lib/program/snapshot'
import { putInRooms } from '../edit/by-hand/place-sessions'

type Tx = Prisma.TransactionClient

/**
 * Puts the sessions of a room into others, in its place among their rooms.
 * @param among those that are meant; absent: all that are in it
 * @returns their ids
 */
export async function replaceRoom(tx: Tx, roomId: string, into: readonly string[]): Promise<string[]> {
  const sessions = await tx.session.findMany({
    where: { rooms: { some: { roomId } } },
    select: { id: true, rooms: { select: { roomId: true }, orderBy: { position: 'asc' } } },
    orderBy: { number: 'asc' },
  })
  return putIn(
    tx,
    sessions.map(({ id, rooms }) => ({
      sessionId: id,
      roomIds: rooms.flatMap((room) => (room.roomId === roomId ? into : [room.roomId])),
    })),
  )
}

/** Puts those of these sessions that are in all of some rooms into one, in place of the first. @returns their ids */
export async function gatherInRoom(
  tx: Tx,
  ids: readonly string[],
  from: readonly string[],
  roomId: string,
): Promise<string[]> {
  const sessions = await tx.session.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, rooms: { select: { roomId: true }, orderBy: { position: 'asc' } } },
    orderBy: { number: 'asc' },
  })
  const all = sessions.filter(({ rooms }) => from.every((one) => rooms.some((room) => room.roomId === one)))
  return putIn(
    tx,
    all.map(({ id, rooms }) => ({
      sessionId: id,
      roomIds: rooms.map((room) => (from.includes(room.roomId) ? roomId : room.roomId)),
    })),
  )
}

async function putIn(tx: Tx, placed: readonly { sessionId: string; roomIds: string[] }[]): Promise<string[]> {
  const ids = placed.map(({ sessionId }) => sessionId)
  await tx.sessionRoom.deleteMany({ where: { sessionId: { in: ids } } })
  await putInRooms(
    tx,
    placed.map(({ sessionId, roomIds }) => ({ sessionId, roomIds: [...new Set(roomIds)] })),
  )
  return ids
}

/** Has what sources said of these sessions name rooms otherwise, as the next import will read it. */
export async function renameInSnapshots(
  tx: Tx,
  conferenceId: string,
  ids: readonly string[],
  rename: (name: string) => readonly string[],
): Promise<void> {
  const rows = await tx.session.findMany({
    where: { conferenceId, id: { in: [...ids] } },
    select: { id: true, imported: true },
  })
  const said = rows.flatMap(({ id, imported }) => {
    if (imported === null) return []
    const { rooms } = snapshotSchema.parse(imported)
    return [{ id, rooms: [...new Set(rooms.flatMap(rename))] }]
  })
  await tx.$executeRaw`
    UPDATE "Session" s SET "imported" = jsonb_set(s."imported", '{rooms}', r."rooms")
    FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS r("id" uuid, "rooms" jsonb) WHERE s."id" = r."id"`
}
