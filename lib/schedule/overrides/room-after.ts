import { nameKey } from '@/lib/program/names/name-key'
import { decidedWith, partFields, type PartField, type SaidOfRoom } from './part-fields'

type Known = {
  shown: SaidOfRoom
  /** What the source that speaks for it said last; null: none has. */ said: SaidOfRoom | null
  decided: ReadonlySet<string>
}
type After = {
  shown: SaidOfRoom
  said: SaidOfRoom
  /** What was an organizer's own word all along, and nothing has kept that yet. */ own: (keyof SaidOfRoom)[]
}

/**
 * What a room is after the source that speaks for it spoke: what nobody decided follows, but what the source says
 * nothing of stays as it is known. Its name stays, too: by another a source means another room.
 */
export function roomAfter({ shown, said: before, decided }: Known, news: SaidOfRoom): After {
  const said = lastSaid(before, news)
  const own = before === null ? partFields.room.filter((field) => isOwn(field, shown, said)) : []
  const kept = new Set([...decided, ...own.flatMap(decidedWith)])
  const isOpen = (field: PartField) => !kept.has(field)
  return {
    said,
    own: partFields.room.filter((field) => kept.has(field) && !decided.has(field)),
    shown: {
      name: shown.name,
      floor: (isOpen('floor') ? said.floor : null) ?? shown.floor,
      ...(isOpen('capacity') && said.capacity !== null
        ? { capacity: said.capacity, capacityKind: said.capacityKind }
        : { capacity: shown.capacity, capacityKind: shown.capacityKind }),
    },
  }
}

/** What a room is after another source named it: that only completes what nobody knows or decided. */
export function roomCompleted({ shown, decided }: Omit<Known, 'said'>, news: SaidOfRoom): SaidOfRoom {
  const isUnknown = (field: 'floor' | 'capacity') => shown[field] === null && !decided.has(field)
  return {
    name: shown.name,
    floor: isUnknown('floor') ? news.floor : shown.floor,
    ...(isUnknown('capacity') && news.capacity !== null
      ? { capacity: news.capacity, capacityKind: news.capacityKind }
      : { capacity: shown.capacity, capacityKind: shown.capacityKind }),
  }
}

function lastSaid(before: SaidOfRoom | null, { name, floor, capacity, capacityKind }: SaidOfRoom): SaidOfRoom {
  return {
    name,
    floor: floor ?? before?.floor ?? null,
    capacity: capacity ?? before?.capacity ?? null,
    capacityKind: capacity === null ? (before?.capacityKind ?? capacityKind) : capacityKind,
  }
}

/** Is it known otherwise than the first source says that is known to speak of it? */
function isOwn(field: keyof SaidOfRoom, shown: SaidOfRoom, said: SaidOfRoom): boolean {
  if (field === 'name') return nameKey(shown.name) !== nameKey(said.name)
  if (field === 'capacityKind') return shown.capacity !== null && said.capacity !== null && shown[field] !== said[field]
  return shown[field] !== null && said[field] !== null && shown[field] !== said[field]
}
