import * as z from 'zod/mini'

/** What a pull tells of notes and their photos. */

const id = z.string()
const optionalText = z.nullable(z.string())

export const pulledNoteSchema = z.object({
  id,
  conferenceId: id,
  sessionId: optionalText,
  groupId: optionalText,
  /** It is no group's any more, but others may have written in it. */ together: z.optional(z.boolean()),
  place: optionalText,
  /** Base64 of the Yjs document; empty when there is no text. */
  state: z.string(),
  notedAt: z.string(),
  updatedAt: z.string(),
  deletedAt: optionalText,
  /** This person may no longer see it, or its text was deleted for good: it goes from the device. */
  isGone: z.boolean(),
  /** Where it belongs whose conference was deleted. */
  belonged: z.optional(
    z.object({
      conference: z.string(),
      timeZone: z.string(),
      since: z.string(),
      session: z.optional(z.string()),
      day: z.optional(z.string()),
      startAt: z.optional(z.string()),
    }),
  ),
})
export const pulledPhotoSchema = z.object({
  id,
  noteId: optionalText,
  conferenceId: optionalText,
  mine: z.boolean(),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  bytes: z.number(),
  width: z.number(),
  height: z.number(),
  takenAt: z.string(),
  caption: optionalText,
  uploaded: z.boolean(),
  /** By the server's clock: when it was last said. */ updatedAt: z.optional(z.string()),
  deletedAt: optionalText,
})

export type PulledNote = z.output<typeof pulledNoteSchema>
export type PulledPhotoRow = z.output<typeof pulledPhotoSchema>
