import ICAL from 'ical.js'
import nodeIcal from 'node-ical'

/** An event as a reader has it; instants are ISO, a day is "2026-03-24". */
export type ReadEvent = Record<
  'uid' | 'sequence' | 'start' | 'end' | 'status' | 'summary' | 'description' | 'location',
  string
>

/** By ical.js. */
export function readByIcalJs(text: string): ReadEvent[] {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  return inOrder(
    events.map((event) => {
      const said = (name: string) => String(event.getFirstPropertyValue(name) ?? '')
      const time = (name: string) => {
        const value = event.getFirstPropertyValue(name)
        if (!(value instanceof ICAL.Time)) return ''
        return value.isDate ? value.toString() : value.toJSDate().toISOString()
      }
      const [start, end] = [time('dtstart'), time('dtend')]
      const texts = { summary: said('summary'), description: said('description'), location: said('location') }
      return {
        uid: said('uid'),
        sequence: said('sequence'),
        start,
        end: end || endless(start),
        status: said('status'),
        ...texts,
      }
    }),
  )
}

/** By node-ical, which has no line in common with the other. */
export function readByNodeIcal(text: string): ReadEvent[] {
  const parts = Object.values(nodeIcal.sync.parseICS(text))
  return inOrder(
    parts.flatMap((part) => {
      if (part?.type !== 'VEVENT') return []
      const { uid, sequence, start, end, status = '', summary, description = '', location = '' } = part
      const time = (at: (Date & { dateOnly?: true }) | undefined) => {
        if (!at) return ''
        return at.dateOnly ? localDay(at) : at.toISOString()
      }
      const texts = { summary: String(summary), description: String(description), location: String(location) }
      return [{ uid, sequence: String(sequence), start: time(start), end: time(end), status, ...texts }]
    }),
  )
}

/** Without DTEND an event of a day is that day, and one of an instant no longer than that (RFC 5545 §3.6.1). */
function endless(start: string): string {
  return start.length === 10 ? new Date(Date.parse(start) + 86_400_000).toISOString().slice(0, 10) : start
}

function localDay(at: Date): string {
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function inOrder(events: ReadEvent[]): ReadEvent[] {
  return events.sort((a, b) => (a.uid < b.uid ? -1 : 1))
}
