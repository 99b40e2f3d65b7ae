import type { Database } from '@/lib/platform/db'
import { listOwnedParts } from '@/lib/schedule/overrides/list-owned-parts'
import { listOwnedSessions } from '@/lib/schedule/overrides/list-owned'
import { listInScope, type Editing } from '@/lib/schedule/scope'
import type { TableKind } from '../columns'
import type { TableLine } from '../table'
import { storedRooms, storedSpeakers, storedTracks, type StoredLine } from './stored-lines'
import { storedSessions } from './stored-sessions'

type Reading = { kind: TableKind; timeZone: string; /** Of those that are wanted; absent: all. */ ids?: string[] }
type Reader = Pick<Editing, 'conferenceId' | 'scope'>

/** Rows of a table as they stand, with what was changed by hand and what whoever looks may write. */
export async function readTable(db: Database, reader: Reader, { kind, timeZone, ids }: Reading): Promise<TableLine[]> {
  const place = { id: reader.conferenceId, timeZone }
  switch (kind) {
    case 'rooms': {
      const [rows, own, keys] = [
        await storedRooms(db, place, ids),
        await listOwnedParts(db, place.id, 'room'),
        await listKeys(db, place.id, 'rooms'),
      ]
      return rows.map((row) => lineOf(row, { own: own.get(row.id), keys: keys.get(row.id) }))
    }
    case 'tracks': {
      const [rows, keys] = [await storedTracks(db, place, ids), await listKeys(db, place.id, 'tracks')]
      return rows.map((row) => lineOf(row, { keys: keys.get(row.id) }))
    }
    case 'speakers': {
      const [rows, own] = [await storedSpeakers(db, place, ids), await listOwnedParts(db, place.id, 'speaker')]
      return rows.map((row) => lineOf(row, { own: own.get(row.id) }))
    }
    case 'sessions': {
      const [rows, own, mine] = [
        await storedSessions(db, place, ids),
        await listOwnedSessions(db, place.id, ids),
        await listInScope(db, reader),
      ]
      const theirs = mine && new Set(mine)
      return rows.map(({ slug, isCancelled, ...row }) => {
        const locked = !theirs || theirs.has(row.id) ? null : ('not-yours' as const)
        return lineOf(row, { own: own.get(row.id), slug, isCancelled, locked })
      })
    }
  }
}

function lineOf({ id, cells }: StoredLine<unknown>, more: Partial<TableLine>): TableLine {
  const plain = { own: [], keys: [], slug: null, isCancelled: false, locked: null }
  const { own = [], keys = [], ...known } = more
  return { id, cells, ...plain, ...known, own, keys }
}

async function listKeys(db: Database, conferenceId: string, kind: 'rooms' | 'tracks'): Promise<Map<string, string[]>> {
  const where = { conferenceId }
  const rows =
    kind === 'rooms'
      ? (await db.roomAlias.findMany({ where })).map(({ roomId, key }) => ({ id: roomId, key }))
      : (await db.trackAlias.findMany({ where })).map(({ trackId, key }) => ({ id: trackId, key }))
  const keys = new Map<string, string[]>()
  for (const { id, key } of rows) keys.set(id, [...(keys.get(id) ?? []), key])
  return keys
}
