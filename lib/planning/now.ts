import { dateOn, MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/schedule/agenda'
import type { Picks } from './schema'
import { drawnSpan, timeSpanOf } from './time-span'

/** What begins within this time of the next start is next, too: rooms seldom begin to the minute together. */
const TOGETHER_MINUTES = 30

export type WhatIsOn = {
  /** By the conference's days, in its zone: before the first, after the last, or between. */
  phase: 'before' | 'during' | 'after'
  /** My picks that are on. */
  mine: AgendaSession[]
  /** My picks that begin next, together, and in how many minutes; null: nothing of mine comes. */
  next: { sessions: AgendaSession[]; minutes: number } | null
  /** What is on, but for containers, services and what I hid. */
  current: AgendaSession[]
  /** What begins next, with the same exceptions, by start. */
  upcoming: AgendaSession[]
}

type Timed = { session: AgendaSession; start: number; end: number }

/** What is on at this moment, and what comes. A session of unknown length counts as on for half an hour; a cancelled one is never on. */
export function whatIsOn(agenda: Agenda, picks: Picks, now: Date): WhatIsOn {
  const at = now.getTime()
  const timed = agenda.sessions.flatMap(timedOf)
  const on = timed.filter(({ start, end }) => start <= at && at < end)
  const coming = timed.filter(({ start }) => start > at).sort((a, b) => a.start - b.start)
  const isMine = ({ session }: Timed) => picks.get(session.id) === 'first' || picks.get(session.id) === 'planB'
  const isOffered = ({ session }: Timed) => session.kind !== 'container' && session.kind !== 'service' && picks.get(session.id) !== 'hidden'
  return {
    phase: phaseOf(agenda, now, on.length > 0),
    mine: sessionsOf(on.filter(isMine)),
    next: nextOf(coming.filter(isMine), at),
    current: sessionsOf(on.filter(isOffered)),
    upcoming: sessionsOf(startingTogether(coming.filter(isOffered), TOGETHER_MINUTES)),
  }
}

function timedOf(session: AgendaSession): Timed[] {
  const span = timeSpanOf(session)
  return span && session.status !== 'cancelled' ? [{ session, ...drawnSpan(span) }] : []
}

function phaseOf(agenda: Agenda, now: Date, somethingIsOn: boolean): WhatIsOn['phase'] {
  const today = dateOn(now, agenda.conference.timeZone)
  const [first = '9999', last = '9999'] = [agenda.days[0], agenda.days.at(-1)]
  // The last day's party may go on after midnight.
  if (somethingIsOn) return 'during'
  return today < first ? 'before' : today > last ? 'after' : 'during'
}

function nextOf(coming: Timed[], at: number): WhatIsOn['next'] {
  const [soonest] = coming
  if (!soonest) return null
  return { sessions: sessionsOf(startingTogether(coming, 0)), minutes: Math.round((soonest.start - at) / MINUTE_MS) }
}

function startingTogether(coming: Timed[], withinMinutes: number): Timed[] {
  const [soonest] = coming
  return soonest ? coming.filter(({ start }) => start <= soonest.start + withinMinutes * MINUTE_MS) : []
}

function sessionsOf(timed: Timed[]): AgendaSession[] {
  return timed.map(({ session }) => session)
}
