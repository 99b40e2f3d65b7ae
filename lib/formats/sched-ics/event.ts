import ICAL from 'ical.js'
import { z } from 'zod'
import { shorten } from '@/lib/platform/clean-text'
import type { IcsEvent } from '../ics/lines'
import { readProperty, type IcsProperty } from '../ics/property'
import { repeatsOf } from '../ics/repeats'
import { tellClockChange } from '../reading/clock-changes'
import { plainLine, plainText } from '../reading/plain-text'
import type { ProgramDraft } from '../reading/program-draft'
import type { Clocks } from '../ics/zones'

/**
 * A VEVENT of sched.com with its texts made plain; what its SUMMARY and LOCATION mean is decided over the whole file.
 */
export type SchedEvent = {
  path: string
  uid: string | null
  summary: string
  description: string | null
  category: string | null
  place: string
  /** Date of an event without a time; else null. */
  dateOn: string | null
  startAt: Date | null
  endAt: Date | null
  url: string | null
  cancelled: boolean
  /** Of one time of a repeated event: the time instead of which it takes place. */
  insteadOf: Moment | null
}

/** More than anything that is kept, and little enough to look for people and places in. */
const LONGEST = 1_000

export type Moment = { at: Date; on: null } | { at: null; on: string }

export type EventReader = {
  pathOf: (line: number) => string
  /** Of times without "Z" and without a TZID. */
  clocks: Clocks
  /** Of a TZID; null for one that says nothing. */
  clocksOf: (tzid: string) => Clocks | null
  addProblem: ProgramDraft['addProblem']
}

/**
 * Reads one event, at all times at which it repeats; none, with a problem, when it has no title or no usable start.
 * DTSTAMP and SEQUENCE tell nothing in this format.
 */
export function readEvent({ line, lines }: IcsEvent, reader: EventReader): SchedEvent[] {
  const { pathOf, addProblem } = reader
  const path = pathOf(line)
  const properties = propertiesOf(lines, reader)
  const textOf = (name: string) => properties.get(name)?.[0]?.values.join(', ') ?? ''
  const [dtstart, dtend] = [properties.get('dtstart')?.[0], properties.get('dtend')?.[0]]

  const summary = shorten(plainLine(textOf('summary')), LONGEST)
  const start = momentOf(dtstart, reader)
  const end = momentOf(dtend, reader)
  if (!summary) addProblem('error', path, 'title-missing', textOf('uid'))
  else if (!start) addProblem('error', path, 'start-missing', summary)
  else if (dtend && !end) addProblem('warning', path, 'time-unreadable', summary)
  if (!summary || !start || !dtstart) return []
  for (const tzid of unknownZones([dtstart, ...(dtend ? [dtend] : [])], reader))
    addProblem('warning', path, 'zone-unknown', `${tzid}: ${summary}`)

  if (dtend) tellChanges(dtend, dtend.values.slice(0, 1), path, reader)
  const lengthMs = end?.at && start.at ? end.at.getTime() - start.at.getTime() : durationMs(textOf('duration'))
  const event = {
    path,
    uid: plainLine(textOf('uid')) || null,
    summary,
    description: plainText(textOf('description')),
    category: plainLine(textOf('categories')) || null,
    place: shorten(plainLine(textOf('location')), LONGEST),
    url: textOf('url').trim() || null,
    cancelled: /^cancelled$/i.test(textOf('status')),
    insteadOf: momentOf(properties.get('recurrence-id')?.[0], reader),
  }
  return timesOf(lines, dtstart, properties, { ...reader, summary, path }).map((moment) => ({
    ...event,
    dateOn: moment.on,
    startAt: moment.at,
    endAt: moment.at && lengthMs !== null ? new Date(moment.at.getTime() + lengthMs) : null,
  }))
}

