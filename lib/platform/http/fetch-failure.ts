/** What an address was, where it gave no file. Each is a sentence of its own in the words of the import. */
export const fetchFailures = [
  'not-an-address',
  'not-web',
  'not-public',
  'name-unknown',
  'unreachable',
  'tls-failed',
  'no-answer',
  'address-slow',
  'needs-sign-in',
  'refused',
  'not-found',
  'gone',
  'too-many-requests',
  'server-failed',
  'unexpected-answer',
  'too-many-redirects',
  'answer-broken',
  'too-large',
] as const
export type FetchFailure = (typeof fetchFailures)[number]

/** Thrown while fetching, and answered as a value by whoever fetches. */
export class FetchError extends Error {
  constructor(
    readonly reason: FetchFailure,
    detail: string,
    /** What the answer says of when to ask again, as it was sent. */ readonly retryAfter?: string,
  ) {
    super(detail)
  }
}

/** What an answer that is no file means. */
export function failureOfStatus(status: number): FetchFailure {
  const known: Record<number, FetchFailure> = {
    401: 'needs-sign-in',
    403: 'refused',
    404: 'not-found',
    407: 'needs-sign-in',
    410: 'gone',
    429: 'too-many-requests',
    451: 'refused',
  }
  return known[status] ?? (status >= 500 ? 'server-failed' : 'unexpected-answer')
}

/** What names, sockets and certificates throw: the other side's doing. */
export function failureOfError(error: unknown): FetchError {
  if (error instanceof FetchError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const detail = error instanceof Error ? error.message : String(error)
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return new FetchError('name-unknown', detail)
  if (/CERT|SSL|TLS|^EPROTO$|^UNABLE_TO_/.test(code)) return new FetchError('tls-failed', detail)
  return new FetchError(code.startsWith('HPE_') ? 'answer-broken' : 'unreachable', detail)
}
