import { z } from 'zod'
import { idField, instantField, lineField, textField } from '@/lib/platform/fields'
import { MOST_BLOCK_TITLE } from './block-title'

/** What a pick may be: the session I want, the one instead of it, or one that I do not want to see. */
export const pickRanks = ['first', 'planB', 'hidden'] as const
export type PickRank = (typeof pickRanks)[number]

/** My picks: session id → rank. */
export type Picks = ReadonlyMap<string, PickRank>

/** What became of a session for me. */
export const attendanceStatuses = ['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn', 'missed'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** Instants are ISO, UTC. A daily block repeats its wall-clock time on every day of the conference. */
export type Block = { id: string; conferenceId: string; title: string; startAt: string; endAt: string; daily: boolean }

export type Attendance = { status: AttendanceStatus | null; watchReplay: boolean; findSlides: boolean; reason?: string }

/** A version of a conference. */
const version = z.number().int().min(0).max(2_147_483_647)

/**
 * What is not named stays as it stands: two devices that say different things of one row take nothing from each other.
 * Builds before this one sent whole rows, which name everything. `adds` (a guest's, at sign-in; a backup's): nothing
 * that stands is replaced.
 */
const adds = z.literal(true).optional()

/**
 * A server that was put back hears again what it told a device: as of then, by its own clock. What it has of a later
 * time stands.
 */
const asOf = instantField().optional()

/**
 * `knownVersion`: how the programme was that I had before me; what changed in the session until then is no news to me.
 * Without it a new pick knows the programme as it is when it arrives, and one that stands what it knew. Without a rank
 * it is of a pick that stands, or of none.
 */
export const setPickSchema = z.object({
  sessionId: idField(),
  rank: z.enum(pickRanks).optional(),
  knownVersion: version.optional(),
  adds,
  asOf,
})
export const dropPickSchema = z.object({ sessionId: idField() })

/** A new one names all of it; beginning and end are one thing to say. */
export const setBlockSchema = z
  .object({
    id: idField(),
    conferenceId: idField(),
    title: lineField().min(1).max(MOST_BLOCK_TITLE).optional(),
    startAt: instantField().optional(),
    endAt: instantField().optional(),
    daily: z.boolean().optional(),
    adds,
    asOf,
  })
  .refine(({ startAt, endAt }) =>
    startAt === undefined || endAt === undefined ? startAt === endAt : Date.parse(endAt) > Date.parse(startAt),
  )
export const dropBlockSchema = z.object({ id: idField() })

export const setAttendanceSchema = z.object({
  sessionId: idField(),
  status: z.enum(attendanceStatuses).nullable().optional(),
  watchReplay: z.boolean().optional(),
  findSlides: z.boolean().optional(),
  /** Empty: none any more. */
  reason: textField().trim().max(500).optional(),
  adds,
  asOf,
})

/**
 * The conference's changes up to this version were seen. `undoes`: they were not, after all, if that is the version
 * noted last.
 */
export const acknowledgeChangesSchema = z.object({ conferenceId: idField(), version, undoes: version.optional() })

export type SetPick = z.output<typeof setPickSchema>
export type DropPick = z.output<typeof dropPickSchema>
export type SetBlock = z.output<typeof setBlockSchema>
export type DropBlock = z.output<typeof dropBlockSchema>
export type SetAttendance = z.output<typeof setAttendanceSchema>
export type AcknowledgeChanges = z.output<typeof acknowledgeChangesSchema>
