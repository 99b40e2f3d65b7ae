import { z } from 'zod'
import { LONGEST_SIDE, MOST_CAPTION, pictureTypes } from './photo-limits'

const side = z.number().int().min(1).max(LONGEST_SIDE)

/** Puts a photo into a note, or says something else of it. Its bytes come by themselves; until then this is what is known of them. */
export const setPhotoSchema = z.object({
  id: z.uuid(),
  noteId: z.uuid(),
  /** Empty: none any more; absent: it stays. */
  caption: z.string().trim().max(MOST_CAPTION).optional(),
  takenAt: z.iso.datetime(),
  mediaType: z.enum(pictureTypes),
  width: side,
  height: side,
})

export const deletePhotoSchema = z.object({ id: z.uuid() })

export type SetPhoto = z.output<typeof setPhotoSchema>
export type DeletePhoto = z.output<typeof deletePhotoSchema>
