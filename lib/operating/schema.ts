import { z } from 'zod'
import { lineField } from '@/lib/platform/fields'

/** Why something is blocked or taken down; whom it is about reads it. */
const reasonField = lineField().max(500)

/** What is taken from somebody is not taken without a word. */
const neededReasonField = reasonField.min(1)

export const blockSchema = z.object({ person: z.uuid(), reason: neededReasonField })
export const unblockSchema = z.object({ person: z.uuid(), reason: reasonField })
export const takeDownSchema = z.object({ id: z.uuid(), reason: neededReasonField })
export const putBackSchema = z.object({ id: z.uuid(), reason: reasonField })

/** More than a name has says nothing more. */
const soughtField = lineField()
  .transform((text) => text.slice(0, 200))
  .catch('')

/** What follows the address of the page: what is looked for, and how many pages in. */
export const operatorQuerySchema = z.object({
  people: soughtField,
  conferences: soughtField,
})
