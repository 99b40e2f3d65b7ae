import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import { hasDoors } from '@/lib/program/doors'
import { blocksDuring, type PlacedBlock } from './blocks'
import { findConflicts, overlapsWith } from './conflicts'
import { fold } from '@/lib/platform/search/fold'
import { passagesTo } from './passages'
import type { Block, Picks } from './schema'

export type ConflictSide = {
  session: AgendaSession
  /** The same session at other times to come, each of which fits the rest of my plan. */
  repeats: AgendaSession[]
}

/** Two things of mine that cannot both be done. */
export type PlanConflict = {
  /** Both on at once; the way from one to the other takes too long; on during a time of my own. */
  kind: 'overlap' | 'walk' | 'block'
  day: string
  /** Together; for a walk: late. */
  minutes: number
  /** What begins first, first; one alone collides with a block. */
  sides: ConflictSide[]
  block?: Block
}

/**
 * What of my plan cannot be done, in order of time, and what can be done about it. Only first choices collide: a plan B
 * is the answer to a collision.
 * @param now what is over by then is no conflict any more, and repeats that have begun are not offered
 */
export function planConflicts(agenda: Agenda, picks: Picks, placed: readonly PlacedBlock[], now: Date): PlanConflict[] {
  const mine = agenda.sessions.filter(({ id }) => picks.get(id) === 'first')
  const sideOf = (session: AgendaSession): ConflictSide => ({
    session,
    repeats: repeatsOf(session, agenda, picks, placed, now),
  })
  const overlaps = findConflicts(mine).map(({ a, b, minutes }): PlanConflict => ({
    kind: 'overlap',
    day: a.dayOn,
    minutes,
    sides: [sideOf(a), sideOf(b)],
  }))
  const walks = [...passagesTo(mine, agenda, partsOf(agenda))].flatMap(
    ([id, { from, slackMinutes }]): PlanConflict[] => {
      const to = slackMinutes < 0 ? mine.find((session) => session.id === id) : undefined
      return to ? [{ kind: 'walk', day: to.dayOn, minutes: -slackMinutes, sides: [sideOf(from), sideOf(to)] }] : []
    },
  )
  const blocks = mine.flatMap((session) =>
    blocksDuring(session, placed).map(({ block, minutes }): PlanConflict => ({
      kind: 'block',
      day: session.dayOn,
      minutes,
      sides: [sideOf(session)],
      block,
    })),
  )
  return [...overlaps, ...walks, ...blocks]
    .filter((conflict) => now.getTime() < settledAt(conflict))
    .sort((one, other) => startOf(one) - startOf(other))
}

/** The same title by the same people at another time. Meals and desks are the same every day, which helps nobody. */
function repeatsOf(
  session: AgendaSession,
  agenda: Agenda,
  picks: Picks,
  placed: readonly PlacedBlock[],
  now: Date,
): AgendaSession[] {
  if (!hasDoors(session)) return []
  const others = agenda.sessions.filter(({ id }) => picks.get(id) === 'first' && id !== session.id)
  const title = fold(session.title)
  return agenda.sessions.filter(
    (other) =>
      other.startAt !== undefined &&
      other.startAt !== session.startAt &&
      Date.parse(other.startAt) > now.getTime() &&
      other.status !== 'cancelled' &&
      picks.get(other.id) !== 'hidden' &&
      picks.get(other.id) !== 'first' &&
      fold(other.title) === title &&
      haveSameSpeakers(session, other) &&
      overlapsWith(other, others).length === 0 &&
      blocksDuring(other, placed).length === 0,
  )
}

function haveSameSpeakers(a: AgendaSession, b: AgendaSession): boolean {
  return a.speakers.length === b.speakers.length
    ? a.speakers.every((id) => b.speakers.includes(id))
    : a.speakers.length * b.speakers.length === 0
}

/**
 * From when on there is nothing left to choose: one of both has ended, or the one that could not be reached in time has
 * begun.
 */
function settledAt({ kind, sides }: PlanConflict): number {
  if (kind === 'walk') return Date.parse(sides[1]?.session.startAt ?? '')
  return Math.min(...sides.map(({ session: { startAt, endAt } }) => Date.parse(endAt ?? startAt ?? '')))
}

function startOf({ sides }: PlanConflict): number {
  return Date.parse(sides[0]?.session.startAt ?? '')
}
