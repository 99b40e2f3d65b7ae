import ICAL from 'ical.js'
import { z } from 'zod'

/** A property of a calendar as ical.js reads it: unescaped, dates as "2026-03-22T07:00:00Z" or "2026-03-22". */
export type IcsProperty = { name: string; parameters: Record<string, unknown>; type: string; values: string[] }

const jcalSchema = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()], z.unknown())

/** A rule (RRULE) is an object without a text of its own; what is structured is a list. */
function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Reads one unfolded content line; null when it is no property at all. A raw ";" in a text stays text. */
export function readProperty(line: string): IcsProperty | null {
  const [name, parameters, type, ...values] = jcalSchema.safeParse(parseLine(line)).data ?? []
  if (name === undefined || parameters === undefined || type === undefined) return null
  return { name, parameters, type, values: values.map(textOf) }
}

function parseLine(line: string): unknown {
  try {
    return ICAL.parse.property(line)
  } catch {
    // ical.js throws for a line without a name and a value, its only way to say so.
    return null
  }
}
