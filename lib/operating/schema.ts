import { z } from 'zod'
import { lineField } from '@/lib/platform/fields'

/** Why something is blocked or taken down; whom it is about reads it. */
const reasonField = lineField().max(500)

export const actOnPersonSchema = z.object({ person: z.uuid(), reason: reasonField })
export const actOnConferenceSchema = z.object({ id: z.uuid(), reason: reasonField })

/** More than a name has says nothing more. */
const soughtField = lineField()
  .transform((text) => text.slice(0, 200))
  .catch('')

/** What follows the address of the page: what is looked for, and how many pages in. */
export const operatorQuerySchema = z.object({
  people: soughtField,
  conferences: soughtField,
})
