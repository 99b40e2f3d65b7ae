import { z } from 'zod'
import { lineField } from '@/lib/platform/fields'

/** What is taken from somebody is not taken without a word, which they read. */
const reasonField = lineField().min(1).max(500)

export const blockSchema = z.object({ person: z.uuid(), reason: reasonField })
export const unblockSchema = z.object({ person: z.uuid() })
export const takeDownSchema = z.object({ id: z.uuid(), reason: reasonField })
export const putBackSchema = z.object({ id: z.uuid() })

/** More than a name has says nothing more. */
const soughtField = lineField()
  .transform((text) => text.slice(0, 200))
  .catch('')

/** What follows the address of the page: what is looked for, and how many pages in. */
export const operatorQuerySchema = z.object({
  people: soughtField,
  conferences: soughtField,
})
