import * as z from 'zod/mini'

/** What a pull tells of a plan. */

const id = z.string()
const optionalText = z.nullable(z.string())
/** By the server's clock: when it was last said. */
const updatedAt = z.optional(z.string())

export const pulledPickSchema = z.object({
  sessionId: id,
  conferenceId: id,
  rank: z.enum(['first', 'planB', 'hidden']),
  /** Of the conference: older changes are no news. */ knownVersion: z.optional(z.number()),
  updatedAt,
  droppedAt: optionalText,
})
export const pulledBlockSchema = z.object({
  id,
  conferenceId: id,
  title: z.string(),
  startAt: z.string(),
  endAt: z.string(),
  daily: z.boolean(),
  updatedAt,
  droppedAt: optionalText,
})
export const pulledAttendanceSchema = z.object({
  sessionId: id,
  conferenceId: id,
  status: z.nullable(z.enum(['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn', 'missed'])),
  watchReplay: z.boolean(),
  findSlides: z.boolean(),
  reason: optionalText,
  /** When its status was said, which a wish does not change. */ statusAt: z.optional(optionalText),
  updatedAt,
})
export const pulledSeenSchema = z.object({ conferenceId: id, version: z.number() })

export type PulledPick = z.output<typeof pulledPickSchema>
export type PulledBlock = z.output<typeof pulledBlockSchema>
export type PulledAttendance = z.output<typeof pulledAttendanceSchema>
export type PulledSeen = z.output<typeof pulledSeenSchema>
