import { randomUUID } from 'node:crypto'
import type { ZodError } from 'zod'
import { log } from '@/lib/platform/log'

/** The front door gives every request a name by which its log lines are found. */
export const REQUEST_ID_HEADER = 'x-request-id'

/** One field that was wrong: where, and a key of the messages' `errors.field`. */
export type Issue = { path: string; message: string }

/** What zod found wrong, field by field. */
export function issuesOf(error: ZodError): Issue[] {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** Writes the one log line of a bug. @returns the request's id, for whoever asks about it */
export function logBug(error: unknown, headers: Headers, where: { path?: string; method?: string }): string {
  const requestId = headers.get(REQUEST_ID_HEADER) ?? randomUUID()
  log.error({ requestId, ...where, err: error }, 'A request broke')
  return requestId
}
