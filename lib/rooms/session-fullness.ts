import type { Fullness } from '@/lib/planning/alternatives'
import type { RoomStateNow } from './room-states'

/**
 * How full what is on, or next, in these rooms is; of a session in several rooms the one that is easiest to get into.
 */
export function fullnessBySession(rooms: Iterable<RoomStateNow>): ReadonlyMap<string, Fullness> {
  const found = new Map<string, Fullness>()
  for (const room of rooms) {
    if (!room.session) continue
    const [here, elsewhere] = [fullnessOf(room), found.get(room.session)]
    found.set(room.session, elsewhere === undefined || hurdle(here) < hurdle(elsewhere) ? here : elsewhere)
  }
  return found
}

function fullnessOf({ state, count, capacity }: RoomStateNow): Fullness {
  if (state === 'closed') return 'closed'
  if (state === 'full') return 1
  return count !== null && capacity ? count / capacity : null
}

function hurdle(fullness: Fullness): number {
  return fullness === 'closed' ? Infinity : (fullness ?? 0)
}
