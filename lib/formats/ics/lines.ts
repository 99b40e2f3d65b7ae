import type { Problem } from '@/lib/platform/errors'
import { hasMoreLines, unfold, type IcsLine } from './unfold'

// Far more than any conference has: what is read of a line or an event costs time and room.
const MOST_LINES = 500_000
const MOST_EVENTS = 20_000
const MOST_ZONES = 1_000

/** The content lines of one VEVENT without its BEGIN and END, and without what is nested in it (alarms). */
export type IcsEvent = {
  line: number
  lines: IcsLine[]
  /** The properties of the calendar that it stands in. */ header: IcsLine[]
}

export type IcsParts = {
  /** The properties of all calendars of the file, the first one's first. */ calendar: IcsLine[]
  events: IcsEvent[]
  /** The lines of each VTIMEZONE, its BEGIN and END too. */ zones: string[][]
  /** How many there are of each component that is no event: VTODO, VFREEBUSY. */ others: Map<string, number>
  problems: Problem[]
}

/**
 * Takes a file of calendars apart without trusting its structure: each VEVENT with its line, the calendars' own
 * properties, and a problem for every run of lines that stands outside, every event that is not closed, and a missing
 * end. Events without a calendar around them are read as well. Of a file of more lines than any conference has nothing
 * is read.
 * @param bytes UTF-8, but for a line that names its CHARSET
 */
export function splitIcs(bytes: Uint8Array): IcsParts {
  const splitter = startSplitting()
  if (hasMoreLines(bytes, MOST_LINES)) return { ...splitter.finish(), problems: [tooManyLines] }
  for (const line of unfold(bytes)) splitter.take(line)
  return splitter.finish()
}

function startSplitting() {
  const headers: [IcsLine[], ...IcsLine[][]] = [[]]
  const parts: Omit<IcsParts, 'calendar'> = { events: [], zones: [], others: new Map(), problems: [] }
  let event: IcsEvent | null = null
  let nested: string | null = null
  let calendar: 'none' | 'open' | 'closed' = 'none'
  let isHead = true
  let strays: IcsLine[] = []
  let left: IcsEvent | null = null

  const header = () => headers.at(-1) ?? headers[0]
  /** In a head, what may be an event's is the calendar's unless it turns out to be an event that lost its BEGIN. */
  const settleStrays = (areOfEvent: boolean) => {
    if (!isHead || areOfEvent || strays.some(({ text }) => eventOnly.test(text)))
      parts.problems.push(...outside(strays))
    else for (const line of strays) header().push(line)
    strays = []
  }
  const closeEvent = () => {
    if (event) parts.problems.push(notClosed(event))
    event = null
  }

  const edgeOfEvent = (edge: Edge, line: IcsLine) => {
    if (edge === 'BEGIN') {
      closeEvent()
      settleStrays(false)
      event = { line: line.number, lines: [], header: header() }
      if (parts.events.length < MOST_EVENTS) parts.events.push(event)
      else left ??= event
    } else if (event) event = null
    else {
      strays.push(line)
      settleStrays(true)
    }
    isHead = false
  }
  const edgeOfCalendar = (edge: Edge) => {
    settleStrays(false)
    closeEvent()
    headers.push([])
    isHead = edge === 'BEGIN'
    calendar = isHead ? 'open' : 'closed'
  }
  const beginNested = (component: string, line: IcsLine) => {
    nested = component
    if (component === 'VTIMEZONE') parts.zones.push([line.text])
    else if (!event) parts.others.set(component, (parts.others.get(component) ?? 0) + 1)
  }

  return {
    take: (line: IcsLine): void => {
      const [edge, component] = edgeOf(line)
      const isOuter = component === 'VEVENT' || component === 'VCALENDAR'
      if (nested && !isOuter) {
        if (nested === 'VTIMEZONE') parts.zones.at(-1)?.push(line.text)
        if (edge === 'END' && component === nested) nested = null
        return
      }
      // What is nested and not closed ends with what it is nested in.
      nested = null
      if (edge && component === 'VEVENT') edgeOfEvent(edge, line)
      else if (edge && component === 'VCALENDAR') edgeOfCalendar(edge)
      else if (edge === 'BEGIN' && component) beginNested(component, line)
      else if (event) event.lines.push(line)
      else if (calendarOnly.test(line.text) || (isHead && !eventToo.test(line.text))) header().push(line)
      else strays.push(line)
    },
    finish: (): IcsParts => {
      settleStrays(false)
      const isNothing = parts.events.length + parts.zones.length + parts.others.size === 0
      const isCut = calendar === 'open' || (calendar === 'none' && (event !== null || isNothing))
      closeEvent()
      if (isCut) parts.problems.push(cutShort)
      if (left) parts.problems.push(tooManyEvents(left))
      return { calendar: headers.flat(), ...parts, zones: parts.zones.slice(0, MOST_ZONES) }
    },
  }
}

type Edge = 'BEGIN' | 'END'

function edgeOf({ text }: IcsLine): [edge: Edge | null, component: string | null] {
  const [, edge, component = ''] = /^\s*(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(text) ?? []
  return edge ? [edge.toUpperCase() === 'END' ? 'END' : 'BEGIN', component.toUpperCase()] : [null, null]
}

const calendarOnly = /^(?:PRODID|VERSION|CALSCALE|METHOD|NAME|REFRESH-INTERVAL|SOURCE|X-WR-[\w-]+)[:;]/i
const eventOnly = /^(?:DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|SEQUENCE|STATUS)[:;]/i
/** Calendars may have these as well (RFC 7986). */
const eventToo =
  /^(?:DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|SEQUENCE|STATUS|DESCRIPTION|CATEGORIES|UID|URL)[:;]/i

/** In a file whose first BEGIN:VEVENT was cut, the event's properties follow the calendar's without a border. */
function outside(strays: IcsLine[]): Problem[] {
  const [first] = strays
  if (!first) return []
  const shown = strays.find((line) => /^SUMMARY[:;]/i.test(line.text)) ?? first
  return [{ severity: 'error', path: `line ${first.number}`, code: 'outside-event', detail: shown.text.slice(0, 200) }]
}

function notClosed(event: IcsEvent): Problem {
  return { severity: 'warning', path: `line ${event.line}`, code: 'event-not-closed', detail: 'END:VEVENT is missing' }
}

function tooManyEvents({ line }: IcsEvent): Problem {
  return { severity: 'error', path: `line ${line}`, code: 'too-many-sessions', detail: `> ${MOST_EVENTS}` }
}

const tooManyLines: Problem = {
  severity: 'error',
  path: `line ${MOST_LINES}`,
  code: 'too-many-rows',
  detail: String(MOST_LINES),
}

const cutShort: Problem = {
  severity: 'warning',
  path: 'end of file',
  code: 'file-cut-short',
  detail: 'END:VCALENDAR is missing',
}
