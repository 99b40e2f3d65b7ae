import ICAL from 'ical.js'
import { z } from 'zod'
import { dateValues, isDateProperty } from './date-values'
import { headOf } from './unfold'

/**
 * A property of a calendar: its texts unescaped, its dates as "2026-03-22T07:00:00Z" or "2026-03-22", whatever type
 * they say they are of; a period as a list in JSON.
 */
export type IcsProperty = { name: string; parameters: Record<string, unknown>; type: string; values: string[] }

const jcalSchema = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()], z.unknown())

/** A rule (RRULE) is an object without a text of its own; what is structured is a list. */
function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/**
 * Reads one unfolded content line; null when it is no property at all. A raw ";" in a text stays text. Of parameters
 * that cannot be read the value is read without them.
 */
export function readProperty(line: string): IcsProperty | null {
  const [head, value] = splitLine(line)
  const [name = ''] = /^[\w-]+/.exec(head) ?? []
  if (!name) return null
  if (!isDateProperty(name)) return read(`${head}:${value}`) ?? read(`${name}:${value}`)
  const property = read(`${head.replace(/;VALUE=[^;]*/i, '')}:${ANY_DATE}`) ?? read(`${name}:${ANY_DATE}`)
  return property && { ...property, values: dateValues(value) }
}

const ANY_DATE = '20000101T000000'

/** A line at its first colon outside of quotes, else at its last one, as where a quote is not closed: tidied. */
function splitLine(line: string): [head: string, value: string] {
  const head = headOf(line)
  if (head) return [tidy(head.slice(0, -1)), line.slice(head.length)]
  const [, broken = '', value = ''] = /^([^:]*".*):(.*)$/s.exec(line) ?? []
  return [tidy(broken.replace(/"/g, '')), value.replace(/"$/, '')]
}

/** Without blanks around names and values, and without parameters that are nothing. */
function tidy(head: string): string {
  return head
    .replace(/"[^"]*"|\s*;[\s;]*|\s*=\s*/g, (part) => (part.startsWith('"') ? part : part.includes('=') ? '=' : ';'))
    .replace(/;$/, '')
    .trim()
}

function read(line: string): IcsProperty | null {
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
