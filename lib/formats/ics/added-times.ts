import { z } from 'zod'
import type { IcsProperty } from './property'
import { LONGEST_CONFERENCE_MS, MOST_REPEATS } from './repeats'
import { durationMs, momentOf, tellChanges, unknownZones, type EventReader, type Moment } from './moment'

/** One time of an event; `lengthMs`: as long as that, whatever its others are. */
export type EventTime = Moment & { lengthMs?: number }

/** Whoever writes more names the same times again, or means no conference. */
export const MOST_READ = 2_000

const periodSchema = z.tuple([z.string(), z.string()])

/**
 * The times that an event's RDATEs add to those of its rule: moments, days, or periods with an end or a length of their
 * own, on the clocks that each RDATE names. With a problem for what cannot be read, is far from the event's first time,
 * or is more than is kept.
 * @param ruled those of its rule, the first one first
 */
export function addedTimes(
  rdates: readonly IcsProperty[],
  ruled: readonly Moment[],
  reader: EventReader & { summary: string; path: string },
): EventTime[] {
  const { path, summary, addProblem } = reader
  const values = rdates.flatMap(({ values, ...property }) => values.map((value) => ({ ...property, values: [value] })))
  const read = values.slice(0, MOST_READ).map((property) => ({ property, time: readTime(property, reader) }))
  const near = read.filter(({ time }) => time && isNear(time, ruled[0]))
  const kept = near.slice(0, Math.max(0, MOST_REPEATS - ruled.length))
  if (read.some(({ time }) => !time)) addProblem('warning', path, 'time-unreadable', `RDATE: ${summary}`)
  if (near.length < read.filter(({ time }) => time).length) addProblem('warning', path, 'repeats-far', summary)
  if (values.length > MOST_READ || kept.length < near.length)
    addProblem('warning', path, 'repeats-cut', `${ruled.length + kept.length}: ${summary}`)
  const properties = kept.map(({ property: { values, ...property } }) => ({
    ...property,
    values: [periodOf(values[0])?.[0] ?? values[0] ?? ''],
  }))
  for (const tzid of unknownZones(properties, reader))
    addProblem('warning', path, 'zone-unknown', `${tzid}: ${summary}`)
  for (const property of properties) tellChanges(property, property.values, path, reader)
  return kept.flatMap(({ time }) => time ?? [])
}

function readTime(property: IcsProperty, reader: EventReader): EventTime | null {
  const [value] = property.values
  const period = periodOf(value)
  if (!period) return momentOf(property, reader)
  const [from, till] = period
  const start = momentOf({ ...property, values: [from] }, reader)
  const end = momentOf({ ...property, values: [till] }, reader)
  const lengthMs = start?.at && end?.at ? end.at.getTime() - start.at.getTime() : durationMs(till)
  return start?.at && lengthMs !== null && lengthMs >= 0 ? { ...start, lengthMs } : null
}

/** The start of a period, and its end or its length. */
function periodOf(value = ''): [string, string] | null {
  return value.startsWith('[') ? (periodSchema.safeParse(JSON.parse(value)).data ?? null) : null
}

function isNear(time: Moment, first: Moment | undefined): boolean {
  return first === undefined || Math.abs(msOf(time) - msOf(first)) <= LONGEST_CONFERENCE_MS
}

function msOf({ at, on }: Moment): number {
  return at ? at.getTime() : Date.parse(on)
}
