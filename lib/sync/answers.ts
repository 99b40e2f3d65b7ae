import * as z from 'zod/mini'

/** What devices hear. Apart from protocol.ts and in zod's small form, because browsers load it. */

/** Why a change was refused for good. */
export const refusalSchema = z.enum(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID', 'TOO_LARGE'])
/** No verdict: an edit builds on letters that the server does not have. Its device sends those first. */
const resultSchema = z.enum(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID', 'TOO_LARGE', 'BASE_MISSING'])

/** Why a change is not sent any more: the server refused it, or broke over it time and again. */
export type Reason = z.infer<typeof refusalSchema> | 'BROKEN'

const id = z.string()
const optionalText = z.nullable(z.string())
/** A person's pull counter. */
const revision = z.number()

/** To be sent with the next push or pull. */
const mark = z.optional(z.string())
/** By the server's clock: when it was last said. */
const updatedAt = z.optional(z.string())

const accepted = { ok: z.literal(true) }
const refused = { ok: z.literal(false), code: refusalSchema }

/** What became of a mutation; kept on the server, so that its twin hears the same. */
export const outcomeSchema = z.discriminatedUnion('ok', [z.object(accepted), z.object(refused)])

const mutationResultSchema = z.discriminatedUnion('ok', [
  z.object({ id, ...accepted }),
  z.object({ id, ok: z.literal(false), code: resultSchema }),
])

/**
 * One result a mutation, in the order sent; a pull that reaches `revision` shows what they did. `broken`: over these
 * the server broke, though it is well. What came after them about the same things, or after an edit with a missing base
 * about its note, has no result.
 */
export const pushAnswerSchema = z.object({
  results: z.array(mutationResultSchema),
  broken: z.optional(z.array(id)),
  revision,
  mark,
  /** The mark that came along is of this history. */ isKnown: z.optional(z.boolean()),
})

const pickSchema = z.object({
  sessionId: id,
  conferenceId: id,
  rank: z.enum(['first', 'planB', 'hidden']),
  /** Of the conference: older changes are no news. */ knownVersion: z.optional(z.number()),
  updatedAt,
  droppedAt: optionalText,
})
const blockSchema = z.object({
  id,
  conferenceId: id,
  title: z.string(),
  startAt: z.string(),
  endAt: z.string(),
  daily: z.boolean(),
  updatedAt,
  droppedAt: optionalText,
})
const attendanceSchema = z.object({
  sessionId: id,
  conferenceId: id,
  status: z.nullable(z.enum(['attended', 'arrivedLate', 'leftEarly', 'couldNotGetIn', 'missed'])),
  watchReplay: z.boolean(),
  findSlides: z.boolean(),
  reason: optionalText,
  updatedAt,
})
const noteSchema = z.object({
  id,
  conferenceId: id,
  sessionId: optionalText,
  groupId: optionalText,
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
const photoSchema = z.object({
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
  updatedAt,
  deletedAt: optionalText,
})

/**
 * Everything written after the cursor, tombstones included. `isAll`: all there is, because the device's mark is of
 * another history, or it has none.
 */
export const pullAnswerSchema = z.object({
  picks: z.array(pickSchema),
  blocks: z.array(blockSchema),
  attendances: z.array(attendanceSchema),
  notes: z.array(noteSchema),
  seen: z.array(z.object({ conferenceId: id, version: z.number() })),
  photos: z.array(photoSchema),
  revision,
  mark,
  isAll: z.optional(z.boolean()),
})

export type Outcome = z.infer<typeof outcomeSchema>
export type MutationResult = z.infer<typeof mutationResultSchema>
export type PushAnswer = z.infer<typeof pushAnswerSchema>
export type PullAnswer = z.infer<typeof pullAnswerSchema>
