import ICAL from 'ical.js'
import { z } from 'zod'
import type { IcsProperty } from './property'
import type { WallClock } from './zones'
import { DAY_MS } from '@/lib/platform/time'
import { tellClockChange } from '../reading/clock-changes'
import type { ProgramDraft } from '../reading/program-draft'

export type Moment = { at: Date; on: null } | { at: null; on: string }

const [day, instant, wallTime] = [z.iso.date(), z.iso.datetime(), z.iso.datetime({ local: true })]

export type EventReader = {
  pathOf: (line: number) => string
  /** Of times without "Z" and without a TZID. */
  clocks: WallClock
  /** Of a TZID; null for one that says nothing. */
  clocksOf: (tzid: string) => WallClock | null
  /** The last day of the conference, "YYYY-MM-DD": rules without an end go on until then. */
  lastOn: string
  addProblem: ProgramDraft['addProblem']
}

/** A text to know moments by: an instant as ISO in UTC, a date alone as "YYYY-MM-DD"; the two are never equal. */
export function keyOf({ at, on }: Moment): string {
  return at ? at.toISOString() : on
}

/** The clocks of a property's wall times. */
export function clocksOfProperty({ parameters: { tzid } }: IcsProperty, { clocks, clocksOf }: EventReader): WallClock {
  return (typeof tzid === 'string' ? clocksOf(tzid) : null) ?? clocks
}

/** A property of an event on the clocks of its start, unless it names its own. */
export function onClocksOf(start: IcsProperty | undefined, property: IcsProperty): IcsProperty {
  const { tzid } = start?.parameters ?? {}
  return tzid === undefined ? property : { ...property, parameters: { tzid, ...property.parameters } }
}

/** A date or a time of an event as its start is one: a date has the start's time, of a time the date alone counts. */
export function likeStart({ values: [start = ''] }: IcsProperty, property: IcsProperty): IcsProperty {
  const [value = ''] = property.values
  if (start.includes('T') === value.includes('T')) return property
  return { ...property, values: [start.includes('T') ? `${value}${start.slice(10)}` : value.slice(0, 10)] }
}

/** The moment that the first value of a property names; null when it is none. */
export function momentOf(property: IcsProperty | undefined, reader: EventReader): Moment | null {
  const [value = ''] = property?.values ?? []
  if (day.safeParse(value).success) return { at: null, on: value }
  if (instant.safeParse(value).success) return { at: new Date(value), on: null }
  if (!property || !wallTime.safeParse(value).success) return null
  const at = clocksOfProperty(property, reader)(value)
  return at && !Number.isNaN(at.getTime()) ? { at, on: null } : null
}

/**
 * Adds a problem for each value that its clocks skip or show twice in the night of a change.
 * @param values wall times of one property
 * @param path where the problem is
 */
export function tellChanges(property: IcsProperty, values: string[], path: string, reader: EventReader): void {
  const own = clocksOfProperty(property, reader)
  for (const value of values)
    if (wallTime.safeParse(value).success && !value.endsWith('Z')) tellClockChange(value, own, path, reader.addProblem)
}

/** The TZIDs by which values of these properties are to be read, and which say nothing. */
export function unknownZones(properties: IcsProperty[], { clocksOf }: EventReader): Set<string> {
  const named = properties.flatMap(({ parameters: { tzid }, values: [value = ''] }) =>
    typeof tzid === 'string' && !value.endsWith('Z') && value.includes('T') ? [tzid] : [],
  )
  return new Set(named.filter((tzid) => clocksOf(tzid) === null))
}

/** Of years, of which nobody means an event. */
const LONGEST_MS = 10_000 * DAY_MS

/** The length that a DURATION says; null when it is none, or longer than anything. */
export function durationMs(text: string): number | null {
  if (!/^\+?P[\dWDTHMS]{1,20}$/i.test(text)) return null
  try {
    const lengthMs = ICAL.Duration.fromString(text.toUpperCase()).toSeconds() * 1000
    return Math.abs(lengthMs) <= LONGEST_MS ? lengthMs : null
  } catch {
    // ical.js throws for a length that it cannot read, its only way to say so.
    return null
  }
}
