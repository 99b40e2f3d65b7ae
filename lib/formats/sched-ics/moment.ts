import ICAL from 'ical.js'
import { z } from 'zod'
import type { IcsProperty } from '../ics/property'
import type { WallClock } from '../ics/zones'
import { tellClockChange } from '../reading/clock-changes'
import type { ProgramDraft } from '../reading/program-draft'

export type Moment = { at: Date; on: null } | { at: null; on: string }

export type EventReader = {
  pathOf: (line: number) => string
  /** Of times without "Z" and without a TZID. */
  clocks: WallClock
  /** Of a TZID; null for one that says nothing. */
  clocksOf: (tzid: string) => WallClock | null
  addProblem: ProgramDraft['addProblem']
}

/** The same text for the same moment. */
export function keyOf({ at, on }: Moment): string {
  return at ? at.toISOString() : on
}

/** The moment that the first value of a property names; null when it is none. */
export function momentOf(property: IcsProperty | undefined, { clocks, clocksOf }: EventReader): Moment | null {
  const [value = ''] = property?.values ?? []
  if (z.iso.date().safeParse(value).success) return { at: null, on: value }
  if (z.iso.datetime().safeParse(value).success) return { at: new Date(value), on: null }
  if (!z.iso.datetime({ local: true }).safeParse(value).success) return null
  const tzid = property?.parameters.tzid
  const at = ((typeof tzid === 'string' ? clocksOf(tzid) : null) ?? clocks)(value)
  return at && !Number.isNaN(at.getTime()) ? { at, on: null } : null
}

/**
 * Adds a problem for each value that its clocks skip or show twice in the night of a change.
 * @param values wall times of one property
 * @param path where the problem is
 */
export function tellChanges(
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

/** The TZIDs by which values of these properties are to be read, and which say nothing. */
export function unknownZones(properties: IcsProperty[], { clocksOf }: EventReader): Set<string> {
  const named = properties.flatMap(({ parameters: { tzid }, values: [value = ''] }) =>
    typeof tzid === 'string' && !value.endsWith('Z') && value.includes('T') ? [tzid] : [],
  )
  return new Set(named.filter((tzid) => clocksOf(tzid) === null))
}

/** The length that a DURATION says; null when it is none. */
export function durationMs(text: string): number | null {
  if (!/^P[\dWDTHMS]{1,20}$/i.test(text)) return null
  try {
    return ICAL.Duration.fromString(text.toUpperCase()).toSeconds() * 1000
  } catch {
    // ical.js throws for a length that it cannot read, its only way to say so.
    return null
  }
}
