import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { takenSlugs } from '@/lib/program/part-addresses'
import { finderOf, hasOldSpellings, listSaidNames, rememberNames } from './known-names'
import type { RoomEdit } from './schema'
import { changeProgram, type ChangedProgram } from './conference-version'
import type { Decider } from './override'
import { editPart, readPart } from './part'

type Tx = Prisma.TransactionClient

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
  await changeProgram<void>(db, granted, now, async (tx, program) => {
    await insertRoom(tx, program, edit)
  })
}

/**
 * Adds a room within a change of the programme.
 * @returns its id
 * @throws {AppError} CONFLICT when a room is known by that name
 */
export async function insertRoom(tx: Tx, { id: conferenceId }: ChangedProgram, edit: RoomEdit): Promise<string> {
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
  return id
}

/**
 * Corrects what is known of a room. Sources keep knowing it by the names they use; where one speaks for it, what
 * changes is the organizer's own from then on.
 * @throws {AppError} NOT_FOUND when there is no such room
 */
export async function editRoom(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  roomId: string,
  edit: RoomEdit,
  now: Date,
): Promise<void> {
  await changeProgram<void>(db, granted, now, (tx, program) =>
    correctRoom(tx, program, roomId, edit, { userId: granted.userId, now }),
  )
}

/**
 * Corrects a room within a change of the programme.
 * @throws {AppError} NOT_FOUND when there is no such room
 */
export async function correctRoom(
  tx: Tx,
  program: ChangedProgram,
  roomId: string,
  { zone, ...edit }: RoomEdit,
  by: Decider,
): Promise<void> {
  const room = await readPart(tx, program.id, 'room', roomId)
  await tx.room.update({ where: { id: roomId }, data: { zone } })
  await editPart(tx, program, room, edit, by)
}
