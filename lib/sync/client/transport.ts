import * as z from 'zod/mini'
import { pullAnswerSchema, pushAnswerSchema, type PullAnswer, type PushAnswer } from '../answers'
import type { Mutation, Push } from '../protocol'

/** `failed`: try again later. `signed-out`: not before this person signs in again. `account-gone`: never, there is no such account any more. */
export type Failure = 'failed' | 'signed-out' | 'account-gone'
/** `too-large`: the server takes no body of this size. */
export type Reply<Answer> = { ok: true; answer: Answer } | { ok: false; reason: Failure | 'too-large' }

const refusedSchema = z.object({ error: z.string() })

// No screen waits for these: long enough for a hall's network, short enough to notice that it is gone.
const TIMEOUT_MS = 15_000

/** Sends a person's changes. */
export function sendPush(person: string, device: string, mutations: Mutation[]): Promise<Reply<PushAnswer>> {
  const body: Push = { person, device, mutations }
  return ask('/api/v1/push', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, pushAnswerSchema)
}

/** Asks what is newer than a person's cursor. */
export function askPull(person: string, after: number): Promise<Reply<PullAnswer>> {
  return ask(`/api/v1/pull?person=${person}&after=${after}`, { cache: 'no-store' }, pullAnswerSchema)
}

async function ask<Schema extends z.ZodMiniType>(path: string, init: RequestInit, schema: Schema): Promise<Reply<z.output<Schema>>> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.status === 401) return { ok: false, reason: refusedSchema.safeParse(await response.json()).data?.error === 'ACCOUNT_GONE' ? 'account-gone' : 'signed-out' }
    if (response.status === 413) return { ok: false, reason: 'too-large' }
    // A venue's sign-in page answers 200 with HTML: it is no answer of ours.
    const parsed = response.ok ? schema.safeParse(await response.json()) : null
    return parsed?.success ? { ok: true, answer: parsed.data } : { ok: false, reason: 'failed' }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}