function propertiesOf(lines: IcsEvent['lines'], { pathOf, addProblem }: EventReader): Map<string, IcsProperty[]> {
  const properties = new Map<string, IcsProperty[]>()
  for (const { number, text } of lines) {
    const property = readProperty(text)
    if (!property) addProblem('warning', pathOf(number), 'unreadable-line', text)
    else properties.set(property.name, [...(properties.get(property.name) ?? []), property])
  }
  return properties
}

/** When the event takes place: once, or as its RRULE and RDATEs say, but for its EXDATEs. */
function timesOf(
  lines: IcsEvent['lines'],
  dtstart: IcsProperty,
  properties: Map<string, IcsProperty[]>,
  reader: EventReader & { summary: string; path: string },
): Moment[] {
  const [rule] = lines.flatMap(({ text }) => /^RRULE[^:]*:(.*)$/i.exec(text)?.[1]?.trim() ?? [])
  const [first = ''] = dtstart.values
  const { times, cut } = rule === undefined ? { times: [first], cut: false } : repeatsOf(first.replace(/Z$/, ''), rule)
  if (cut) reader.addProblem('warning', reader.path, 'repeats-cut', `${times.length}: ${reader.summary}`)
  const zoned = times.map((time) => (/Z$/.test(first) && time.includes('T') ? `${time.replace(/Z$/, '')}Z` : time))
  tellChanges(dtstart, zoned, reader.path, reader)
  const momentsOf = (name: string) =>
    (properties.get(name) ?? []).flatMap((property) =>
      property.values.flatMap((value) => momentOf({ ...property, values: [value] }, reader) ?? []),
    )
  const except = new Set(momentsOf('exdate').map(keyOf))
  const more = momentsOf('rdate')
  if (more.length < (properties.get('rdate') ?? []).flatMap(({ values }) => values).length)
    reader.addProblem('warning', reader.path, 'time-unreadable', `RDATE: ${reader.summary}`)
  const all = [...zoned.flatMap((value) => momentOf({ ...dtstart, values: [value] }, reader) ?? []), ...more]
  return [
    ...new Map(all.filter((moment) => !except.has(keyOf(moment))).map((moment) => [keyOf(moment), moment])).values(),
  ]
}

/** The same text for the same moment. */
export function keyOf({ at, on }: Moment): string {
  return at ? at.toISOString() : on
}

function momentOf(property: IcsProperty | undefined, { clocks, clocksOf }: EventReader): Moment | null {
  const [value = ''] = property?.values ?? []
  if (z.iso.date().safeParse(value).success) return { at: null, on: value }
  if (z.iso.datetime().safeParse(value).success) return { at: new Date(value), on: null }
  if (!z.iso.datetime({ local: true }).safeParse(value).success) return null
  const tzid = property?.parameters.tzid
  const at = ((typeof tzid === 'string' ? clocksOf(tzid) : null) ?? clocks)(value)
  return at && !Number.isNaN(at.getTime()) ? { at, on: null } : null
}

function tellChanges(
  { parameters: { tzid } }: IcsProperty,
  values: string[],
  path: string,
  { clocks, clocksOf, addProblem }: EventReader,
): void {
  const own = (typeof tzid === 'string' ? clocksOf(tzid) : null) ?? clocks
  for (const value of values)
    if (z.iso.datetime({ local: true }).safeParse(value).success && !value.endsWith('Z'))
      tellClockChange(value, own, path, addProblem)
}

function unknownZones(properties: IcsProperty[], { clocksOf }: EventReader): Set<string> {
  const named = properties.flatMap(({ parameters: { tzid }, values: [value = ''] }) =>
    typeof tzid === 'string' && !value.endsWith('Z') && value.includes('T') ? [tzid] : [],
  )
  return new Set(named.filter((tzid) => clocksOf(tzid) === null))
}

function durationMs(text: string): number | null {
  if (!/^P[\dWDTHMS]{1,20}$/i.test(text)) return null
  try {
    return ICAL.Duration.fromString(text.toUpperCase()).toSeconds() * 1000
  } catch {
    // ical.js throws for a length that it cannot read, its only way to say so.
    return null
  }
}
