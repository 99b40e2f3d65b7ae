import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { refusalFor } from '@/lib/people/server/is-blocked'
import { isGone } from '@/lib/people/server/is-gone'
import { viewerOfCookies, type Viewer } from '@/lib/people/server/viewer-of-cookies'
import { now as clock } from '@/lib/platform/clock'
import { database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { consume, type LimitName } from '@/lib/platform/rate-limit'
import { readJsonOf } from './body'
import { issuesOf, logBug, logRefusal, passingRefusal, RETRY_S } from './failure'
import { isForeignWrite } from './origin'
import { statusOf } from './status'

type Params = Record<string, string | string[] | undefined>

type Definition<Input extends z.ZodType, Path extends z.ZodType> = {
  /** The JSON body of a write, the query of a read, or of a write whose body is none. */
  input?: Input
  /** Its body is a file, which `run` reads: what is said of it is in the query. */
  isFile?: boolean
  /** The most bytes that its JSON body may have. */
  mostBytes?: number
  /** The parts of the address in brackets. */
  params?: Path
  /** Counted for each person; guests are not. */
  limit?: LimitName
  /** Also for whoever is blocked: they can take along and delete what is theirs. */
  evenBlocked?: boolean
  /** What it does: its value is answered as JSON (nothing: 204), a Response as it is. */
  run: (context: {
    input: z.output<Input>
    params: z.output<Path>
    viewer: Viewer
    db: PrismaClient
    now: Date
    request: Request
  }) => unknown
}

/**
 * A handler of one address for machines: refuses writes of other sites' pages, parses, finds who asks, runs, and
 * answers JSON that nobody keeps. A refusal is `{ error: code }` with its status; invalid input also names its fields;
 * a bug is `{ error: "INTERNAL", requestId }` and one log line; a full disk or a database that is away is a refusal:
 * UNAVAILABLE.
 */
export function route<Input extends z.ZodType = z.ZodUndefined, Path extends z.ZodType = z.ZodUndefined>(
  definition: Definition<Input, Path>,
) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const asked: Asked = { viewer: null }
    try {
      return await respond(definition, request, await context.params, asked)
    } catch (error) {
      if (error instanceof AppError) {
        logRefusal(error, request.headers, asked.viewer)
        const { code } = await refusalFor(database(), request.headers.get('cookie'), asked.viewer, error)
        return json({ error: code }, statusOf(code))
      }
      unstable_rethrow(error)
      const passing = passingRefusal(error, request.headers)
      if (passing) return json({ error: passing.code }, statusOf(passing.code))
      if (await isGone(database(), asked.viewer)) return json({ error: 'ACCOUNT_GONE' }, statusOf('ACCOUNT_GONE'))
      const requestId = logBug(error, request.headers, { method: request.method, path: new URL(request.url).pathname })
      return json({ error: 'INTERNAL', requestId }, 500)
    }
  }
}

/** Who asks, as soon as that is known. */
type Asked = { viewer: Viewer | null }

async function respond<Input extends z.ZodType, Path extends z.ZodType>(
  { input, isFile = false, mostBytes, params, limit, evenBlocked = false, run }: Definition<Input, Path>,
  request: Request,
  given: Params,
  asked: Asked,
): Promise<Response> {
  if (isForeignWrite(request, process.env.HALLWAY_URL || undefined)) throw new AppError('FORBIDDEN', 'origin')
  const path = params?.safeParse(given)
  if (path && !path.success) throw new AppError('NOT_FOUND')
  const parsed = input?.safeParse(await inputOf(request, isFile, mostBytes))
  if (parsed && !parsed.success) return json({ error: 'INVALID', issues: issuesOf(parsed.error) }, statusOf('INVALID'))
  const db = database()
  const viewer = await viewerOfCookies(db, request.headers.get('cookie'), { evenBlocked })
  asked.viewer = viewer
  if (limit && viewer.kind === 'user') await consume(db, limit, viewer.id)
  // Without a schema there is nothing to hand over, and the type of nothing is what the default schema says: undefined.
  const value = await run({
    input: parsed?.data as z.output<Input>,
    params: path?.data as z.output<Path>,
    viewer,
    db,
    now: clock(),
    request,
  })
  if (value instanceof Response) return value
  return value === undefined ? new Response(null, { status: 204, headers: unkept }) : json(value, 200)
}

const unkept = { 'cache-control': 'private, no-store' }
// To compress so little takes more of a busy server than it saves of a slow network: some memory and a thread's time.
const SMALL = 8_000

function json(value: unknown, status: number): Response {
  const text = JSON.stringify(value)
  const headers = text.length < SMALL ? { 'cache-control': `${unkept['cache-control']}, no-transform` } : unkept
  const later = status === 503 && { 'retry-after': String(RETRY_S) }
  return new Response(text, { status, headers: { ...headers, ...later, 'content-type': 'application/json' } })
}

function inputOf(request: Request, isFile: boolean, mostBytes: number | undefined): Promise<unknown> | unknown {
  return isFile || request.method === 'GET' || request.method === 'HEAD'
    ? Object.fromEntries(new URL(request.url).searchParams)
    : readJsonOf(request, mostBytes)
}
