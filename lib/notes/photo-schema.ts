import { z } from 'zod'

/** What a photo may be: what every browser shows and nothing that can hold a script. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** The most that one photo may weigh, as sent. */
export const MOST_PHOTO_BYTES = 10_000_000

export const MOST_CAPTION = 500

/** Why the bytes of a photo are not taken: they are no JPEG, PNG or still WebP; more than 10 MB; the person has 500 photos here, or 1 GB. */
export const photoRefusals = ['notAPicture', 'tooLarge', 'tooManyPhotos', 'noRoomLeft'] as const
export type PhotoRefusal = (typeof photoRefusals)[number]

const side = z.number().int().min(1).max(8192)

/** Puts a photo into a note, or says something else of it. Its bytes come by themselves; until then this is what is known of them. */
export const setPhotoSchema = z.object({
  id: z.uuid(),
  noteId: z.uuid(),
  caption: z.string().trim().max(MOST_CAPTION).optional(),
  takenAt: z.iso.datetime(),
  mediaType: z.enum(pictureTypes),
  width: side,
  height: side,
  bytes: z.number().int().min(1).max(MOST_PHOTO_BYTES),
})

export const deletePhotoSchema = z.object({ id: z.uuid() })

export type SetPhoto = z.output<typeof setPhotoSchema>
export type DeletePhoto = z.output<typeof deletePhotoSchema>
