import type { Prisma } from '@/generated/prisma/client'
import { snapshotSchema, type Snapshot } from '@/lib/program/snapshot'
import { findNames, type FindByName } from '../edit/known-names'
import type { MergedKind } from './kinds'
import type { MergedPart } from './parts'
import { tables } from './tables'
import type { NamedBySource } from './where-to'

type Tx = Prisma.TransactionClient
type Row = { id: string; sourceId: string | null; imported: Prisma.JsonValue; overrides: { field: string }[] }

/** Two parts that are taken apart: what is one again, and what had all of it. */
export type Apart = { conferenceId: string; kind: MergedKind; part: MergedPart; holder: MergedPart }

/** What the sources of all sessions that `holder` has now say of the two. Call it when names were given back. */
export async function listSaid(tx: Tx, apart: Apart): Promise<Map<string, NamedBySource>> {
  const { kind, holder } = apart
  const { field } = tables[kind]
  const rows = await tx.session.findMany({
    where:
      kind === 'track'
        ? { trackId: holder.id }
        : kind === 'room'
          ? { rooms: { some: { roomId: holder.id } } }
          : { speakers: { some: { speakerId: holder.id } } },
    select: {
      id: true,
      sourceId: true,
      imported: true,
      overrides: { where: { field, givenBackIn: null }, select: { field: true } },
    },
  })
  const says = kind === 'speaker' ? await saysOfSpeakers(tx, apart) : await saysOfPlaces(tx, apart)
  return new Map(rows.map((row) => [row.id, saidOf(row, says)]))
}

type Says = (snapshot: Snapshot, sourceId: string | null) => NamedBySource

function saidOf({ imported, sourceId, overrides }: Row, says: Says): NamedBySource {
  const isItsOwn = imported === null || overrides.length > 0
  return isItsOwn ? { part: false, holder: false } : says(snapshotSchema.parse(imported), sourceId)
}

/** By names, as an import finds rooms and tracks. */
async function saysOfPlaces(tx: Tx, { conferenceId, kind, part, holder }: Apart): Promise<Says> {
  const find: FindByName = await findNames(tx, conferenceId, kind === 'room' ? 'rooms' : 'track')
  return ({ rooms, track }) => {
    const found = (kind === 'room' ? rooms : track === null ? [] : [track]).map(find)
    return { part: found.includes(part.id), holder: found.includes(holder.id) }
  }
}

/**
 * By name and company, in a source that knows that speaker: people of one name are told apart by that alone. Where a
 * source knows both under one name, it says nothing.
 */
async function saysOfSpeakers(tx: Tx, { part, holder }: Apart): Promise<Says> {
  const aliases = await tx.speakerAlias.findMany({
    where: { speakerId: { in: [part.id, holder.id] } },
    select: { sourceId: true, speakerId: true },
  })
  const knows = new Set(aliases.map(({ sourceId, speakerId }) => `${sourceId} ${speakerId}`))
  const isSame = part.name === holder.name && part.company === holder.company
  return ({ speakers }, sourceId) => {
    const names = (one: MergedPart) =>
      knows.has(`${sourceId} ${one.id}`) &&
      speakers.some(({ name, company }) => name === one.name && company === one.company)
    const said = { part: names(part), holder: names(holder) }
    return isSame && said.part && said.holder ? { part: false, holder: false } : said
  }
}
