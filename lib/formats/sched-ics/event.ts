import { shorten } from '@/lib/platform/clean-text'
import type { IcsEvent } from '../ics/lines'
import { readProperty, type IcsProperty } from '../ics/property'
import { repeatsOf } from '../ics/repeats'
import { plainLine, plainText } from '../reading/plain-text'
import { addedTimes, type EventTime } from './added-times'
import { durationMs, keyOf, momentOf, tellChanges, unknownZones, type EventReader, type Moment } from './moment'

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
  return timesOf(lines, dtstart, properties, { ...reader, summary, path }).map(
    ({ at, on, lengthMs: own = lengthMs }) => ({
      ...event,
      dateOn: on,
      startAt: at,
      endAt: at && own !== null ? new Date(at.getTime() + own) : null,
    }),
  )
}

function propertiesOf(lines: IcsEvent['lines'], { pathOf, addProblem }: EventReader): Map<string, IcsProperty[]> {
  const properties = new Map<string, IcsProperty[]>()
  for (const { number, text } of lines) {
    const property = readProperty(text)
    const of = property && properties.get(property.name)
    if (!property) addProblem('warning', pathOf(number), 'unreadable-line', text)
    else if (of) of.push(property)
    else properties.set(property.name, [property])
  }
  return properties
}

/** When the event takes place: once, or as its RRULE and RDATEs say, but for its EXDATEs. */
function timesOf(
  lines: IcsEvent['lines'],
  dtstart: IcsProperty,
  properties: Map<string, IcsProperty[]>,
  reader: EventReader & { summary: string; path: string },
): EventTime[] {
  const [rule] = lines.flatMap(({ text }) => /^RRULE[^:]*:(.*)$/i.exec(text)?.[1]?.trim() ?? [])
  const [first = ''] = dtstart.values
  const { times, cut } = rule === undefined ? { times: [first], cut: false } : repeatsOf(first.replace(/Z$/, ''), rule)
  if (cut) reader.addProblem('warning', reader.path, 'repeats-cut', `${times.length}: ${reader.summary}`)
  const zoned = times.map((time) => (/Z$/.test(first) && time.includes('T') ? `${time.replace(/Z$/, '')}Z` : time))
  tellChanges(dtstart, zoned, reader.path, reader)
  const ruled = zoned.flatMap((value) => momentOf({ ...dtstart, values: [value] }, reader) ?? [])
  const added = addedTimes(properties.get('rdate') ?? [], ruled, reader)
  const except = new Set(
    (properties.get('exdate') ?? []).flatMap((property) =>
      property.values.flatMap((value) => {
        const moment = momentOf({ ...property, values: [value] }, reader)
        return moment ? [keyOf(moment)] : []
      }),
    ),
  )
  // Of a time that is named twice, the one that says how long it is.
  const all = new Map([...ruled, ...added].map((moment) => [keyOf(moment), moment]))
  return [...all].flatMap(([key, moment]) => (except.has(key) ? [] : [moment]))
}
