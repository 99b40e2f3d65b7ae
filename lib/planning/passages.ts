import { MINUTE_MS } from '@/lib/platform/time'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { roomsOf, type AgendaParts } from '@/lib/program/agenda-parts'
import { drawnSpan, timeSpanOf } from './time-span'
import { passageBetween, type Passage } from './walking'

/** Longer than this between two sessions, nobody needs to be told when to leave. */
const LONG_GAP_MINUTES = 60

type Timed = { session: AgendaSession; start: number; end: number }

/** A passage, and where from. */
export type PassageFrom = Passage & { from: AgendaSession }

/**
 * The way to each of these sessions from the one of them that ends last before it begins, by the id of the one walked
 * to. Only ways that need minding: another room, and at most an hour between. A container and what is cancelled are no
 * stops.
 */
export function passagesTo(
  sessions: readonly AgendaSession[],
  { walks }: Pick<Agenda, 'walks'>,
  parts: Pick<AgendaParts, 'rooms'>,
): ReadonlyMap<string, PassageFrom> {
  const stops = sessions.flatMap(timedOf)
  return new Map(
    stops.flatMap((stop) => {
      const before = lastBefore(stop.start, stops)
      const passage =
        before &&
        passageBetween(before.end, roomsOf(before.session, parts), stop.start, roomsOf(stop.session, parts), walks)
      return passage && passage.walkMinutes > 0
        ? [[stop.session.id, { ...passage, from: before.session }] as const]
        : []
    }),
  )
}

/**
 * Which of these sessions ends last before an instant (milliseconds since 1970) and at most an hour before it, and
 * when.
 */
export function stopBefore(
  start: number,
  sessions: readonly AgendaSession[],
): { session: AgendaSession; end: number } | undefined {
  return lastBefore(start, sessions.flatMap(timedOf))
}

function timedOf(session: AgendaSession): Timed[] {
  const span = timeSpanOf(session)
  return span && session.status !== 'cancelled' && session.kind !== 'container' ? [{ session, ...drawnSpan(span) }] : []
}

function lastBefore(start: number, stops: readonly Timed[]): Timed | undefined {
  const before = stops.filter(({ end }) => end <= start && start - end <= LONG_GAP_MINUTES * MINUTE_MS)
  return before.reduce<Timed | undefined>((last, stop) => (last && last.end >= stop.end ? last : stop), undefined)
}
