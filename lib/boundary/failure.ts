import { randomUUID } from 'node:crypto'
import type { ZodError } from 'zod'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { ADDRESS_HEADER, addressGroup } from '@/lib/platform/client-address'
import type { AppError } from '@/lib/platform/errors'
import { count } from '@/lib/platform/counts'
import { log } from '@/lib/platform/log'
import { notePassing } from '@/lib/platform/faults/passed-pages'
import { refusalOfPassing } from '@/lib/platform/faults/passing-fault'

/** The front door gives every request a name by which its log lines are found. */
const REQUEST_ID_HEADER = 'x-request-id'

/** Said of each request that the database or the disk kept from being answered. */
export const NOT_NOW = 'The database or the disk could not do what was asked'

/** In so many seconds what is UNAVAILABLE is better asked for again. */
export const RETRY_S = 30

/** One field that was wrong: where, and a key of the messages' `errors.field`. */
export type Issue = { path: string; message: string }

/** What zod found wrong, field by field. */
export function issuesOf(error: ZodError): Issue[] {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
}

/**
 * Writes a line about who was refused what, and from where: these are the ways in which somebody tries the doors. What
 * was only not found, or was wrong, leaves none.
 */
export function logRefusal({ code, detail }: AppError, headers: Headers, who: Viewer | null): void {
  if (code !== 'FORBIDDEN' && code !== 'RATE_LIMITED') return
  const from = addressGroup(headers.get(ADDRESS_HEADER) ?? 'unknown')
  log.warn(
    {
      requestId: headers.get(REQUEST_ID_HEADER),
      reason: code,
      detail,
      who: who?.kind === 'user' ? who.id : 'guest',
      from,
    },
    'A request was refused',
  )
}

/**
 * What a fault of the machine's that passes (a full disk, a database that is away) is to whoever asked. Writes its log
 * line.
 * @returns null: it is another fault
 */
export function passingRefusal(error: unknown, headers: Headers): AppError | null {
  const refusal = refusalOfPassing(error)
  if (refusal) log.error({ requestId: headers.get(REQUEST_ID_HEADER), reason: refusal.detail, err: error }, NOT_NOW)
  return refusal
}

/**
 * Writes the one log line of a bug. The request's id becomes the error's digest, which is all that Next tells the page
 * where it is shown: whoever is told it finds the line.
 * @returns the request's id, for whoever asks about it
 */
export function logBug(error: unknown, headers: Headers, where: { path?: string; method?: string }): string {
  const requestId = headers.get(REQUEST_ID_HEADER) ?? randomUUID()
  if (isLogged(error)) return error.digest
  count('failures', 'request')
  log.error({ requestId, ...where, err: error }, 'A request broke')
  if (error instanceof Error && Object.isExtensible(error)) Object.assign(error, { digest: requestId, isLogged: true })
  return requestId
}

/**
 * Writes the log line of what broke while a page was drawn: `digest` is what its person was shown. Where that was a
 * fault that passes, the front door says so in the page's place.
 */
export function logPageBug(error: unknown, where: { path: string; method: string; requestId: string | undefined }) {
  if (isLogged(error)) return
  const refusal = refusalOfPassing(error)
  if (refusal) {
    notePassing(where.requestId)
    return log.error({ ...where, reason: refusal.detail, err: error }, NOT_NOW)
  }
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined
  count('failures', 'page')
  log.error({ ...where, digest, err: error }, 'A page broke')
}

function isLogged(error: unknown): error is Error & { digest: string } {
  return error instanceof Error && 'isLogged' in error && 'digest' in error && typeof error.digest === 'string'
}
