import type { Problem } from '@/lib/platform/errors'

/** One content line of a calendar, unfolded; `number` is where it begins in the file, from 1. */
export type IcsLine = { number: number; text: string }

/** The content lines of one VEVENT without its BEGIN and END, and without what is nested in it (alarms). */
export type IcsEvent = { line: number; lines: IcsLine[] }

export type IcsParts = {
  calendar: IcsLine[]
  events: IcsEvent[]
  /** The lines of each VTIMEZONE, its BEGIN and END too. */ zones: string[][]
  problems: Problem[]
}

/**
 * Takes a calendar apart without trusting its structure: each VEVENT with its line, the calendar's own properties,
 * and a problem for every run of lines that stands outside, every event that is not closed, and a missing end.
 * Lines may end with CRLF, LF or CR, and may be folded or not (RFC 5545, 3.1).
 * @param bytes UTF-8
 */
export function splitIcs(bytes: Uint8Array): IcsParts {
  const parts: IcsParts = { calendar: [], events: [], zones: [], problems: [] }
  let event: IcsEvent | null = null
  let nested: string | null = null
  let ended = false
  let strays: IcsLine[] = []

  for (const line of unfold(bytes)) {
    const [, edge, component] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(line.text)?.map((part) => part.toUpperCase()) ?? []
    if (nested === 'VTIMEZONE') parts.zones.at(-1)?.push(line.text)
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
      if (nested === 'VTIMEZONE') parts.zones.push([line.text])
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
  if (!ended)
    parts.problems.push({
      severity: 'warning',
      path: 'end of file',
      code: 'file-cut-short',
      detail: 'END:VCALENDAR is missing',
    })
  return parts
}

/** A line may be folded inside a character: lines are joined as bytes, then read. */
function unfold(bytes: Uint8Array): IcsLine[] {
  const lines: { number: number; pieces: Uint8Array[] }[] = []
  let number = 0
  for (const physical of physicalLines(bytes)) {
    number++
    const previous = lines.at(-1)
    if ((physical[0] === SPACE || physical[0] === TAB) && previous) previous.pieces.push(physical.subarray(1))
    else lines.push({ number, pieces: [physical] })
  }
  const decoder = new TextDecoder()
  return lines
    .map(({ number, pieces }) => ({ number, text: decoder.decode(Buffer.concat(pieces)) }))
    .filter(({ text }) => text.trim() !== '')
}

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32]

function* physicalLines(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LF && bytes[at] !== CR) continue
    yield bytes.subarray(from, at)
    if (bytes[at] === CR && bytes[at + 1] === LF) at++
    from = at + 1
  }
  yield bytes.subarray(from)
}

/** In a file whose first BEGIN:VEVENT was cut, the event's properties follow the calendar's without a border. */
function belongsToEvent(line: IcsLine): boolean {
  return /^(DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|CATEGORIES|LOCATION|SEQUENCE|UID|URL|STATUS)[:;]/i.test(
    line.text,
  )
}

function reportStrays(strays: IcsLine[], parts: IcsParts): void {
  const [first] = strays
  if (!first) return
  const shown = strays.find((line) => /^SUMMARY[:;]/i.test(line.text)) ?? first
  parts.problems.push({
    severity: 'error',
    path: `line ${first.number}`,
    code: 'outside-event',
    detail: shown.text.slice(0, 200),
  })
}

function notClosed(event: IcsEvent): Problem {
  return { severity: 'warning', path: `line ${event.line}`, code: 'event-not-closed', detail: 'END:VEVENT is missing' }
}
