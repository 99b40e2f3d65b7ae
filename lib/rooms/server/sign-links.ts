import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken } from '@/lib/platform/ids'
import { makeLinks, type MadeLink } from './make-links'
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
): Promise<MadeLink[]> {
  return makeLinks(db, conferenceId, {
    what: 'sign links',
    most: MOST_SIGN_LINKS,
    rooms: (tx) => (roomId ? oneRoom(tx, conferenceId, roomId) : roomsWithout(tx, conferenceId)),
    working: (tx) => tx.signLink.count({ where: { conferenceId, revokedAt: null } }),
    insert: (tx, rows) =>
      tx.signLink.createMany({ data: rows.map((row) => ({ ...row, conferenceId, createdAt: now })) }),
  })
}

async function oneRoom(db: Database, conferenceId: string, id: string) {
  const room = await db.room.findFirst({
    where: { id, conferenceId, archivedAt: null },
    select: { id: true, name: true },
  })
  if (!room) throw new AppError('NOT_FOUND', 'room')
  return [room]
}

function roomsWithout(db: Database, conferenceId: string) {
  return db.room.findMany({
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
