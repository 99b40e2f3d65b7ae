import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import type { PlacedBlock } from './blocks'
import type { Picks } from './schema'
import { drawnSpan, timeSpanOf } from './time-span'

type Chosen = { session: AgendaSession; rank: 'first' | 'planB' }

/**
 * Something of mine with a time: to be drawn from `start` to `end` (milliseconds since 1970; half an hour where the
 * length is unknown).
 */
export type PlanEntry = { start: number; end: number } & (Chosen | { placed: PlacedBlock })

/** Whether I am taken by this: what was cancelled stays in my plan, and I am free meanwhile. */
export function takesTime(entry: PlanEntry): boolean {
  return !('session' in entry) || entry.session.status !== 'cancelled'
}

export type PlanDay = {
  day: string
  /** Picks and blocks in order of start, the longer first. */
  entries: PlanEntry[]
  /** Picked, but their time is to be announced. */
  untimed: Chosen[]
}

/**
 * My plan: every day of the conference and of my blocks, in order, also those on which I have nothing. What I hid is no
 * part of it; what was cancelled stays in it.
 */
export function planDays(agenda: Agenda, picks: Picks, placed: readonly PlacedBlock[]): PlanDay[] {
  const chosen = agenda.sessions.flatMap((session) => {
    const rank = picks.get(session.id)
    return rank === 'first' || rank === 'planB' ? [{ session, rank }] : []
  })
  const days = [...new Set([...agenda.days, ...placed.map(({ day }) => day)])].sort()
  return days.map((day) =>
    planDay(
      day,
      chosen.filter(({ session }) => session.dayOn === day),
      placed.filter((block) => block.day === day),
    ),
  )
}

/**
 * Is anything that I picked still to come, or on? An alert about what was cancelled or is over tells nobody anything.
 */
export function hasToCome(agenda: Agenda, picks: Picks, now: Date): boolean {
  return agenda.sessions.some((session) => {
    const [rank, span] = [picks.get(session.id), timeSpanOf(session)]
    const isMine = (rank === 'first' || rank === 'planB') && session.status !== 'cancelled'
    return isMine && (span === null || drawnSpan(span).end > now.getTime())
  })
}

function planDay(day: string, chosen: Chosen[], placed: PlacedBlock[]): PlanDay {
  const sessions = chosen.flatMap((pick): PlanEntry[] => {
    const span = timeSpanOf(pick.session)
    return span ? [{ ...pick, ...drawnSpan(span) }] : []
  })
  const blocks = placed.map((block): PlanEntry => ({
    placed: block,
    start: block.startAt.getTime(),
    end: block.endAt.getTime(),
  }))
  const entries = [...sessions, ...blocks].sort((a, b) => a.start - b.start || b.end - a.end)
  return { day, entries, untimed: chosen.filter(({ session }) => !session.startAt) }
}
