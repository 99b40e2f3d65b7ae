import type { Prisma } from '@/generated/prisma/client'
import { bringPlaces, type Places } from '../bring-in/import-places'
import { ensureSpeakers } from '../edit/ensure-speakers'
import { placesIn } from '../releases/places-in'
import type { OwnValues } from './fields'

type Tx = Prisma.TransactionClient
type CalledNow = {
  places: Places
  speakerIds: string[]
  /** The values, with rooms, track and speakers as they are called now. */ called: OwnValues
}

/**
 * Whom and what some values of a session name, by the names of then: what was renamed since is the same still. What the
 * conference lacks is made.
 */
export async function findCalledNow(tx: Tx, conferenceId: string, values: OwnValues): Promise<CalledNow> {
  const { rooms, track, colocated = null, speakers } = values
  const named = placesIn([{ rooms: rooms ?? [], track: track ?? null, colocated }])
  const places = await bringPlaces(tx, conferenceId, named, null)
  const speakerIds = speakers ? await ensureSpeakers(tx, conferenceId, speakers) : []
  const called = {
    ...values,
    ...(rooms && { rooms: await roomNames(tx, ids(rooms.map(places.room))) }),
    ...(track && { track: await trackName(tx, places.track(track)) }),
    ...(speakers && { speakers: await people(tx, speakerIds) }),
  }
  return { places, speakerIds, called }
}

async function roomNames(tx: Tx, wanted: string[]): Promise<string[]> {
  return inOrder(
    wanted,
    await tx.room.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } }),
  ).map(({ name }) => name)
}

async function trackName(tx: Tx, id: string | undefined): Promise<string | null> {
  const track = id ? await tx.track.findUnique({ where: { id }, select: { name: true } }) : null
  return track?.name ?? null
}

async function people(tx: Tx, wanted: string[]) {
  const select = { id: true, name: true, company: true }
  const rows = await tx.speaker.findMany({ where: { id: { in: wanted } }, select })
  return inOrder(wanted, rows).map(({ name, company }) => ({ name, company }))
}

/** Each once: two names may be of one. */
function ids(found: (string | undefined)[]): string[] {
  return [...new Set(found.flatMap((id) => id ?? []))]
}

function inOrder<Row extends { id: string }>(wanted: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return wanted.flatMap((id) => byId.get(id) ?? [])
}
