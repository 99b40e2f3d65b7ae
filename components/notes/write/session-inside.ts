import { whatIsOn } from '@/lib/planning/now'
import type { Attendance } from '@/lib/planning/schema'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { agendas } from '@/lib/program/device/agenda-store'

/** The session that I said I am in at this moment; null: none, or its programme is not to be had. */
export async function sessionInside(
  slug: string,
  attendances: ReadonlyMap<string, Attendance>,
  now: Date,
): Promise<AgendaSession | null> {
  const agenda = await wholeAgenda(slug)
  if (!agenda) return null
  const { isInside, mine } = whatIsOn(agenda, new Map(), attendances, now)
  return (isInside && mine[0]) || null
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
