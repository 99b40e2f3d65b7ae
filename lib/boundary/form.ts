import { z } from 'zod'
import { textField } from '@/lib/platform/fields'

/**
 * The fields of an HTML form: all text, without what no database keeps (NUL, halves of surrogate pairs); then what
 * `schema` makes of them.
 */
export function formSchema<Schema extends z.ZodType>(schema: Schema) {
  const texts = z.record(textField(), textField().trim())
  return texts.pipe(z.preprocess((fields) => fields, schema))
}

/** A text that may be left empty: null then. */
export function optionalText(max: number) {
  return textField()
    .trim()
    .max(max)
    .optional()
    .transform((text) => text || null)
}

const digits = textField().regex(/^\d+$/)

/** A whole number that may be left empty: digits alone, for whoever types "1e3" or "0x1f" meant something else. */
export const optionalCount = z
  .union([z.literal(''), digits.pipe(z.coerce.number<string>().int().min(1).max(1_000_000))])
  .optional()
  .transform((count) => count || null)
