import { z } from 'zod'
import { columnMappingSchema } from './column-mapping'
import { answersSchema } from './questions'

/** What a person once said of how a source is to be read: its next files are read like that again. */
export const rememberedSchema = z.object({
  mapping: columnMappingSchema.optional().catch(undefined),
  answers: answersSchema.optional().catch(undefined),
})
export type Remembered = z.output<typeof rememberedSchema>

/** What is remembered of a source, with what was said of it now; undefined when nothing was. */
export function rememberAlso(known: Remembered, { mapping, answers }: Remembered): Remembered | undefined {
  if (!mapping && !answers) return undefined
  const both = { ...known.answers, ...answers }
  return {
    ...((mapping ?? known.mapping) && { mapping: mapping ?? known.mapping }),
    ...(Object.keys(both).length > 0 && { answers: both }),
  }
}
