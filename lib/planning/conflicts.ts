import { MINUTE_MS } from '@/lib/platform/time'
import type { AgendaSession } from '@/lib/program/agenda'
import { timeSpanOf, type TimeSpan } from './time-span'

/** Two sessions that cannot both be attended in full. */
export type Conflict = {
  /** The one that begins first. */
  a: AgendaSession
  b: AgendaSession
  /** For how long both are on; 0: one has no known length and begins during the other. */
  minutes: number
}

export type Overlap = { other: AgendaSession; /** As in Conflict. */ minutes: number }

/** Every pair of these sessions that collides, by the start of its first, then of its second. */
export function findConflicts(sessions: readonly AgendaSession[]): Conflict[] {
  const inOrder = sessions.filter(({ startAt }) => startAt).sort(byStart)
  return inOrder.flatMap((a, index) =>
    overlapsWith(a, inOrder.slice(index + 1)).map(({ other, minutes }) => ({ a, b: other, minutes })),
  )
}

/**
 * Those of `others` that collide with this session, in their order. One session ends as another begins: no conflict.
 * A session of unknown length collides with what is on at its start, no more. A cancelled session, one whose
 * time is to be announced, and a container against its own parts never collide.
 */
export function overlapsWith(session: AgendaSession, others: readonly AgendaSession[]): Overlap[] {
  return others.flatMap((other) => {
    const minutes = minutesTogether(session, other)
    return minutes === null ? [] : [{ other, minutes }]
  })
}

function minutesTogether(a: AgendaSession, b: AgendaSession): number | null {
  if (a.id === b.id || a.status === 'cancelled' || b.status === 'cancelled' || isPartOf(a, b) || isPartOf(b, a))
    return null
  const [first, second] = [timeSpanOf(a), timeSpanOf(b)]
  if (!first || !second) return null
  const ms = msTogether(first, second)
  return ms === null ? null : Math.round(ms / MINUTE_MS)
}

function isPartOf(part: AgendaSession, whole: AgendaSession): boolean {
  return (
    part.parent === whole.id ||
    (whole.kind === 'container' && whole.colocated !== undefined && whole.colocated === part.colocated)
  )
}

function msTogether(a: TimeSpan, b: TimeSpan): number | null {
  if (a.end === null) return covers(b, a.start) ? 0 : null
  if (b.end === null) return covers(a, b.start) ? 0 : null
  const ms = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return ms > 0 ? ms : null
}

function covers({ start, end }: TimeSpan, instant: number): boolean {
  return start === instant || (start < instant && end !== null && instant < end)
}

function byStart(a: AgendaSession, b: AgendaSession): number {
  return Date.parse(a.startAt ?? '') - Date.parse(b.startAt ?? '')
}
