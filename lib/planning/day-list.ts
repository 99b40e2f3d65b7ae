import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { slotsOf } from '@/lib/program/agenda-day'
import { drawnSpan, timeSpanOf } from './time-span'

/** What begins together, as a list reads it. */
export type ListedSlot = {
  /** ISO; null: to be announced. */
  startAt: string | null
  /** When most of its talks end (ISO), or all of it where it has none: said once, beside the start. */
  endAt?: string
  /** Co-located events, which stand for many sessions. */
  events: AgendaSession[]
  /** What people come for. */
  talks: AgendaSession[]
  /** Breaks, desks and the like, which fold into one row. */
  services: AgendaSession[]
}

/** A day's sessions by their start, each slot with what is read first apart from what is only practical. */
export function listDay(sessions: AgendaSession[]): ListedSlot[] {
  return slotsOf(sessions).map(({ startAt, sessions: together }) => {
    const events = together.filter(({ kind }) => kind === 'container')
    const services = together.filter(({ kind }) => kind === 'break' || kind === 'service')
    const talks = together.filter((session) => !events.includes(session) && !services.includes(session))
    return { startAt, endAt: commonEnd(talks.length > 0 ? talks : together), events, talks, services }
  })
}

/** When a session ends (ISO), if it is known: one that ends as it begins has none to say. */
export function knownEnd(session: AgendaSession): string | undefined {
  return timeSpanOf(session)?.end ? session.endAt : undefined
}

/** For how many minutes a session is on; of unknown length as long as it is drawn. */
export function minutesOn(session: AgendaSession): number | undefined {
  const span = timeSpanOf(session)
  if (!span) return undefined
  const { start, end } = drawnSpan(span)
  return Math.round((end - start) / MINUTE_MS)
}

/** The end that most have; of several as common the earliest. */
function commonEnd(sessions: AgendaSession[]): string | undefined {
  const counts = new Map<string, number>()
  for (const session of sessions) {
    const end = knownEnd(session)
    if (end) counts.set(end, (counts.get(end) ?? 0) + 1)
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0]
}
