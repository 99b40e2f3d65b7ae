import * as z from 'zod/mini'
import { isInstant, oneLine, shorten, storable, stripControls } from '@/lib/platform/clean-text'
import { LONGEST_SIDE, MOST_CAPTION } from './pictures/photo-limits'

/**
 * What a backup's hallway.json holds. A version that is not known is refused; fields that are not known are left alone.
 */
export const BACKUP_FORMAT = 'hallway-backup'
export const BACKUP_VERSION = 1

const id = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))
// What a backup brings goes on to the server as if it had been typed: it is cleaned here, and is as long as it may be
// there.
const instant = z.string().check(
  z.refine(isInstant),
  z.overwrite((text) => (isInstant(text) ? new Date(text).toISOString() : text)),
)
const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/))
const line = (longest: number) => z.string().check(z.overwrite((text) => shorten(oneLine(text), longest)))
const lines = (longest: number) => z.string().check(z.overwrite((text) => shorten(stripControls(text).trim(), longest)))
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
export const backupPickSchema = z.object({
  sessionId: id,
  conferenceId: id,
  rank: z.enum(['first', 'planB', 'hidden']),
  /** Of the conference: older changes of the session are no news. */ knownVersion: z.optional(
    z.int().check(z.minimum(0), z.maximum(2_147_483_647)),
  ),
})
export const backupBlockSchema = z
  .object({
    id,
    conferenceId: id,
    title: line(200).check(z.minLength(1)),
    startAt: instant,
    endAt: instant,
    daily: z.boolean(),
  })
  .check(z.refine(({ startAt, endAt }) => startAt < endAt, { path: ['endAt'] }))
export const backupAttendanceSchema = z.object({
  sessionId: id,
  conferenceId: id,
  status: z.nullable(z.enum(['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn', 'missed'])),
  watchReplay: z.boolean(),
  findSlides: z.boolean(),
  reason: z.optional(lines(500)),
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
export type BackupPick = z.infer<typeof backupPickSchema>
export type BackupBlock = z.infer<typeof backupBlockSchema>
export type BackupAttendance = z.infer<typeof backupAttendanceSchema>
export type BackupPhoto = z.infer<typeof backupPhotoSchema>
