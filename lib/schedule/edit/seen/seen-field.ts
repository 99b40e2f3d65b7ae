import { z } from 'zod'
import { formSchema } from '@/lib/boundary/form'
import { textField } from '@/lib/platform/fields'

/** As a form sends it: the texts of all its fields. */
const MOST_CHARACTERS = 200_000

/**
 * What a form showed before its person began, as it says so itself, in the shape in which it says what is wanted. Null
 * where it does not, or says something else: it is only what a change is told by, and gives nobody a right.
 */
export function seenField<Schema extends z.ZodType>(schema: Schema) {
  return textField()
    .max(MOST_CHARACTERS)
    .optional()
    .catch(undefined)
    .transform((text): z.output<Schema> | null => formSchema(schema).safeParse(parsed(text)).data ?? null)
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
