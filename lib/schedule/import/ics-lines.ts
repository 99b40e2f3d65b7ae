import type { Problem } from '@/lib/platform/errors'

/** One content line of a calendar, unfolded; `number` is where it begins in the file, from 1. */
export type IcsLine = { number: number; text: string }

/** The content lines of one VEVENT without its BEGIN and END, and without what is nested in it (alarms). */
export type IcsEvent = { line: number; lines: IcsLine[] }

export type IcsParts = { calendar: IcsLine[]; events: IcsEvent[]; problems: Problem[] }

/**
 * Takes a calendar apart without trusting its structure: each VEVENT with its line, the calendar's own properties,
 * and a problem for every run of lines that stands outside, every event that is not closed, and a missing end.
 * Lines may end with CRLF, LF or CR, and may be folded or not (RFC 5545, 3.1).
 */
export function splitIcs(text: string): IcsParts {
  const parts: IcsParts = { calendar: [], events: [], problems: [] }
  let event: IcsEvent | null = null
  let nested: string | null = null
  let ended = false
  let strays: IcsLine[] = []

  for (const line of unfold(text)) {
    const [, edge, component] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line.text)?.map((part) => part.toUpperCase()) ?? []
    if (nested) {
      if (edge === 'END' && component === nested) nested = null
    } else if (edge === 'BEGIN' && component === 'VEVENT') {
      if (event) parts.problems.push(notClosed(event))
      reportStrays(strays, parts)
      strays = []
      event = { line: line.number, lines: [] }
      parts.events.push(event)
    } else if (edge === 'END' && component === 'VEVENT') {
      if (!event) reportStrays([...strays, line], parts)
      strays = []
      event = null
    } else if (component === 'VCALENDAR') {
      ended = edge === 'END'
    } else if (edge === 'BEGIN') {
      nested = component ?? null
    } else if (event) {
      event.lines.push(line)
    } else if (parts.events.length === 0 && !belongsToEvent(line)) {
      parts.calendar.push(line)
    } else {
      strays.push(line)
    }
  }

  reportStrays(strays, parts)
  if (event) parts.problems.push(notClosed(event))
  if (!ended) parts.problems.push({ severity: 'warning', path: 'end of file', code: 'file-cut-short', detail: 'END:VCALENDAR is missing' })
  return parts
}

function unfold(text: string): IcsLine[] {
  const lines: IcsLine[] = []
  text.split(/\r\n|\n|\r/).forEach((physical, index) => {
    const previous = lines.at(-1)
    if (/^[ \t]/.test(physical) && previous) previous.text += physical.slice(1)
    else if (physical.trim() !== '') lines.push({ number: index + 1, text: physical })
  })
  return lines
}

/** In a file whose first BEGIN:VEVENT was cut, the event's properties follow the calendar's without a border. */
function belongsToEvent(line: IcsLine): boolean {
  return /^(DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|CATEGORIES|LOCATION|SEQUENCE|UID|URL|STATUS)[:;]/i.test(line.text)
}

function reportStrays(strays: IcsLine[], parts: IcsParts): void {
  const [first] = strays
  if (!first) return
  const shown = strays.find((line) => /^SUMMARY[:;]/i.test(line.text)) ?? first
  parts.problems.push({ severity: 'error', path: `line ${first.number}`, code: 'outside-event', detail: shown.text.slice(0, 200) })
}

function notClosed(event: IcsEvent): Problem {
  return { severity: 'warning', path: `line ${event.line}`, code: 'event-not-closed', detail: 'END:VEVENT is missing' }
}
