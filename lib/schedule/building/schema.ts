import { z } from 'zod'
import { lineField, textField } from '@/lib/platform/fields'
import { MOST_FLOOR_NAME, MOST_FLOORS, WIDEST_METRES } from './plan-limits'

export const floorNameField = () => lineField().min(1, 'required').max(MOST_FLOOR_NAME, 'too-long')

const share = z.number().min(0).max(1)
export const placeSchema = z.object({ floor: z.uuid(), x: share, y: share }).nullable()

/** Of the picture's whole width. */
export const metresField = z.number().positive().max(WIDEST_METRES).nullable()

export const floorOrderSchema = z
  .array(z.uuid())
  .max(MOST_FLOORS)
  .refine((ids) => new Set(ids).size === ids.length)

/** A c3nav is on the open web, and people are led there: https, without a password in it. */
export const c3navField = textField()
  .trim()
  .pipe(
    z.union([
      z.literal(''),
      z
        .url({ protocol: /^https$/ })
        .max(500)
        .refine((url) => !/^https:[/\\]*[^/?#]*@/.test(url)),
    ]),
  )
  .transform((url) => url || null)
