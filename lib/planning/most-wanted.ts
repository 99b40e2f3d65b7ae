import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { timeSpanOf } from './time-span'

const MOST = 5

/**
 * What most people mean to go to of what is still to come, on the next day that has any of it; for whoever has picked
 * nothing yet.
 * @param expected by session id, how many are expected to come, where that is told
 */
export function mostWanted(
  agenda: Agenda,
  expected: ReadonlyMap<string, { expected: number }>,
  now: Date,
): AgendaSession[] {
  const toCome = agenda.sessions.filter((session) => {
    const span = timeSpanOf(session)
    return expected.has(session.id) && session.status !== 'cancelled' && span !== null && span.start > now.getTime()
  })
  const day = toCome.map(({ dayOn }) => dayOn).sort()[0]
  const wantedBy = ({ id }: AgendaSession) => expected.get(id)?.expected ?? 0
  return toCome
    .filter(({ dayOn }) => dayOn === day)
    .sort((a, b) => wantedBy(b) - wantedBy(a))
    .slice(0, MOST)
}
