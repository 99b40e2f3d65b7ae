import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken, makeToken } from '@/lib/platform/ids'
import { makeLinks, type MadeLink } from './make-links'
import { findStandingRoom } from './standing-room'

/** A hundred rooms with five doors each. */
export const MOST_LINKS = 500

/**
 * Makes a link with which whoever holds it counts at one room's door. The secret is returned this once; only its hash
 * is kept. A form may be older than a merge: then it is of what the room became.
 * @throws {AppError} NOT_FOUND for a room of another conference; TOO_LARGE where the conference has as many as it may
 */
export async function createStewardLink(
  db: Database,
  { conferenceId, userId }: Granted<'editConference'>,
  { roomId, name }: { roomId: string; name: string },
  now: Date,
): Promise<{ id: string; secret: string; room: string }> {
  const room = await findStandingRoom(db, conferenceId, roomId)
  if (!room) throw new AppError('NOT_FOUND', 'room')
  const made = await insertStewardLink(db, { conferenceId, roomId: room.id, name, createdById: userId }, now)
  return { ...made, room: room.name }
}

/** The same where nobody made it: the examples'. @throws {AppError} TOO_LARGE */
export async function insertStewardLink(
  db: Database,
  link: { conferenceId: string; roomId: string; name: string; createdById: string | null },
  now: Date,
): Promise<{ id: string; secret: string }> {
  if ((await db.stewardLink.count({ where: { conferenceId: link.conferenceId, revokedAt: null } })) >= MOST_LINKS)
    throw new AppError('TOO_LARGE', 'steward links')
  const secret = makeToken()
  const { id } = await db.stewardLink.create({
    data: { ...link, tokenHash: hashToken(secret), createdAt: now },
    select: { id: true },
  })
  return { id, secret }
}

/**
 * Makes a link for each room at whose door nobody can count yet, for cards that hang there. The secrets are returned
 * this once. Two who ask at once make one for each room between them.
 * @param name what the links are called in the list
 * @returns by the rooms' order; none where every room has a link
 * @throws {AppError} TOO_LARGE where the conference would have more than it may: then none is made
 */
export function createDoorLinks(
  db: Database,
  { conferenceId, userId }: Granted<'editConference'>,
  name: string,
  now: Date,
): Promise<MadeLink[]> {
  return makeLinks(db, conferenceId, {
    what: 'steward links',
    most: MOST_LINKS,
    rooms: (tx) =>
      tx.room.findMany({
        where: { conferenceId, archivedAt: null, stewardLinks: { none: { revokedAt: null } } },
        select: { id: true, name: true },
        orderBy: [{ position: 'asc' }, { name: 'asc' }],
      }),
    working: (tx) => tx.stewardLink.count({ where: { conferenceId, revokedAt: null } }),
    insert: (tx, rows) =>
      tx.stewardLink.createMany({
        data: rows.map((row) => ({ ...row, conferenceId, name, createdById: userId, createdAt: now })),
      }),
  })
}

/** A conference's working links, by room and name. */
export function listStewardLinks(db: Database, conferenceId: string) {
  return db.stewardLink.findMany({
    where: { conferenceId, revokedAt: null },
    select: { id: true, name: true, createdAt: true, room: { select: { id: true, name: true } } },
    orderBy: [{ room: { position: 'asc' } }, { room: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
  })
}

/** Ends links for good. What was counted with them stays counted. */
export async function revokeStewardLinks(
  db: Database,
  { conferenceId }: Granted<'editConference'>,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  const where = { id: { in: [...ids] }, conferenceId, revokedAt: null }
  await db.stewardLink.updateMany({ where, data: { revokedAt: now } })
}

/** Where a secret lets count; null for one that we never made, that was revoked, or whose conference was deleted. */
export function findStewardLink(db: Database, secret: string) {
  return db.stewardLink.findFirst({
    where: { tokenHash: hashToken(secret), revokedAt: null, conference: { deletedAt: null } },
    select: {
      id: true,
      name: true,
      room: { select: { id: true, name: true, capacity: true, capacityKind: true } },
      conference: { select: { id: true, slug: true, name: true, timeZone: true, language: true } },
    },
  })
}

/** The same in one query, for a hall that counts: whose door it is and no more. */
export async function findDoor(
  db: Database,
  secret: string,
): Promise<{ stewardLinkId: string; conferenceId: string; roomId: string } | null> {
  const link = await db.stewardLink.findFirst({
    where: { tokenHash: hashToken(secret), revokedAt: null, conference: { deletedAt: null } },
    select: { id: true, conferenceId: true, roomId: true },
  })
  return link && { stewardLinkId: link.id, conferenceId: link.conferenceId, roomId: link.roomId }
}
