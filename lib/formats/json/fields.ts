import { z } from 'zod'
import { limits } from '@/lib/program/program'
import { plainLine, plainText } from '../reading/plain-text'

// What the JSON of most tools is made of: whatever is missing is null, never undefined, and texts come in by the one
// door.

/** A text or a number that identifies. */
export const jsonId = z.union([z.string().min(1).max(limits.name), z.number()]).transform(String)

/** The same where it may be missing; an empty one is none. */
export const maybeJsonId = z
  .union([z.string().max(limits.name), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)))

/** A text on one line that has to be there. */
export const jsonLine = z.string().transform(plainLine)

/** A text on one line; null when nothing is left. */
export const jsonText = jsonLine.nullish().transform((value) => value || null)

/** A text of several lines, HTML or not. */
export const jsonProse = z
  .string()
  .nullish()
  .transform((value) => plainText(value ?? ''))

/** An identifier's or an address's own text, as it is. */
export const jsonWord = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)

export const jsonFlag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)

/** A number of people, written as a number or as digits; null for none, and for 0, which means no limit. */
export const jsonCount = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => {
    const number = typeof value === 'string' ? (/^\d{1,7}$/.test(value.trim()) ? Number(value) : 0) : (value ?? 0)
    return Number.isInteger(number) && number >= 1 && number <= 1_000_000 ? number : null
  })

/** A list that may be missing. */
export function jsonList<Schema extends z.ZodType>(schema: Schema) {
  return z
    .array(schema)
    .nullish()
    .transform((values) => values ?? [])
}
