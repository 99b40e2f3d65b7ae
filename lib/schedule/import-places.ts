import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { slugify, uniqueSlug } from '@/lib/platform/slug'
import { nameKey } from './name-key'
import type { Program } from './program'

/** Where a program's names lead in the conference: an id by name, in any spelling that is known. */
export type Places = { room: IdOf; track: IdOf; colocated: IdOf; /** Was anything made or completed? */ isNews: boolean }
type IdOf = (name: string) => string | undefined

export const TRACK_COLORS = 12

/**
 * Makes the rooms, tracks and co-located events that the conference lacks, and finds the others by their aliases. A room's
 * floor and capacity are only completed: what is known of it may be an organizer's own word.
 */
export async function bringPlaces(tx: Prisma.TransactionClient, conferenceId: string, program: Program): Promise<Places> {
  const room = await bringRooms(tx, conferenceId, program.rooms)
  const track = await bringTracks(tx, conferenceId, program.tracks)
  const colocated = await bringColocatedEvents(tx, conferenceId, program.colocatedEvents)
  return { room: room.idOf, track: track.idOf, colocated: colocated.idOf, isNews: room.isNews || track.isNews || colocated.isNews }
}

async function bringRooms(tx: Prisma.TransactionClient, conferenceId: string, rooms: Program['rooms']) {
  const known = await tx.room.findMany({ where: { conferenceId }, select: { id: true, slug: true, floor: true, capacity: true, capacityKind: true, aliases: { select: { key: true } } } })
  const ids = aliasesOf(known)
  const missing = newNames(rooms, ids, known, 'room')
  await tx.room.createMany({ data: missing.map(({ part, id, slug }, index) => ({ id, conferenceId, slug, name: part.name, floor: part.floor, capacity: part.capacity, capacityKind: part.capacityKind, position: known.length + index })) })
  await tx.roomAlias.createMany({ data: missing.map(({ key, id }) => ({ conferenceId, key, roomId: id })) })
  const completed = rooms.flatMap(({ name, floor, capacity, capacityKind }) => {
    const room = known.find(({ id }) => id === ids.get(nameKey(name)))
    const [newFloor, newCapacity] = [room?.floor ?? floor, room?.capacity ?? capacity]
    return room && (newFloor !== room.floor || newCapacity !== room.capacity) ? [{ id: room.id, floor: newFloor, capacity: newCapacity, capacityKind: room.capacity === null ? capacityKind : room.capacityKind }] : []
  })
  for (const { id, ...data } of completed) await tx.room.update({ where: { id }, data })
  return { idOf: (name: string) => ids.get(nameKey(name)), isNews: missing.length > 0 || completed.length > 0 }
}

async function bringTracks(tx: Prisma.TransactionClient, conferenceId: string, tracks: Program['tracks']) {
  const known = await tx.track.findMany({ where: { conferenceId }, select: { id: true, slug: true, aliases: { select: { key: true } } } })
  const ids = aliasesOf(known)
  const missing = newNames(tracks, ids, known, 'track')
  await tx.track.createMany({ data: missing.map(({ part, id, slug }, index) => ({ id, conferenceId, slug, name: part.name, color: ((known.length + index) % TRACK_COLORS) + 1, position: known.length + index })) })
  await tx.trackAlias.createMany({ data: missing.map(({ key, id }) => ({ conferenceId, key, trackId: id })) })
  return { idOf: (name: string) => ids.get(nameKey(name)), isNews: missing.length > 0 }
}

async function bringColocatedEvents(tx: Prisma.TransactionClient, conferenceId: string, events: Program['colocatedEvents']) {
  const known = await tx.colocatedEvent.findMany({ where: { conferenceId }, select: { id: true, slug: true, key: true } })
  const ids = new Map(known.map(({ id, key }) => [key, id]))
  const missing = newNames(events, ids, known, 'event')
  await tx.colocatedEvent.createMany({ data: missing.map(({ part, key, id, slug }, index) => ({ id, conferenceId, slug, name: part.name, key, position: known.length + index })) })
  return { idOf: (name: string) => ids.get(nameKey(name)), isNews: missing.length > 0 }
}

function aliasesOf(known: { id: string; aliases: { key: string }[] }[]): Map<string, string> {
  return new Map(known.flatMap(({ id, aliases }) => aliases.map(({ key }) => [key, id])))
}

/** The parts whose name nobody knows, each once, with an id and a slug of its own; their ids are added to `ids`. */
function newNames<Part extends { name: string }>(parts: Part[], ids: Map<string, string>, known: { slug: string }[], fallback: string) {
  const slugs = new Set(known.map(({ slug }) => slug))
  return parts.flatMap((part) => {
    const key = nameKey(part.name)
    if (ids.has(key)) return []
    const id = randomUUID()
    const slug = uniqueSlug(slugify(part.name, fallback), slugs)
    ids.set(key, id)
    slugs.add(slug)
    return [{ part, key, id, slug }]
  })
}
