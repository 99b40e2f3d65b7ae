import * as z from 'zod/mini'

/** What devices hear. Apart from protocol.ts and in zod's small form, because browsers load it. */

/** Why a change was refused for good. */
export const refusalSchema = z.enum(['NOT_FOUND', 'FORBIDDEN', 'CONFLICT', 'INVALID'])

const id = z.string()
/** A person's pull counter. */
const revision = z.number()

const accepted = { ok: z.literal(true) }
const refused = { ok: z.literal(false), code: refusalSchema }

/** What became of a mutation; kept on the server, so that its twin hears the same. */
export const outcomeSchema = z.discriminatedUnion('ok', [z.object(accepted), z.object(refused)])

const mutationResultSchema = z.discriminatedUnion('ok', [z.object({ id, ...accepted }), z.object({ id, ...refused })])

/** One result a mutation, in the order sent; a pull that reaches `revision` shows what they did. */
export const pushAnswerSchema = z.object({ results: z.array(mutationResultSchema), revision })

/** Everything written after the cursor, tombstones included. A revision below the cursor: the server begins anew, and so must the device. */
export const pullAnswerSchema = z.object({
  picks: z.array(z.object({ sessionId: id, conferenceId: id, rank: z.enum(['first', 'planB', 'hidden']), droppedAt: z.nullable(z.string()) })),
  revision,
})

export type Refusal = z.infer<typeof refusalSchema>
export type Outcome = z.infer<typeof outcomeSchema>
export type MutationResult = z.infer<typeof mutationResultSchema>
export type PushAnswer = z.infer<typeof pushAnswerSchema>
export type PullAnswer = z.infer<typeof pullAnswerSchema>
