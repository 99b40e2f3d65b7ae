import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { insertRows } from '../bring-in/insert-rows'
import { rememberNames } from './known-names'
import type { RoomEdit } from './schema'
import { currentRoom } from './seen/current-edits'
import { mergeEdit } from './seen/merge-edit'
import { changeProgram, type ChangedProgram } from './conference-version'
import { placeNewParts } from './parts/new-parts'
import type { Decider } from './override'
import { editParts, readParts } from './part'

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
export async function insertRoom(tx: Tx, program: ChangedProgram, edit: RoomEdit): Promise<string> {
  const [id] = await insertRooms(tx, program, [edit])
  if (!id) throw new AppError('CONFLICT', 'room')
  return id
}

/**
 * Adds rooms within a change of the programme, however many there are in a few statements.
 * @returns the id of each; null where a room is known by that name, and none was added
 */
export async function insertRooms(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  edits: readonly RoomEdit[],
): Promise<(string | null)[]> {
  const names = edits.map(({ name }) => name)
  const places = await placeNewParts(tx, conferenceId, 'rooms', names)
  const rows = edits.flatMap((edit, nth) => {
    const place = places[nth]
    return place ? [{ conferenceId, ...place, ...edit }] : []
  })
  await insertRows(tx, 'Room', rows)
  await rememberNames(tx, 'rooms', conferenceId, rows)
  return places.map((place) => place?.id ?? null)
}

/**
 * Corrects what is known of a room. Sources keep knowing it by the names they use; where one speaks for it, what
 * changes is the organizer's own from then on.
 * @param seen what the form showed: of what was not changed in it, what others wrote since stays
 * @throws {AppError} NOT_FOUND when there is no such room; CHANGED_MEANWHILE when somebody else changed the same
 * field meanwhile
 */
export async function editRoom(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  roomId: string,
  asked: RoomEdit,
  now: Date,
  seen: RoomEdit | null = null,
): Promise<void> {
  await changeProgram<void>(db, granted, now, async (tx, program) => {
    const edit = seen ? mergeEdit(seen, asked, await currentRoom(tx, program.id, roomId)) : asked
    await correctRooms(tx, program, [{ id: roomId, edit }], { userId: granted.userId, now })
  })
}

/**
 * Corrects rooms within a change of the programme, however many there are in a few statements.
 * @throws {AppError} NOT_FOUND when one of them is not there
 */
export async function correctRooms(
  tx: Tx,
  program: ChangedProgram,
  asked: readonly { id: string; edit: RoomEdit }[],
  by: Decider,
): Promise<void> {
  if (asked.length === 0) return
  const rooms = await readParts(
    tx,
    program.id,
    'room',
    asked.map(({ id }) => id),
  )
  const zones = asked.map(({ id, edit: { zone } }) => ({ id, zone }))
  await tx.$executeRaw`
    UPDATE "Room" SET "zone" = r."zone"
    FROM jsonb_to_recordset(${JSON.stringify(zones)}::jsonb) AS r("id" uuid, "zone" text)
    WHERE "Room"."id" = r."id" AND "Room"."zone" IS DISTINCT FROM r."zone"`
  const edits = asked.map(({ id, edit: { zone: _, ...edit } }) => ({ part: rooms(id), edit }))
  await editParts(tx, program, 'room', edits, by)
}
