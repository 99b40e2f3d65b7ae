import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import type { RoomPlace } from '@/lib/program/agenda'
import { changeProgram, Unchanged } from '../edit/conference-version'
import { placeOnFloor } from './list-floors'
import { MOST_FLOORS } from './plan-limits'

type Editor = Granted<'editSchedule'>

/**
 * Says what a floor is called, and how many metres its picture is wide.
 * @throws {AppError} NOT_FOUND where there is no such floor
 */
export async function editFloor(
  db: PrismaClient,
  granted: Editor,
  id: string,
  edit: { name: string } | { metresWide: number | null },
  now: Date,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    const { count } = await tx.floor.updateMany({ where: { id, conferenceId, removedAt: null }, data: edit })
    if (count === 0) throw new AppError('NOT_FOUND', 'floor')
  })
}

/**
 * Puts the floors in this order.
 * @param ids of all that stand; where one came or went meanwhile, the others are ordered as far as they are named
 */
export async function orderFloors(db: PrismaClient, granted: Editor, ids: readonly string[], now: Date): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    for (const [position, id] of ids.entries())
      await tx.floor.updateMany({ where: { id, conferenceId }, data: { position } })
  })
}

/**
 * Takes a floor away, or brings it back with its rooms where they were; those that were put elsewhere since stay there.
 * @throws {AppError} NOT_FOUND where there is none; CONFLICT where there are as many as there may be
 */
export async function setFloorRemoved(
  db: PrismaClient,
  granted: Editor,
  id: string,
  isRemoved: boolean,
  now: Date,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    const floor = await tx.floor.findFirst({ where: { id, conferenceId }, select: { removedAt: true } })
    if (!floor) throw new AppError('NOT_FOUND', 'floor')
    if ((floor.removedAt !== null) === isRemoved) return new Unchanged(undefined)
    const standing = await tx.floor.count({ where: { conferenceId, removedAt: null } })
    if (!isRemoved && standing >= MOST_FLOORS) throw new AppError('CONFLICT', 'floor')
    await tx.floor.update({ where: { id }, data: { removedAt: isRemoved ? now : null } })
  })
}

/**
 * Puts a room on the plan of a floor, or takes it off. What stands so already raises no version.
 * @param place null: it is on none
 * @throws {AppError} NOT_FOUND where there is no such room, or no such floor
 */
export async function placeRoom(
  db: PrismaClient,
  granted: Editor,
  roomId: string,
  place: RoomPlace | null,
  now: Date,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    const room = await tx.room.findFirst({
      where: { id: roomId, conferenceId, archivedAt: null },
      select: { floorId: true, floorX: true, floorY: true },
    })
    if (!room) throw new AppError('NOT_FOUND', 'room')
    const floors = await tx.floor.findMany({ where: { conferenceId, removedAt: null }, select: { id: true } })
    const standing = new Set(floors.map(({ id }) => id))
    if (place && !standing.has(place.floor)) throw new AppError('NOT_FOUND', 'floor')
    const at = place ? { floor: place.floor, x: settled(place.x), y: settled(place.y) } : undefined
    const before = placeOnFloor(room, standing)
    if (before?.floor === at?.floor && before?.x === at?.x && before?.y === at?.y) return new Unchanged(undefined)
    const data = { floorId: at?.floor ?? null, floorX: at?.x ?? null, floorY: at?.y ?? null }
    await tx.room.update({ where: { id: roomId }, data })
  })
}

/** Finer than a pixel of the largest plan it need not be. */
function settled(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

/** Says where the venue's c3nav is. @param c3navUrl null: there is none */
export async function setC3nav(db: PrismaClient, granted: Editor, c3navUrl: string | null, now: Date): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id }) => {
    await tx.conference.update({ where: { id }, data: { c3navUrl } })
  })
}
