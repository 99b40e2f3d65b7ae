import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { timeSpanOf } from './time-span'

/** These sessions, in their order, without what has begun, is cancelled or is not in the programme any more. */
export function toCome(agenda: Agenda, ids: readonly string[], now: Date): AgendaSession[] {
  const sessions = new Map(agenda.sessions.map((session) => [session.id, session]))
  return ids.flatMap((id) => {
    const session = sessions.get(id)
    const span = session && timeSpanOf(session)
    return session && span && session.status !== 'cancelled' && span.start > now.getTime() ? [session] : []
  })
}
