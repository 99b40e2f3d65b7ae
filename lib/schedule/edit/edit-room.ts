import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { addressAfterRename, takenSlugs } from '@/lib/program/part-addresses'
import { finderOf, hasOldSpellings, listSaidNames, rememberNames } from './known-names'
import type { RoomEdit } from './schema'
import { changeProgram } from './conference-version'

/**
 * Adds a room; its name becomes the first spelling by which imports know it.
 * @throws {AppError} CONFLICT when a room is known by that name
 */
export async function addRoom(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  edit: RoomEdit,
  now: Date,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    const rooms = await tx.room.findMany({
      where: { conferenceId },
      select: { id: true, slug: true, name: true, archivedAt: true, aliases: { select: { key: true, name: true } } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    const find = finderOf(rooms, hasOldSpellings(rooms) ? await listSaidNames(tx, conferenceId, 'rooms') : [])
    if (find(edit.name) !== undefined) throw new AppError('CONFLICT', 'room')
    const slug = uniqueSlug(slugify(edit.name, 'room'), await takenSlugs(tx, conferenceId, 'room', rooms))
    const { id } = await tx.room.create({
      data: { conferenceId, slug, position: rooms.length, ...edit },
      select: { id: true },
    })
    await rememberNames(tx, 'rooms', conferenceId, [{ name: edit.name, id }])
  })
}

/** Corrects what is known of a room. Sources keep knowing it by the names they use. */
export async function editRoom(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  roomId: string,
  edit: RoomEdit,
  now: Date,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId, revision }) => {
    const room = await tx.room.findUnique({ where: { id: roomId, conferenceId }, select: { name: true, slug: true } })
    if (!room) throw new AppError('NOT_FOUND', 'room')
    const all = await tx.room.findMany({ where: { conferenceId }, select: { slug: true } })
    const slug = await addressAfterRename(tx, {
      ...room,
      id: roomId,
      conferenceId,
      kind: 'room',
      newName: edit.name,
      all,
      now,
    })
    await tx.room.update({ where: { id: roomId }, data: { ...edit, slug } })
    await rememberNames(tx, 'rooms', conferenceId, [
      { name: room.name, id: roomId },
      { name: edit.name, id: roomId },
    ])
    if (room.name !== edit.name) await touchSessions(tx, { rooms: { some: { roomId } } }, revision, now)
  })
}

/** A calendar shows the names of rooms and tracks: when one changes, so do its sessions' entries. */
export async function touchSessions(
  tx: Prisma.TransactionClient,
  where: Prisma.SessionWhereInput,
  revision: number,
  now: Date,
): Promise<void> {
  await tx.session.updateMany({ where, data: { sequence: { increment: 1 }, revision, updatedAt: now } })
}
