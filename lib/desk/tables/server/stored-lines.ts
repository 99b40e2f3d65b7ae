import type { Database } from '@/lib/platform/db'
import type { RoomEdit, SpeakerEdit, TrackEdit } from '@/lib/schedule/edit/schema'
import type { TableCells } from '../columns'

/** A row as it is stored: as cells show it, and as its form gives it. */
export type StoredLine<Edit> = {
  id: string
  cells: TableCells
  /** The texts of its form. */ form: Record<string, string>
  /** What those say, exactly. */ edit: Edit
}
export type PlaceOfTable = { id: string; timeZone: string }

const first = [{ position: 'asc' as const }, { name: 'asc' as const }]

/** @param ids of those that are wanted; absent: all that stand */
export async function storedRooms(db: Database, { id: conferenceId }: PlaceOfTable, ids?: string[]) {
  const select = { id: true, name: true, floor: true, zone: true, capacity: true, capacityKind: true } as const
  const where = { conferenceId, archivedAt: null, id: ids && { in: ids } }
  const rows = await db.room.findMany({ where, select, orderBy: first })
  return rows.map(({ id, ...edit }): StoredLine<RoomEdit> => {
    const cells = { ...edit, floor: edit.floor ?? '', zone: edit.zone ?? '', capacity: `${edit.capacity ?? ''}` }
    return { id, cells, form: cells, edit }
  })
}

/** @param ids of those that are wanted; absent: all that stand */
export async function storedTracks(db: Database, { id: conferenceId }: PlaceOfTable, ids?: string[]) {
  const where = { conferenceId, archivedAt: null, id: ids && { in: ids } }
  const rows = await db.track.findMany({ where, select: { id: true, name: true, color: true }, orderBy: first })
  return rows.map(({ id, ...edit }): StoredLine<TrackEdit> => {
    const cells = { name: edit.name, color: `${edit.color}` }
    return { id, cells, form: cells, edit }
  })
}

/** @param ids of those that are wanted; absent: all that stand */
export async function storedSpeakers(db: Database, { id: conferenceId }: PlaceOfTable, ids?: string[]) {
  const select = { id: true, name: true, company: true, tagline: true, bio: true } as const
  const where = { conferenceId, archivedAt: null, id: ids && { in: ids } }
  const rows = await db.speaker.findMany({ where, select, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, ...edit }): StoredLine<SpeakerEdit> => {
    const cells = { name: edit.name, company: edit.company ?? '', tagline: edit.tagline ?? '' }
    return { id, cells, form: { ...cells, bio: edit.bio ?? '' }, edit }
  })
}
