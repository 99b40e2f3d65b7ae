import type { FieldChange, SessionDiff } from './diff'
import type { Places } from './import-places'
import type { StoredRow } from './stored-sessions'

/**
 * The same diff, with what its session's rooms, track and co-located event must become where it stands among others
 * than its source names: names that were once taken for one (C and C++) are told apart, and its source, which said the
 * same all along, never moved it.
 */
export function putInPlace(diff: SessionDiff, stored: StoredRow | undefined, places: Places): SessionDiff {
  if (!stored || diff.kind === 'cancelled' || diff.snapshot.cancelled) return diff
  const { row, overridden } = stored
  const { rooms, track, colocated } = diff.snapshot
  const isOpen = (field: 'rooms' | 'track' | 'colocated') =>
    !overridden.has(field) && !diff.fields.some((change) => change.field === field)
  const moved: FieldChange[] = [
    ...(isOpen('rooms') &&
    !areSame(
      rooms.flatMap((name) => places.room(name) ?? []),
      row.rooms.map(({ roomId }) => roomId),
    )
      ? [{ field: 'rooms' as const, old: row.rooms.map(({ room }) => room.name), new: rooms }]
      : []),
    ...(isOpen('track') && isElsewhere(track, row.trackId, places.track)
      ? [{ field: 'track' as const, old: row.track?.name ?? null, new: track }]
      : []),
    ...(isOpen('colocated') && isElsewhere(colocated, row.colocatedId, places.colocated)
      ? [{ field: 'colocated' as const, old: row.colocatedEvent?.name ?? null, new: colocated }]
      : []),
  ]
  if (moved.length === 0) return diff
  return {
    ...diff,
    kind: diff.kind === 'unchanged' ? 'changed' : diff.kind,
    fields: [...diff.fields, ...moved],
    isNews: true,
  }
}

function isElsewhere(name: string | null, storedId: string | null, find: Places['track']): boolean {
  return name !== null && (find(name) ?? null) !== storedId
}

function areSame(wanted: string[], stored: string[]): boolean {
  return new Set([...wanted, ...stored]).size === new Set(wanted).size && new Set(wanted).size === new Set(stored).size
}
