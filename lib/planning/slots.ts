import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import type { WantedSlot } from './alternatives'
import { stopBefore } from './passages'
import type { Picks } from './schema'
import { drawnSpan, timeSpanOf } from './time-span'

/** Milliseconds since 1970. */
type Span = { start: number; end: number }

/**
 * The slot in which to look for something else: a session's, or a free one, with the way from the first choice before
 * it. Null: the session's time is to be announced.
 */
export function slotOf(agenda: Agenda, picks: Picks, wanted: AgendaSession | Span): WantedSlot | null {
  const instead = 'id' in wanted ? wanted : undefined
  const span = 'id' in wanted ? drawnSpanOf(wanted) : wanted
  if (!span) return null
  const mine = agenda.sessions.filter(({ id }) => picks.get(id) === 'first' && id !== instead?.id)
  const before = stopBefore(span.start, mine)
  const rooms = agenda.rooms.filter(({ id }) => before?.session.rooms.includes(id))
  return { ...span, instead, from: before && { rooms, at: before.end } }
}

function drawnSpanOf(session: AgendaSession): Span | null {
  const span = timeSpanOf(session)
  return span && drawnSpan(span)
}
