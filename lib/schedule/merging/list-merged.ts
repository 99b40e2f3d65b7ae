import type { Database } from '@/lib/platform/db'
import { settleBidi } from '@/lib/platform/bidi'
import { nameKey } from '@/lib/program/names/name-key'
import { loadBecame } from '@/lib/program/became'
import type { MergedKind } from './kinds'

/** A merge that stands, and can be taken back. */
export type StandingMerge = { id: string; name: string; at: Date; by: string | null }
/** A name by which sources know a part, and which never was one of its own. */
export type OtherName = { key: string; name: string }
/** What a part is besides what it is called. */
export type MergedInto = { merges: StandingMerge[]; names: OtherName[] }

/** Of each part of a kind what was merged into it, the latest first, and its other names. */
export async function listMerged(
  db: Database,
  conferenceId: string,
  kind: MergedKind,
): Promise<Map<string, MergedInto>> {
  const known = new Map<string, MergedInto>()
  const of = (id: string) => {
    const found = known.get(id) ?? { merges: [], names: [] }
    known.set(id, found)
    return found
  }
  const became = await loadBecame(db, conferenceId, kind)
  const merges = await db.merge.findMany({
    where: { conferenceId, kind, undoneAt: null },
    select: { id: true, intoId: true, name: true, createdAt: true, user: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  for (const { id, intoId, name, createdAt, user } of merges)
    of(became(intoId)).merges.push({ id, name: settleBidi(name), at: createdAt, by: user?.name ?? null })
  for (const { key, name, partId, partName } of await listNames(db, conferenceId, kind))
    if (key !== nameKey(partName)) of(partId).names.push({ key, name: settleBidi(name ?? key) })
  return known
}

async function listNames(db: Database, conferenceId: string, kind: MergedKind) {
  const query = { where: { conferenceId, mergeId: null }, orderBy: { key: 'asc' as const } }
  if (kind === 'room') {
    const rows = await db.roomAlias.findMany({ ...query, include: { room: { select: { name: true } } } })
    return rows.map(({ key, name, roomId, room }) => ({ key, name, partId: roomId, partName: room.name }))
  }
  if (kind === 'speaker') return []
  const rows = await db.trackAlias.findMany({ ...query, include: { track: { select: { name: true } } } })
  return rows.map(({ key, name, trackId, track }) => ({ key, name, partId: trackId, partName: track.name }))
}
