import { whatIsOn } from '@/lib/planning/now'
import type { Attendance } from '@/lib/planning/schema'
import type { AgendaSession } from '@/lib/program/agenda'
import { agendas } from '@/lib/program/device/agenda-store'

/**
 * The session that I said I am in at this moment; null: none, or its programme is not to be had.
 * @param looked the address of the session that is looked at: it counts before others that I said I am in
 */
export async function sessionInside(
  slug: string,
  attendances: ReadonlyMap<string, Attendance>,
  now: Date,
  looked?: string,
): Promise<AgendaSession | null> {
  const agenda = await agendas.brought(slug)
  if (!agenda) return null
  const inside = (said: ReadonlyMap<string, Attendance>) => {
    const { isInside, mine } = whatIsOn(agenda, new Map(), said, now)
    return (isInside && mine[0]) || null
  }
  const here = agenda.sessions.find(({ slug: address }) => address === looked)?.id
  return inside(new Map([...attendances].filter(([id]) => id === here))) ?? inside(attendances)
}
