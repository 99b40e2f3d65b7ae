import { database } from '@/lib/platform/db'
import { loadEditable, loadRooms, loadScope } from '@/lib/schedule/loaders'
import type { TableKind } from '../columns'
import type { DeskTable } from '../table'
import { readTable } from './read-table'

/** A table for whoever was let in by loadConferenceFor. */
export async function loadTable(
  { id: conferenceId, timeZone }: { id: string; timeZone: string },
  kind: TableKind,
): Promise<DeskTable> {
  const reader = { conferenceId, scope: await loadScope(conferenceId) }
  const lines = await readTable(database(), reader, { kind, timeZone })
  if (kind !== 'sessions') return { lines, rooms: [], tracks: [], isTrackGiven: false }
  const [rooms, { tracks, isTrackGiven }] = [await loadRooms(conferenceId), await loadEditable(conferenceId)]
  const names = (parts: readonly { name: string }[]) => parts.map(({ name }) => name)
  return { lines, rooms: names(rooms), tracks: names(tracks), isTrackGiven }
}
