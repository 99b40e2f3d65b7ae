import * as z from 'zod/mini'

/** What devices hear. Apart from protocol.ts and in zod's small form, because browsers load it. */

/** Why a change was refused for good. */
export const refusalSchema = z.enum(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID', 'TOO_LARGE'])
/** No verdict: an edit builds on letters that the server does not have. Its device sends those first. */
const resultSchema = z.enum(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID', 'TOO_LARGE', 'BASE_MISSING'])

/** Why a change is not sent any more: the server refused it, or broke over it time and again. */
export type ChangeRefusal = z.infer<typeof refusalSchema> | 'BROKEN'

const id = z.string()
/** A person's pull counter. */
const revision = z.number()

/** To be sent with the next push or pull. */
const mark = z.optional(z.string())

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

/** The rows of each kind in a pull's answer, by its name: rooms add their own, as to Changes (mutation.ts). */
// oxlint-disable-next-line typescript/no-empty-object-type -- It is filled where the kinds are.
export interface PulledRows {}

/**
 * Everything written after the cursor, tombstones included, beside the rows of each kind. `isAll`: all there is,
 * because the device's mark is of another history, or it has none.
 */
const pullAnswer = { revision, mark, isAll: z.optional(z.boolean()) }

export type PullAnswer = PulledRows & z.infer<z.ZodMiniObject<typeof pullAnswer>>

/** What the rows of each kind look like. */
export type PulledSchemas = { [Name in keyof PulledRows]: z.ZodMiniType<PulledRows[Name]> }

/** A pull's answer with the rows of these kinds. */
export function pullAnswerOf(rows: PulledSchemas): z.ZodMiniType<PullAnswer> {
  return z.object({ ...rows, ...pullAnswer })
}

export type MutationOutcome = z.infer<typeof outcomeSchema>
export type MutationResult = z.infer<typeof mutationResultSchema>
export type PushAnswer = z.infer<typeof pushAnswerSchema>
