import { dateOn, MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { DOORS_MINUTES, hasDoors } from '@/lib/program/doors'
import type { Attendance, AttendanceStatus, PickRank, Picks } from './schema'
import { isThere } from './said'
import { drawnSpan, timeSpanOf } from './time-span'

/** What begins within this time of the next start is next, too: rooms seldom begin to the minute together. */
const TOGETHER_MINUTES = 30
/** People arrive at a door this long before it begins; before that nobody can tell whether they get in. */
const ARRIVING_MINUTES = 10
/** After this long nobody can tell where somebody is from where they were. */
const LEFT_MINUTES = 60

export type WhatIsOn = {
  /** By the conference's days, in its zone: before the first, after the last, or between. */
  phase: 'before' | 'during' | 'after'
  /** Where I said that I am, or was last within the hour. */
  whereabouts: AgendaSession[]
  /** I said that I am in what is `mine`. */
  isInside: boolean
  /** Where I am; while I have not said so, my picks that are on and that I have not left. */
  mine: AgendaSession[]
  /** My picks that begin next, together, and in how many minutes; null: nothing of mine comes. */
  next: { sessions: AgendaSession[]; minutes: number } | null
  /** What else is on, but for containers, services and what I hid. */
  current: AgendaSession[]
  /** What else begins next, with the same exceptions, by start. */
  upcoming: AgendaSession[]
}

/** Those of which something was said last come last. */
type Attendances = ReadonlyMap<string, Pick<Attendance, 'status'>>

const isOverForMe: ReadonlySet<AttendanceStatus | null> = new Set(['leftEarly', 'missed'])
const isWanted: ReadonlySet<PickRank | undefined> = new Set(['first', 'planB'])

type Timed = { session: AgendaSession; start: number; end: number }

/**
 * What is on at this moment, and what comes. A session of unknown length counts as on for half an hour; a cancelled one
 * is never on.
 */
export function whatIsOn(agenda: Agenda, picks: Picks, attendances: Attendances, now: Date): WhatIsOn {
  const at = now.getTime()
  const timed = agenda.sessions.flatMap(timedOf)
  const on = timed.filter(({ start, end }) => start <= at && at < end)
  const coming = timed.filter(({ start }) => start > at).sort((a, b) => a.start - b.start)
  const statusOf = ({ session }: Timed) => attendances.get(session.id)?.status ?? null
  const whereabouts = lastSaid(
    timed.filter(
      (one) =>
        isThere(statusOf(one)) &&
        hasDoors(one.session) &&
        opensAt(one) <= at &&
        at < one.end + LEFT_MINUTES * MINUTE_MS,
    ),
    [...attendances.keys()],
    at,
  )
  const inside = whereabouts.filter(({ end }) => at < end)
  const isMine = (timed: Timed) => isWanted.has(picks.get(timed.session.id)) && !isOverForMe.has(statusOf(timed))
  const isOffered = ({ session }: Timed) =>
    session.kind !== 'container' && session.kind !== 'service' && picks.get(session.id) !== 'hidden'
  const mine = inside.length > 0 ? inside : on.filter(isMine)
  const next = startingTogether(
    coming.filter((one) => isMine(one) && !inside.includes(one)),
    0,
  )
  return {
    phase: phaseOf(agenda, now, on.length > 0),
    whereabouts: sessionsOf(whereabouts),
    isInside: inside.length > 0,
    mine: sessionsOf(mine),
    next: nextOf(next, at),
    current: sessionsOf(on.filter((timed) => isOffered(timed) && !mine.includes(timed))),
    upcoming: sessionsOf(
      startingTogether(coming.filter(isOffered), TOGETHER_MINUTES).filter(
        (timed) => !next.includes(timed) && !mine.includes(timed),
      ),
    ),
  }
}

/** Whether whoever goes to a session can tell how it is at its door: from shortly before it until its end. */
export function canBeAtDoor(session: AgendaSession, now: Date): boolean {
  const at = now.getTime()
  return (
    session.rooms.length > 0 &&
    hasDoors(session) &&
    timedOf(session).some(({ start, end }) => start - ARRIVING_MINUTES * MINUTE_MS <= at && at < end)
  )
}

function opensAt({ start }: Timed): number {
  return start - DOORS_MINUTES * MINUTE_MS
}

/**
 * Nobody says that they leave: whoever says that they are in one has left the others, also for one that began earlier.
 * Of what is over much is said afterwards: there the latest counts, and against one that is still on only if it began
 * and was said after it.
 */
function lastSaid(there: Timed[], said: string[], at: number): Timed[] {
  const saidAt = ({ session }: Timed) => said.indexOf(session.id)
  const last = there.filter(({ end }) => at < end).sort((a, b) => saidAt(b) - saidAt(a))[0]
  const since = there.filter(
    (one) => one.end <= at && (!last || (one.start > last.start && saidAt(one) > saidAt(last))),
  )
  return last && since.length === 0 ? [last] : latest(since)
}

function latest(timed: Timed[]): Timed[] {
  const last = Math.max(...timed.map(({ start }) => start))
  return timed.filter(({ start }) => start === last)
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

function nextOf(next: Timed[], at: number): WhatIsOn['next'] {
  const [soonest] = next
  return soonest ? { sessions: sessionsOf(next), minutes: Math.round((soonest.start - at) / MINUTE_MS) } : null
}

function startingTogether(coming: Timed[], withinMinutes: number): Timed[] {
  const [soonest] = coming
  return soonest ? coming.filter(({ start }) => start <= soonest.start + withinMinutes * MINUTE_MS) : []
}

function sessionsOf(timed: Timed[]): AgendaSession[] {
  return timed.map(({ session }) => session)
}
