import * as z from 'zod/mini'
import { pictureTypes } from './photo-limits'

/** A photo as devices hear of it; in zod's small form, because browsers load it. */
export const pulledPhotoSchema = z.object({
  id: z.string(),
  /** Null: its note is gone. */
  noteId: z.nullable(z.string()),
  conferenceId: z.nullable(z.string()),
  /** Taken by whoever asks; another's is in a note that a group shares. */
  mine: z.boolean(),
  mediaType: z.enum(pictureTypes),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  takenAt: z.string(),
  caption: z.nullable(z.string()),
  /** False: the picture is still on the device that took it. */
  uploaded: z.boolean(),
  /** When it was last said what it shows; absent: before that was kept. */
  updatedAt: z.optional(z.string()),
  deletedAt: z.nullable(z.string()),
})

export type PulledPhoto = z.infer<typeof pulledPhotoSchema>
