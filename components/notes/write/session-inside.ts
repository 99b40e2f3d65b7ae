import { whatIsOn } from '@/lib/planning/now'
import type { Attendance } from '@/lib/planning/schema'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
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
  const agenda = await wholeAgenda(slug)
  if (!agenda) return null
  const inside = (said: ReadonlyMap<string, Attendance>) => {
    const { isInside, mine } = whatIsOn(agenda, new Map(), said, now)
    return (isInside && mine[0]) || null
  }
  const here = agenda.sessions.find(({ slug: address }) => address === looked)?.id
  return inside(new Map([...attendances].filter(([id]) => id === here))) ?? inside(attendances)
}

/** A conference's whole programme, from this page, this device or the server; null: from none of them. */
function wholeAgenda(slug: string): Promise<Agenda | null> {
  return new Promise((done) => {
    const look = () => {
      const { value, failed } = agendas.held(slug)
      if (!value && !failed) return
      forget()
      done(value)
    }
    const forget = agendas.listen(slug, look)
    agendas.load(slug)
    look()
  })
}
