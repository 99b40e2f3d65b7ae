import * as z from 'zod/mini'
import { pullAnswerOf, pushAnswerSchema, type PullAnswer, type PulledSchemas, type PushAnswer } from '../../answers'
import type { Mutation } from '../../mutation'
import type { Push } from '../../protocol'
import type { SyncedKind } from '../kind'

/**
 * `failed`: no answer of the server's, try again later. `troubled`: the server's, that it cannot just now (its disk is
 * full, its database away); the same. `signed-out`: not before this person signs in again. `blocked`: not before the
 * operator lets them in again. `account-gone`: never, there is no such account any more.
 */
export type Failure = 'failed' | 'troubled' | 'signed-out' | 'blocked' | 'account-gone'
/**
 * `too-large`: the server takes no body of this size. `broken`: it is there, and breaks over this one or does not take
 * it.
 */
export type Reply<Answer> = { ok: true; answer: Answer } | { ok: false; reason: Failure | 'too-large' | 'broken' }

/** How a store reaches its server; replaced only where a test is the wire. */
export type Wire = {
  /** Sends a person's changes. */
  push: typeof sendPush
  /** Asks what is newer than a person's cursor. @param mark null: everything is to be told */
  pull: (person: string, after: number, mark: string | null) => Promise<Reply<PullAnswer>>
}

const refusedSchema = z.object({ error: z.string() })

// No screen waits for these: long enough for a hall's network, short enough to notice that it is gone.
const TIMEOUT_MS = 15_000

/** The server that this page came from. */
export function wireTo(kinds: readonly SyncedKind[]): Wire {
  // Which name has rows of which type is lost on the way through an object.
  const rows = Object.fromEntries(kinds.map(({ table, rows }) => [table.name, rows])) as PulledSchemas
  const schema = pullAnswerOf(rows)
  return {
    push: sendPush,
    pull: (person, after, mark) =>
      ask(`/api/v1/pull?person=${person}&after=${after}&mark=${mark ?? ''}`, { cache: 'no-store' }, schema),
  }
}

function sendPush(
  person: string,
  device: string,
  mutations: Mutation[],
  mark: string | null,
): Promise<Reply<PushAnswer>> {
  const body: Push = { person, device, mark, ifKnown: true, mutations }
  return ask(
    '/api/v1/push',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    pushAnswerSchema,
  )
}

async function ask<Schema extends z.ZodMiniType>(
  path: string,
  init: RequestInit,
  schema: Schema,
): Promise<Reply<z.output<Schema>>> {
  try {
    const response = await fetch(path, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.status === 401) return { ok: false, reason: whyNotIn(await response.json()) }
    if (!response.ok) return { ok: false, reason: reasonOf(response.status) }
    // A venue's sign-in page answers 200 with HTML: it is no answer of ours.
    const parsed = schema.safeParse(await response.json())
    return parsed.success ? { ok: true, answer: parsed.data } : { ok: false, reason: 'failed' }
  } catch {
    return { ok: false, reason: 'failed' }
  }
}

function whyNotIn(answer: unknown): Failure {
  const code = refusedSchema.safeParse(answer).data?.error
  return code === 'ACCOUNT_GONE' ? 'account-gone' : code === 'BLOCKED' ? 'blocked' : 'signed-out'
}

// Too slow, too early, too many, a network's sign-in page (RFC 6585): all that passes.
const passing = new Set([408, 425, 429, 511])
// So does that there is no server behind the proxy, or that it is not well.
const troubles = new Set([502, 503, 504])

/** Does what an answer's status says pass, whatever the question was? */
export function isPassing(status: number): boolean {
  return passing.has(status) || troubles.has(status)
}

/** What an answer's status says of the question. */
export function reasonOf(status: number): Failure | 'too-large' | 'broken' {
  if (status === 401) return 'signed-out'
  if (status === 413) return 'too-large'
  if (troubles.has(status)) return 'troubled'
  return passing.has(status) ? 'failed' : 'broken'
}
