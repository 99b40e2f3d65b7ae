import { z } from 'zod'
import { idField, instantField, textField } from '@/lib/platform/fields'
import { LONGEST_SIDE, pictureTypes } from '@/lib/platform/pictures/picture-types'
import { MOST_CAPTION } from './photo-limits'

const side = z.number().int().min(1).max(LONGEST_SIDE)

/**
 * Puts a photo into a note, or says something else of it. Its bytes come by themselves; until then this is what is
 * known of them.
 */
export const setPhotoSchema = z.object({
  id: idField(),
  noteId: idField(),
  /** Empty: none any more; absent: it stays. */
  caption: textField().trim().max(MOST_CAPTION).optional(),
  takenAt: instantField(),
  /** As of a pick. */
  asOf: instantField().optional(),
  mediaType: z.enum(pictureTypes),
  width: side,
  height: side,
})

export const deletePhotoSchema = z.object({ id: idField() })

export type SetPhoto = z.output<typeof setPhotoSchema>
export type DeletePhoto = z.output<typeof deletePhotoSchema>
