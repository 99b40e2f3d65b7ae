import type { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { loadBecame } from '@/lib/program/became'
import type { SessionEdit } from '../schema'

type Tx = Prisma.TransactionClient

/** The names of the track and the rooms of a session; null: of none, and of further rooms: not said. */
export type PlaceNames = { track: string | null; room: string | null; moreRooms: string[] | null }

/** What forms say, with what their rooms and tracks became: they may be older than a merge. */
export async function ofStandingPlaces(
  tx: Tx,
  conferenceId: string,
  edits: readonly SessionEdit[],
): Promise<SessionEdit[]> {
  const becameRoom = edits.some(({ room }) => room) ? await loadBecame(tx, conferenceId, 'room') : null
  const becameTrack = edits.some(({ track }) => track) ? await loadBecame(tx, conferenceId, 'track') : null
  return edits.map(({ room, track, moreRooms, ...edit }) => ({
    ...edit,
    room: room && (becameRoom?.(room) ?? room),
    moreRooms: moreRooms?.map((id) => becameRoom?.(id) ?? id),
    track: track && (becameTrack?.(track) ?? track),
  }))
}

/**
 * The names of the tracks and the rooms that forms name by id.
 * @throws {AppError} NOT_FOUND when one is of another conference, or of none
 */
export async function namedPlaces(
  tx: Tx,
  conferenceId: string,
  edits: readonly Pick<SessionEdit, 'track' | 'room' | 'moreRooms'>[],
): Promise<PlaceNames[]> {
  const query = (ids: readonly (string | null)[]) => {
    const known = [...new Set(ids)].flatMap((id) => id ?? [])
    return { where: { id: { in: known }, conferenceId }, select: { id: true, name: true } }
  }
  const tracks = namesById(await tx.track.findMany(query(edits.map(({ track }) => track))))
  const rooms = namesById(
    await tx.room.findMany(query(edits.flatMap(({ room, moreRooms = [] }) => [room, ...moreRooms]))),
  )
  return edits.map(({ track, room, moreRooms }) => ({
    track: track && nameOf(tracks, track),
    room: room && nameOf(rooms, room),
    moreRooms: moreRooms?.map((id) => nameOf(rooms, id)) ?? null,
  }))
}

function namesById(parts: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(parts.map(({ id, name }) => [id, name]))
}

function nameOf(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id)
  if (name === undefined) throw new AppError('NOT_FOUND', 'track or room')
  return name
}
