import { randomUUID } from 'node:crypto'
import type { AddressKind, Prisma } from '@/generated/prisma/client'
import { slugify } from '@/lib/platform/slug'
import { uniqueSlug } from '@/lib/platform/unique-slug'
import { takenSlugs } from '@/lib/program/part-addresses'
import {
  finderOf,
  hasOldSpellings,
  listSaidNames,
  rememberNames,
  type FindByName,
  type NamedPart,
} from '../edit/known-names'
import { nameKey } from '@/lib/program/names/name-key'
import type { Program } from '@/lib/program/program'
import { insertRows } from './insert-rows'
import { followRooms, type SayingSource } from './parts/follow-rooms'

/** Where a program's names lead in the conference: an id by name, in any spelling that is known. */
export type Places = {
  room: FindByName
  track: FindByName
  colocated: FindByName
  /** Was anything made or completed? */ isNews: boolean
}
/** The places that are to be there: a programme's, or those that some of its sessions name. */
export type NamedPlaces = Pick<Program, 'rooms' | 'tracks' | 'colocatedEvents'>
type Tx = Prisma.TransactionClient

/** How many colours there are for tracks. */
export const TRACK_COLORS = 12

/**
 * Makes the rooms, tracks and co-located events that the conference lacks, and finds the others by their aliases.
 * @param saying the source that says so, when: rooms follow it, but for what an organizer decided. Null: nobody says
 * anything of them but their names
 */
export async function bringPlaces(
  tx: Tx,
  conferenceId: string,
  wanted: NamedPlaces,
  saying: SayingSource | null,
): Promise<Places> {
  const room = await bringRooms(tx, conferenceId, wanted.rooms, saying)
  const track = await bringTracks(tx, conferenceId, wanted.tracks)
  const colocated = await bringColocatedEvents(tx, conferenceId, wanted.colocatedEvents)
  return {
    room: room.idOf,
    track: track.idOf,
    colocated: colocated.idOf,
    isNews: room.isNews || track.isNews || colocated.isNews,
  }
}

const named = {
  id: true,
  slug: true,
  name: true,
  archivedAt: true,
  aliases: { select: { key: true, name: true } },
} as const

async function bringRooms(tx: Tx, conferenceId: string, rooms: Program['rooms'], saying: SayingSource | null) {
  const known = await tx.room.findMany({
    where: { conferenceId },
    select: named,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const { idOf, missing } = await findParts(
    tx,
    conferenceId,
    'room',
    rooms,
    known,
    await finderFor(tx, conferenceId, 'rooms', known),
  )
  const rows = missing.map(({ part: { key: _, ...said }, id, slug }, index) => ({
    id,
    conferenceId,
    slug,
    ...said,
    ...(saying && { sourceId: saying.sourceId, imported: said }),
    position: known.length + index,
  }))
  await insertRows(tx, 'Room', rows)
  await rememberNew(tx, conferenceId, 'rooms', rooms, known, idOf)
  const hasFollowed = saying !== null && (await followRooms(tx, saying, rooms, idOf))
  return { idOf, isNews: missing.length > 0 || hasFollowed }
}

async function bringTracks(tx: Tx, conferenceId: string, tracks: Program['tracks']) {
  const known = await tx.track.findMany({
    where: { conferenceId },
    select: named,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const { idOf, missing } = await findParts(
    tx,
    conferenceId,
    'track',
    tracks,
    known,
    await finderFor(tx, conferenceId, 'track', known),
  )
  const rows = missing.map(({ part, id, slug }, index) => ({
    id,
    conferenceId,
    slug,
    name: part.name,
    color: ((known.length + index) % TRACK_COLORS) + 1,
    position: known.length + index,
  }))
  await insertRows(tx, 'Track', rows)
  await rememberNew(tx, conferenceId, 'track', tracks, known, idOf)
  return { idOf, isNews: missing.length > 0 }
}

async function bringColocatedEvents(tx: Tx, conferenceId: string, events: Program['colocatedEvents']) {
  const known = await tx.colocatedEvent.findMany({
    where: { conferenceId },
    select: { id: true, slug: true, name: true, key: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  // Their names never change, so that a key of before can be made anew.
  for (const { id, name, key } of known)
    if (key !== nameKey(name)) await tx.colocatedEvent.update({ where: { id }, data: { key: nameKey(name) } })
  const byKey = new Map(known.map(({ id, name }) => [nameKey(name), id]))
  const { idOf, missing } = await findParts(tx, conferenceId, 'colocated', events, known, (name) =>
    byKey.get(nameKey(name)),
  )
  const rows = missing.map(({ part, id, slug }, index) => ({
    id,
    conferenceId,
    slug,
    name: part.name,
    key: nameKey(part.name),
    position: known.length + index,
  }))
  await insertRows(tx, 'ColocatedEvent', rows)
  return { idOf, isNews: missing.length > 0 }
}

async function finderFor(tx: Tx, conferenceId: string, of: 'rooms' | 'track', known: NamedPart[]): Promise<FindByName> {
  return finderOf(known, hasOldSpellings(known) ? await listSaidNames(tx, conferenceId, of) : [])
}

/**
 * The parts whose name nobody knows, each once, with an id and a slug of its own; and who finds those and the others.
 */
async function findParts<Part extends { name: string }>(
  tx: Tx,
  conferenceId: string,
  kind: AddressKind,
  parts: Part[],
  known: { slug: string }[],
  find: FindByName,
) {
  const made = new Map<string, string>()
  const idOf: FindByName = (name) => find(name) ?? made.get(nameKey(name))
  const slugs = await takenSlugs(tx, conferenceId, kind, known)
  const missing = parts.flatMap((part) => {
    if (idOf(part.name) !== undefined) return []
    const id = randomUUID()
    const slug = uniqueSlug(slugify(part.name, kind === 'colocated' ? 'event' : kind), slugs)
    made.set(nameKey(part.name), id)
    slugs.add(slug)
    return [{ part, id, slug }]
  })
  return { idOf, missing }
}

/**
 * Keeps the names that no spelling of today has yet: of new parts, and of those found by what they are called or by an
 * old spelling.
 */
async function rememberNew(
  tx: Tx,
  conferenceId: string,
  of: 'rooms' | 'track',
  parts: { name: string }[],
  known: NamedPart[],
  idOf: FindByName,
): Promise<void> {
  const spelt = new Set(
    known.flatMap(({ aliases }) => aliases.flatMap(({ key, name }) => (name === null ? [] : [key]))),
  )
  const names = parts.flatMap(({ name }) => {
    const id = spelt.has(nameKey(name)) ? undefined : idOf(name)
    return id === undefined ? [] : [{ name, id }]
  })
  await rememberNames(tx, of, conferenceId, names)
}
