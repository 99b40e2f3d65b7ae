import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { refusalFor } from '@/lib/people/server/is-blocked'
import { isGone } from '@/lib/people/server/is-gone'
import { getBlocked, getViewer, type Viewer } from '@/lib/people/server/viewer'
import { now as clock } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { AppError, type RefusalCode } from '@/lib/platform/errors'
import { consume, type LimitName } from '@/lib/platform/rate-limit'
import { issuesOf, logBug, logRefusal, passingRefusal, type Issue } from './failure'

type Refused = { ok: false; reason: string }

/**
 * What a form hears: the value, or why not. `reason` is a RefusalCode (messages: `errors`) or an outcome of the
 * domain's own.
 */
export type ActionResult<Value> =
  | { ok: true; value: Exclude<Value, Refused> }
  | Extract<Value, Refused>
  | { ok: false; reason: RefusalCode; issues?: Issue[] }

/** What an action is told. */
export type ActionContext<Schema extends z.ZodType> = {
  input: z.output<Schema>
  viewer: Viewer
  db: PrismaClient
  now: Date
}

export type Definition<Schema extends z.ZodType, Value> = {
  input: Schema
  /** Counted for each person; guests are not. */
  limit?: LimitName
  /** Also for whoever is blocked: they can take along and delete what is theirs. */
  evenBlocked?: boolean
  /** What it does. `{ ok: false, reason }` is handed on as it is; an AppError becomes its code. */
  run: (asked: ActionContext<Schema>) => Promise<Value>
}

/**
 * A server action: parses at the door, finds who asks, runs, and answers in one shape. What needs
 * a person or a permission is a personAction or a conferenceAction. A bug is logged once and thrown on to error.tsx; a
 * full disk or a database that is away is a refusal: UNAVAILABLE.
 */
export function action<Schema extends z.ZodType, Value>({
  input: schema,
  limit,
  evenBlocked = false,
  run,
}: Definition<Schema, Value>) {
  return async (input: z.input<Schema>): Promise<ActionResult<Value>> => {
    const parsed = schema.safeParse(input)
    if (!parsed.success) return { ok: false, reason: 'INVALID', issues: issuesOf(parsed.error) }
    let viewer: Viewer | null = null
    try {
      viewer = (evenBlocked && (await getBlocked())) || (await getViewer())
      const db = database()
      if (limit && viewer.kind === 'user') await consume(db, limit, viewer.id)
      return answer(await run({ input: parsed.data, viewer, db, now: clock() }))
    } catch (error) {
      if (error instanceof AppError) {
        const sent = await headers()
        logRefusal(error, sent, viewer)
        return { ok: false, reason: (await refusalFor(database(), sent.get('cookie'), viewer, error)).code }
      }
      // redirect() and notFound() travel as throws.
      unstable_rethrow(error)
      const passing = passingRefusal(error, await headers())
      if (passing) return { ok: false, reason: passing.code }
      if (await isGone(database(), viewer)) return { ok: false, reason: 'UNAUTHENTICATED' }
      logBug(error, await headers(), {})
      throw error
    }
  }
}

function answer<Value>(value: Value): ActionResult<Value>
function answer(value: unknown): { ok: true; value: unknown } | Refused {
  return isRefused(value) ? value : { ok: true, value }
}

function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
