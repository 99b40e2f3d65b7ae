import type { Database } from '@/lib/platform/db'
import type { AgendaFloor, RoomPlace } from '@/lib/program/agenda'

export type ListedFloor = AgendaFloor & {
  /** How many metres the picture is wide; null: nobody said. */ metresWide: number | null
}

/** The floors of a conference that were not taken away, in order. */
export async function listFloors(db: Database, conferenceId: string): Promise<ListedFloor[]> {
  const floors = await db.floor.findMany({
    where: { conferenceId, removedAt: null },
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, pictureId: true, width: true, height: true, metresWide: true },
  })
  return floors.map(({ pictureId, ...floor }) => ({ ...floor, picture: pictureId }))
}

type At = { floorId: string | null; floorX: number | null; floorY: number | null }

/** Where a room is. @param shown the ids of the floors that were not taken away */
export function placeOnFloor({ floorId, floorX, floorY }: At, shown: ReadonlySet<string>): RoomPlace | undefined {
  if (floorId === null || floorX === null || floorY === null || !shown.has(floorId)) return undefined
  return { floor: floorId, x: floorX, y: floorY }
}

export type PlacedRoom = {
  id: string
  name: string
  zone: string | null
  /** What sources say of its floor, in words. */ floor: string | null
  place?: RoomPlace | undefined
}

/** A floor that was taken away, and can be brought back. */
export type RemovedFloor = { id: string; name: string }

/**
 * The floors, those taken away lately too, and the rooms that can be put on them, in order, for those who put them
 * there.
 */
export async function loadBuilding(
  db: Database,
  conferenceId: string,
): Promise<{ floors: ListedFloor[]; removed: RemovedFloor[]; rooms: PlacedRoom[]; c3nav: string | null }> {
  const { c3navUrl } = await db.conference.findUniqueOrThrow({
    where: { id: conferenceId },
    select: { c3navUrl: true },
  })
  const floors = await listFloors(db, conferenceId)
  const removed = await db.floor.findMany({
    where: { conferenceId, removedAt: { not: null } },
    orderBy: [{ removedAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  const shown = new Set(floors.map(({ id }) => id))
  const rooms = await db.room.findMany({
    where: { conferenceId, archivedAt: null },
    orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, zone: true, floor: true, floorId: true, floorX: true, floorY: true },
  })
  return {
    floors,
    removed,
    rooms: rooms.map(({ id, name, zone, floor, ...at }) => ({ id, name, zone, floor, place: placeOnFloor(at, shown) })),
    c3nav: c3navUrl,
  }
}
