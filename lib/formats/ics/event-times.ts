import { addDays, DAY_MS } from '@/lib/platform/time'
import { addedTimes, MOST_READ, type EventTime } from './added-times'
import type { IcsEvent } from './lines'
import {
  clocksOfProperty,
  durationMs,
  keyOf,
  likeStart,
  momentOf,
  onClocksOf,
  tellChanges,
  unknownZones,
  type EventReader,
  type Moment,
} from './moment'
import { ruleInWords } from './old-rule'
import type { IcsProperty } from './property'
import { LONGEST_CONFERENCE_MS, repeatsOf } from './repeats'
import type { WallClock } from './zones'

/** When an event takes place, once: at an instant, or on a day. */
export type TimeOfEvent = { dateOn: string | null; startAt: Date | null; endAt: Date | null }

type Properties = Map<string, IcsProperty[]>
type TimeReader = EventReader & { summary: string; path: string }

/**
 * When the event takes place: once, or as its RRULEs and RDATEs say, but for its EXDATEs; a whole-day event on each of
 * its days. With a problem for each thing that is not read as it is written.
 */
export function timesOfEvent(lines: IcsEvent['lines'], properties: Properties, reader: TimeReader): TimeOfEvent[] {
  const [start, end] = [properties.get('dtstart')?.[0], properties.get('dtend')?.[0]]
  const first = momentOf(start, reader)
  if (!start || !first) return []
  const till = end && onClocksOf(start, end)
  for (const tzid of unknownZones([start, ...(end ? [end] : [])], reader))
    reader.addProblem('warning', reader.path, 'zone-unknown', `${tzid}: ${reader.summary}`)
  if (till) tellChanges(till, till.values.slice(0, 1), reader.path, reader)
  const lengthMs = lengthOf(first, momentOf(till, reader), properties)
  if (lengthMs === null && properties.has('duration') && !end)
    reader.addProblem('warning', reader.path, 'duration-unreadable', reader.summary)
  return startsOf(lines, start, properties, reader).flatMap(({ at, on, lengthMs: own = lengthMs }): TimeOfEvent[] =>
    at
      ? [{ dateOn: null, startAt: at, endAt: own === null ? null : new Date(at.getTime() + own) }]
      : daysOf(on, own, reader).map((dateOn) => ({ dateOn, startAt: null, endAt: null })),
  )
}

function lengthOf(start: Moment, end: Moment | null, properties: Properties): number | null {
  if (start.at && end?.at) return end.at.getTime() - start.at.getTime()
  if (start.on && end?.on) return Date.parse(end.on) - Date.parse(start.on)
  return durationMs(properties.get('duration')?.[0]?.values[0] ?? '')
}

/** The days of an event without a time; the end of such an event is the day after. */
function daysOf(first: string, lengthMs: number | null, { path, summary, addProblem }: TimeReader): string[] {
  if (lengthMs !== null && lengthMs > LONGEST_CONFERENCE_MS) {
    addProblem('warning', path, 'lasts-too-long', summary)
    return [first]
  }
  const count = Math.max(1, Math.ceil((lengthMs ?? 0) / DAY_MS))
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

function startsOf(
  lines: IcsEvent['lines'],
  start: IcsProperty,
  properties: Properties,
  reader: TimeReader,
): EventTime[] {
  const { path, summary, addProblem } = reader
  const [first = ''] = start.values
  const isUtc = first.endsWith('Z')
  const bounds = { lastOn: reader.lastOn, clocks: isUtc ? utc : clocksOfProperty(start, reader) }
  const walls = new Set([first.replace(/Z$/, '')])
  for (const rule of rulesOf(lines)) {
    const { times, cut } = repeatsOf(first.replace(/Z$/, ''), rule, bounds)
    for (const time of times) walls.add(time)
    if (cut) addProblem('warning', path, 'repeats-cut', `${times.length}: ${summary}`)
  }
  if (properties.has('exrule')) addProblem('warning', path, 'repeats-cut', `EXRULE: ${summary}`)
  const zoned = [...walls].map((time) => (isUtc && time.includes('T') ? `${time}Z` : time))
  tellChanges(start, zoned, path, reader)
  const ruled = zoned.flatMap((value) => momentOf({ ...start, values: [value] }, reader) ?? [])
  const valuesOf = (name: string) => (properties.get(name) ?? []).map((property) => onClocksOf(start, property))
  const added = addedTimes(valuesOf('rdate'), ruled, reader)
  const except = exceptionsOf(valuesOf('exdate'), start, reader)
  // Of a time that is named twice, the one that says how long it is.
  const all = new Map([...ruled, ...added].map((moment) => [keyOf(moment), moment]))
  return [...all].flatMap(([key, moment]) => (except.has(key) ? [] : [moment]))
}

const utc: WallClock = (wall) => new Date(`${wall}Z`)

/** Read from the lines: what ical.js makes of a rule it cannot read is nothing. */
function rulesOf(lines: IcsEvent['lines']): Set<string> {
  return new Set(lines.flatMap(({ text }) => /^RRULE[^:]*:(.*)$/i.exec(text)?.[1]?.trim() ?? []).map(ruleInWords))
}

/** The moments that EXDATEs name: of an event with a time also by the day alone, as many calendars write them. */
function exceptionsOf(exdates: IcsProperty[], start: IcsProperty, reader: EventReader): Set<string> {
  const named = new Map(
    exdates.flatMap((property) =>
      property.values.map((value) => [
        `${String(property.parameters.tzid)} ${value}`,
        { ...property, values: [value] },
      ]),
    ),
  )
  return new Set(
    [...named.values()].slice(0, MOST_READ).flatMap((property) => {
      const moment = momentOf(likeStart(start, property), reader)
      return moment ? [keyOf(moment)] : []
    }),
  )
}
