import { z } from 'zod'
import { dayField, idField, textField } from '@/lib/platform/fields'

const MOST_PINNED = 10_000

/** What organizers ask for, as their page sends it. */
export const wishSchema = z.object({
  conference: textField(),
  day: dayField(),
  what: z.enum(['rooms', 'times', 'both']),
  mostMoves: z.number().int().min(1).max(200),
  pinned: z.array(idField()).max(MOST_PINNED).readonly(),
})
