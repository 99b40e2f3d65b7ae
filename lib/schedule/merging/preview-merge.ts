import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { settleBidi } from '@/lib/platform/bidi'
import { countPickers } from '../bring-in/preview/count-affected'
import type { MergedKind, MovedThing } from './kinds'
import type { Pair } from './merge-parts'
import { countThings } from './move'
import { requirePart, type MergedPart } from './parts'

/** What is known of both rooms, and differs: the one that is kept, and what is no longer said. */
export type Dropped = { field: 'floor' | 'zone' | 'capacity'; kept: string; dropped: string }

/** What a merge would do, before it does it. */
export type MergePreview = {
  kind: MergedKind
  name: string
  into: string
  /** How many sessions change. */
  sessions: number
  /** People who picked one of them; null: fewer than five, or none. */
  people: number | null
  /** By what sources call it, its own name aside. */
  names: string[]
  things: Record<MovedThing, number>
  dropped: Dropped[]
}

/**
 * What moves when `part` becomes `into`, and what is no longer said. Writes nothing.
 * @throws {AppError} as mergeParts
 */
export async function previewMerge(
  db: Database,
  conferenceId: string,
  { kind, part, into }: Pair,
): Promise<MergePreview> {
  const from = await requirePart(db, conferenceId, kind, part, 'standing')
  const to = await requirePart(db, conferenceId, kind, into, 'standing')
  if (from.id === to.id) throw new AppError('INVALID', 'same part')
  const sessions = await db.session.findMany({
    where:
      kind === 'track'
        ? { trackId: part }
        : kind === 'room'
          ? { rooms: { some: { roomId: part } } }
          : { speakers: { some: { speakerId: part } } },
    select: { id: true },
  })
  const aliases =
    kind === 'room'
      ? await db.roomAlias.findMany({ where: { roomId: part }, orderBy: { key: 'asc' } })
      : kind === 'track'
        ? await db.trackAlias.findMany({ where: { trackId: part }, orderBy: { key: 'asc' } })
        : []
  return {
    kind,
    name: settleBidi(from.name),
    into: settleBidi(to.name),
    sessions: sessions.length,
    people: await countPickers(
      db,
      sessions.map(({ id }) => id),
    ),
    names: aliases.flatMap(({ name }) => (name === null || name === from.name ? [] : settleBidi(name))),
    things: await countThings(db, kind, part),
    dropped: droppedOf(from, to),
  }
}

function droppedOf(from: MergedPart, to: MergedPart): Dropped[] {
  return (['floor', 'zone', 'capacity'] as const).flatMap((field) => {
    const [dropped, kept] = [from[field], to[field]]
    return dropped && kept && dropped !== kept
      ? [{ field, kept: settleBidi(String(kept)), dropped: settleBidi(String(dropped)) }]
      : []
  })
}
