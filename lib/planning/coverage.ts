import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { overlapsWith } from './conflicts'
import type { Group, Member } from './together'

/** A session that somebody of a group wants, and who goes. */
export type Covered = {
  session: AgendaSession
  /** Who goes; empty: nobody, though somebody has it as plan B. */
  going: Member[]
  /** Who has it as plan B. */
  couldGo: Member[]
  /** Two go, and at the same time nobody goes to these. */
  insteadOf: AgendaSession[]
}

/**
 * What a group covers of a conference, by day and in order of time: what at least one of them picked. What was
 * cancelled needs nobody.
 */
export function coverageOf(
  { sessions, days }: Pick<Agenda, 'sessions' | 'days'>,
  { members }: Pick<Group, 'members'>,
): { day: string; covered: Covered[] }[] {
  const wanted = sessions.flatMap((session) => {
    const going = members.filter(({ first }) => first.includes(session.id))
    const couldGo = members.filter(({ first, planB }) => planB.includes(session.id) && !first.includes(session.id))
    return session.status !== 'cancelled' && going.length + couldGo.length > 0 ? [{ session, going, couldGo }] : []
  })
  const uncovered = wanted.filter(({ going }) => going.length === 0).map(({ session }) => session)
  const covered = wanted.map((one) => ({
    ...one,
    insteadOf: one.going.length > 1 ? overlapsWith(one.session, uncovered).map(({ other }) => other) : [],
  }))
  return days.flatMap((day) => {
    const ofDay = covered.filter(({ session }) => session.dayOn === day)
    return ofDay.length > 0 ? [{ day, covered: ofDay }] : []
  })
}
