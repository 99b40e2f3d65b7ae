import type { BoardSession } from '../board'
import { isOn, overlaps, timedOf, type BoardIndex, type Timed } from './board-index'
import type { PlacedBoard } from './placed'
import { warn, type BoardWarning } from './warning'

/** Breaks that are none any more, and what is on before or after everything else. */
export function dayWarnings(index: BoardIndex, placed: PlacedBoard, session: BoardSession): BoardWarning[] {
  const [mine] = timedOf(session)
  if (session.kind === 'break') return breakGone(index, placed, session, mine)
  if (!mine || session.kind === 'container') return []
  return [...(isOn(mine) ? breaksTaken(placed, mine) : []), ...outsideDay(index, mine)]
}

function breakGone(index: BoardIndex, placed: PlacedBoard, { id, dayOn }: BoardSession, mine?: Timed): BoardWarning[] {
  if (!index.breaks.has(id)) return []
  if (!mine) return [warn({ kind: 'breakGone' }, [id])]
  if (!index.plenaryBreaks.has(id)) return []
  // What lies under a break that is moved may be a whole hall's day: the first of it says enough.
  const during = placed.onDay(dayOn).find((other) => isOn(other) && overlaps(mine, other))
  return during ? [takenBreak(id, during.session.id)] : []
}

function breaksTaken(placed: PlacedBoard, mine: Timed): BoardWarning[] {
  return placed
    .plenaryBreaksOn(mine.session.dayOn)
    .filter((other) => overlaps(mine, other))
    .map(({ session: { id } }) => takenBreak(id, mine.session.id))
}

/** One for each that takes it: each of them can go elsewhere, or is meant. */
function takenBreak(breakId: string, byId: string): BoardWarning {
  return warn({ kind: 'breakGone' }, [breakId, byId])
}

function outsideDay({ hours, hardlyArranged }: BoardIndex, mine: Timed): BoardWarning[] {
  if (hardlyArranged.has(mine.session.dayOn)) return []
  const day = hours.get(mine.session.dayOn)
  if (day && day.start <= mine.start && mine.end <= day.end) return []
  const span = day && { startAt: new Date(day.start).toISOString(), endAt: new Date(day.end).toISOString() }
  return [warn({ kind: 'outsideDay', hours: span ?? null }, [mine.session.id])]
}
