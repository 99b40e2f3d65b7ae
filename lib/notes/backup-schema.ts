import * as z from 'zod/mini'

/** What a backup's hallway.json holds. A version that is not known is refused; fields that are not known are left alone. */
export const BACKUP_FORMAT = 'hallway-backup'
export const BACKUP_VERSION = 1

const id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))
const instant = z.string().check(z.refine((text: string) => !Number.isNaN(Date.parse(text))))
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/))
const maybe = z.optional(z.string())

export const backupHeadSchema = z.object({ format: z.literal(BACKUP_FORMAT), version: z.number(), /** Whose store it was; null: a guest's. */ person: z.nullable(z.string()), madeAt: instant })

export const backupNoteSchema = z.object({
  id, conferenceId: id, sessionId: z.optional(id), groupId: z.optional(id), place: maybe, notedAt: instant, updatedAt: instant, deletedAt: z.optional(instant),
  /** What it reads as. */
  text: z.string(),
  /** The Yjs document, which is what merges. */
  state: base64,
})
export const backupPickSchema = z.object({ sessionId: id, conferenceId: id, rank: z.enum(['first', 'planB', 'hidden']), /** Of the conference: older changes of the session are no news. */ knownVersion: z.optional(z.number()) })
export const backupBlockSchema = z.object({ id, conferenceId: id, title: z.string(), startAt: instant, endAt: instant, daily: z.boolean() })
export const backupAttendanceSchema = z.object({
  sessionId: id, conferenceId: id, status: z.nullable(z.enum(['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn', 'missed'])), watchReplay: z.boolean(), findSlides: z.boolean(), reason: maybe,
})
export const backupPhotoSchema = z.object({
  id, noteId: id, conferenceId: id, mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']), width: z.number(), height: z.number(), bytes: z.number(), takenAt: instant, caption: maybe,
  /** Its picture's path in the zip; absent when this device did not have the picture. */
  file: maybe,
})

export type BackupHead = z.infer<typeof backupHeadSchema>
export type BackupNote = z.infer<typeof backupNoteSchema>
export type BackupPick = z.infer<typeof backupPickSchema>
export type BackupBlock = z.infer<typeof backupBlockSchema>
export type BackupAttendance = z.infer<typeof backupAttendanceSchema>
export type BackupPhoto = z.infer<typeof backupPhotoSchema>
