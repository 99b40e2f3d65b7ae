import type { Fullness } from '@/lib/planning/alternatives'
import type { AgendaSession } from '@/lib/program/agenda'
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

/** About how full a room is of which only a word is known. */
const said: Record<RoomStateNow['state'], Fullness> = {
  open: 0.3,
  filling: 0.7,
  nearlyFull: 0.9,
  full: 1,
  closed: 'closed',
  unknown: null,
}

function fullnessOf({ state, count, capacity }: RoomStateNow): Fullness {
  if (state === 'closed' || state === 'full') return said[state]
  return count !== null && capacity ? count / capacity : said[state]
}

function hurdle(fullness: Fullness): number {
  return fullness === 'closed' ? Infinity : (fullness ?? 0)
}

/** The state of that of a session's rooms which is about this session now: somebody may be at its door. */
export function stateAbout(
  session: Pick<AgendaSession, 'id' | 'rooms'>,
  byRoom: ReadonlyMap<string, RoomStateNow>,
): RoomStateNow | undefined {
  return session.rooms.map((id) => byRoom.get(id)).find((state) => state?.session === session.id)
}
