import { capacityOf, type BoardSession } from '../board'
import { isOn, overlaps, timedOf, type BoardIndex } from './board-index'
import type { PlacedBoard } from './placed'
import { warn, type BoardWarning } from './warning'

/** More people than places, and people who want to be in two places. */
export function crowdWarnings(index: BoardIndex, placed: PlacedBoard, session: BoardSession): BoardWarning[] {
  const [mine] = timedOf(session)
  if (!mine || !isOn(mine)) return []
  const [expected, capacity] = [index.expected.get(session.id), capacityOf(session, index.rooms)]
  const isTooSmall = expected !== undefined && capacity !== null && expected > capacity
  const pickedBoth = (index.together.get(session.id) ?? [])
    .filter(({ id }) => placed.at(id).some((other) => overlaps(mine, other)))
    .map(({ id, people }) => warn({ kind: 'pickedBoth', people }, [session.id, id]))
  return [...(isTooSmall ? [warn({ kind: 'tooSmall', expected, capacity }, [session.id])] : []), ...pickedBoth]
}
