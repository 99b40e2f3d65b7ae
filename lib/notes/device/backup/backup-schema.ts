import * as z from 'zod/mini'
import { storable } from '@/lib/platform/clean-text'
import { id, instant, line, lines } from '@/lib/sync/client/backup-fields'
import { LONGEST_SIDE } from '@/lib/platform/pictures/picture-types'
import { MOST_CAPTION } from '../../pictures/photo-limits'

/**
 * What a backup's hallway.json holds. A version that is not known is refused; fields that are not known are left alone.
 */
export const BACKUP_FORMAT = 'hallway-backup'
export const BACKUP_VERSION = 1

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/))
const side = z.int().check(z.minimum(1), z.maximum(LONGEST_SIDE))
const path = z.optional(z.string())

export const backupHeadSchema = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.number(),
  /** Whose store it was; null: a guest's. */ person: z.nullable(z.string()),
  madeAt: instant,
})

/** Of which conferences the rest is, so that it can be found where none of them was opened yet. */
export const backupConferenceSchema = z.object({
  id,
  slug: z.string().check(z.regex(/^[a-z0-9-]{1,200}$/)),
  name: line(200).check(z.minLength(1)),
})
export const backupNoteSchema = z.object({
  id,
  conferenceId: id,
  sessionId: z.optional(id),
  groupId: z.optional(id),
  together: z.optional(z.boolean()),
  place: z.optional(line(200)),
  notedAt: instant,
  updatedAt: instant,
  deletedAt: z.optional(instant),
  /** What it reads as. */
  text: z.string().check(z.overwrite(storable)),
  /** The Yjs document, which is what merges. */
  state: base64,
})
export const backupPhotoSchema = z.object({
  id,
  noteId: id,
  conferenceId: id,
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  width: side,
  height: side,
  bytes: z.number(),
  takenAt: instant,
  caption: z.optional(lines(MOST_CAPTION)),
  /** Its picture's path in the zip; absent when this device did not have the picture. */
  file: path,
})

export type BackupConference = z.infer<typeof backupConferenceSchema>
export type BackupNote = z.infer<typeof backupNoteSchema>
export type BackupPhoto = z.infer<typeof backupPhotoSchema>
