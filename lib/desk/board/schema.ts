import { z } from 'zod'
import { dayField, idField, instantField, lineField, textField } from '@/lib/platform/fields'
import { limits } from '@/lib/program/program'
import { sessionKinds } from '@/lib/program/session-kinds'
import { planEndings } from './board'

const MOST_ROOMS = 20
const MOST_NOTE = 500
/** A whole programme that is shifted. */
const MOST_MOVES = 10_000

const instant = instantField({ offset: true }).transform((at) => new Date(at).toISOString())

/** Where and when a session is to be: it ends after it begins, and has no end without a beginning. */
const placeSchema = z
  .object({
    dayOn: dayField(),
    startAt: instant.nullable(),
    endAt: instant.nullable(),
    roomIds: z.array(idField()).max(MOST_ROOMS).readonly(),
  })
  .refine(({ startAt, endAt }) => endAt === null || (startAt !== null && startAt <= endAt), { path: ['endAt'] })

const drawnSchema = z.object({ title: lineField().min(1).max(limits.title), kind: z.enum(sessionKinds) })

/** Where a session has to be to be moved: as the board shows it, or as a move of the draft that still stands. */
const expectedSchema = z.object({ place: placeSchema, of: z.enum(['board', 'draft']) })

/** Moves as a board sends them, one a session. */
export const movesSchema = z
  .array(
    z.object({
      ...{ sessionId: idField(), place: placeSchema },
      created: drawnSchema.optional(),
      expected: expectedSchema.optional(),
    }),
  )
  .min(1)
  .max(MOST_MOVES)
  .refine((moves) => new Set(moves.map(({ sessionId }) => sessionId)).size === moves.length)
export type WantedMove = z.output<typeof movesSchema>[number]

export const sessionIdsSchema = z.array(idField()).min(1).max(MOST_MOVES)

/** What a publisher says of what changed. */
export const noteSchema = textField()
  .trim()
  .max(MOST_NOTE)
  .transform((text) => text || null)

/** A row of DraftMove as the database has it. */
export const storedMoveSchema = z.object({
  place: placeSchema,
  from: placeSchema.nullable(),
  created: drawnSchema.nullable(),
})

/** What stands in PlannedRelease.ending; of one of before, or of a later version's, it is told by what came of it. */
export const endingSchema = z.enum(planEndings).nullable().catch(null)

/** What stands in PlannedRelease.left. */
export const leftSchema = z
  .array(z.object({ title: textField(), why: z.enum(['gone', 'moved']).catch('moved') }))
  .readonly()

const MOST_ABSENCES = 50

/** When a speaker cannot: spans that end after they begin. */
export const absencesSchema = z
  .array(z.object({ startAt: instant, endAt: instant }).refine(({ startAt, endAt }) => startAt < endAt))
  .max(MOST_ABSENCES)

export const warningKeySchema = textField().min(1).max(300)
