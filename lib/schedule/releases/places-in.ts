import { nameKey } from '@/lib/program/names/name-key'
import type { Snapshot } from '@/lib/program/snapshot'
import type { NamedPlaces } from '../bring-in/import-places'

/** The places that sessions name: what was renamed or archived since is found by its aliases. */
export function placesIn(snapshots: Pick<Snapshot, 'rooms' | 'track' | 'colocated'>[]): NamedPlaces {
  const named = (names: (string | null)[]) =>
    [...new Set(names.flatMap((name) => name ?? []))].map((name) => ({ key: nameKey(name), name }))
  return {
    rooms: named(snapshots.flatMap(({ rooms }) => rooms)).map((room) => ({
      ...room,
      floor: null,
      capacity: null,
      capacityKind: 'seats',
    })),
    tracks: named(snapshots.map(({ track }) => track)),
    colocatedEvents: named(snapshots.map(({ colocated }) => colocated)),
  }
}
