import { randomUUID } from 'node:crypto'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken, makeToken } from '@/lib/platform/ids'
import { findStandingRoom } from './standing-room'

/** Two screens at each door of the largest conference. */
export const MOST_SIGN_LINKS = 500

/**
 * Makes a secret address of a sign for each room without one, or for this one once more. The secrets are returned this
 * once; only their hashes are kept.
 * @param roomId a room; null: all that have none
 * @returns by the rooms' order
 * @throws {AppError} NOT_FOUND for a room of another conference; TOO_LARGE where there would be more than it may have
 */
export function createSignLinks(
  db: Database,
  { conferenceId }: Granted<'editConference'>,
  roomId: string | null,
  now: Date,
): Promise<SignLink[]> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Conference" WHERE "id" = ${conferenceId}::uuid FOR UPDATE`
    const rooms = roomId ? await oneRoom(tx, conferenceId, roomId) : await roomsWithout(tx, conferenceId)
    const working = await tx.signLink.count({ where: { conferenceId, revokedAt: null } })
    if (working + rooms.length > MOST_SIGN_LINKS) throw new AppError('TOO_LARGE', 'sign links')
    const made = rooms.map((room) => ({ id: randomUUID(), secret: makeToken(), room }))
    await tx.signLink.createMany({
      data: made.map(({ id, secret, room }) => ({
        ...{ id, conferenceId, roomId: room.id, createdAt: now },
        tokenHash: hashToken(secret),
      })),
    })
    return made.map(({ id, secret, room }) => ({ id, secret, room: room.name }))
  })
}

/** A secret address of a sign that was just made. */
export type SignLink = { id: string; secret: string; /** Its name. */ room: string }

type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0]

async function oneRoom(tx: Transaction, conferenceId: string, id: string) {
  const room = await tx.room.findFirst({
    where: { id, conferenceId, archivedAt: null },
    select: { id: true, name: true },
  })
  if (!room) throw new AppError('NOT_FOUND', 'room')
  return [room]
}

function roomsWithout(tx: Transaction, conferenceId: string) {
  return tx.room.findMany({
    where: { conferenceId, archivedAt: null, signLinks: { none: { revokedAt: null } } },
    select: { id: true, name: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}

/** A conference's working signs, by room and age. */
export function listSignLinks(db: Database, conferenceId: string) {
  return db.signLink.findMany({
    where: { conferenceId, revokedAt: null },
    select: { id: true, createdAt: true, room: { select: { id: true, name: true } } },
    orderBy: [{ room: { position: 'asc' } }, { room: { name: 'asc' } }, { createdAt: 'asc' }, { id: 'asc' }],
  })
}

/** Ends secret addresses for good: their screens say so within a quarter of a minute. */
export async function revokeSignLinks(
  db: Database,
  { conferenceId }: Granted<'editConference'>,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const where = { id: { in: [...ids] }, conferenceId, revokedAt: null }
  await db.signLink.updateMany({ where, data: { revokedAt: now } })
}

/**
 * Whose sign a secret shows: of the room, or of what it was merged into. Null for one that we never made, that was
 * ended, or whose conference was deleted or has no such room any more.
 */
export async function findSign(
  db: Database,
  secret: string,
): Promise<{ signLinkId: string; conferenceId: string; roomId: string } | null> {
  const link = await db.signLink.findFirst({
    where: { tokenHash: hashToken(secret), revokedAt: null, conference: { deletedAt: null } },
    select: { id: true, conferenceId: true, roomId: true },
  })
  if (!link) return null
  const room = await findStandingRoom(db, link.conferenceId, link.roomId)
  return room && { signLinkId: link.id, conferenceId: link.conferenceId, roomId: room.id }
}
