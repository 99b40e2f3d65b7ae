import { z } from 'zod'
import { instantField } from '@/lib/platform/fields'
import { attendeeWords } from './attendee-words'
import { levelSchema } from './schema'

const MOST_READINGS = 500

/** A device's reading: its id makes it arrive once, its time says when it was seen by the device's clock. */
const envelope = { id: z.uuid(), at: instantField() }
const minutes = z.number().int().min(0).max(240)

/** What a steward sends, in the order in which it was tapped. */
export const stewardReportSchema = z.object({
  /**
   * By the same clock as the readings' times: how long ago they were is told by the difference, however wrong that
   * clock is.
   */
  sentAt: instantField(),
  readings: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ ...envelope, kind: z.literal('count'), delta: z.number().int().min(-1_000).max(1_000) }),
        z.object({ ...envelope, kind: z.literal('level'), level: levelSchema }),
        z.object({ ...envelope, kind: z.literal('queue'), minutes }),
        z.object({ ...envelope, kind: z.literal('delay'), minutes }),
      ]),
    )
    .max(MOST_READINGS),
  /** Readings of the same link that were taken back. */
  withdrawn: z.array(z.uuid()).max(MOST_READINGS).default([]),
})

/** What an attendee says of the sessions they are at. */
export const attendeeReportSchema = z.object({
  conference: z.uuid(),
  device: z.uuid(),
  sentAt: instantField(),
  readings: z
    .array(z.object({ ...envelope, sessionId: z.uuid(), roomId: z.uuid().optional(), level: z.enum(attendeeWords) }))
    .max(50),
})

export type StewardReport = z.output<typeof stewardReportSchema>
export type AttendeeReport = z.output<typeof attendeeReportSchema>
