import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import { assignLanes } from './lanes'
import type { Picks } from './schema'
import { drawnSpan, timeSpanOf } from './time-span'

export type PlannedSession = {
  session: AgendaSession
  rank: 'first' | 'planB'
  /** To be drawn from here… */
  start: number
  /** …to here (milliseconds since 1970); half an hour where the length is unknown. */
  end: number
  /** In this column, from 0, of so many. */
  lane: number
  lanes: number
}

export type PlanDay = {
  day: string
  /** In order of start, what overlaps side by side. */
  timed: PlannedSession[]
  /** Picked, but their time is to be announced. */
  untimed: { session: AgendaSession; rank: 'first' | 'planB' }[]
}

/** My plan: the days of the conference on which I picked something, in order. What I hid is no part of it; what was cancelled stays in it. */
export function planDays(agenda: Agenda, picks: Picks): PlanDay[] {
  const chosen = agenda.sessions.flatMap((session) => {
    const rank = picks.get(session.id)
    return rank === 'first' || rank === 'planB' ? [{ session, rank }] : []
  })
  return agenda.days.flatMap((day) => {
    const ofDay = chosen.filter(({ session }) => session.dayOn === day)
    return ofDay.length > 0 ? [planDay(day, ofDay)] : []
  })
}

function planDay(day: string, chosen: PlanDay['untimed']): PlanDay {
  const timed = chosen.flatMap((pick) => {
    const span = timeSpanOf(pick.session)
    return span ? [{ ...pick, ...drawnSpan(span) }] : []
  })
  return {
    day,
    timed: assignLanes(timed, (pick) => pick).map(({ item, lane, lanes }) => ({ ...item, lane, lanes })),
    untimed: chosen.filter(({ session }) => !session.startAt),
  }
}
