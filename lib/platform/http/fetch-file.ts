import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { failureOfError, failureOfStatus, FetchError, type FetchFailure } from './fetch-failure'
import { always, checkedAddress, withoutCredentials, type Access } from './public-address'
import { readBody } from './read-body'

export type FetchLimits = Access & {
  maxBytes: number
  /** For everything: names, redirects, body. */
  timeoutMs: number
  /** Until an answer begins, at each address; 10 seconds unless said otherwise. */
  firstByteMs?: number
  /** Ends it where nobody waits for it any more: it is "address-slow" then. */
  signal?: AbortSignal
}

/** What an answer is asked for again by: the same is not sent twice. */
export type Validators = {
  /** Where it was in the end, without credentials: nobody else is told. */ address: string
  etag: string | null
  lastModified: string | null
}

export type FetchResult =
  | ({ ok: true; bytes: Uint8Array } & Validators)
  | { ok: false; reason: FetchFailure; detail: string; /** The header of that name, as sent. */ retryAfter?: string }

/** Headers of a conditional request. */
type Conditions = Record<string, string>

const MOST_REDIRECTS = 5
const FIRST_BYTE_MS = 10_000
const USER_AGENT = 'Hallway/0.1 (conference companion)'

/**
 * Fetches what somebody named: http and https only (webcal means https), of addresses on the public internet only, at
 * every redirect, but for those that whoever runs this allows. The connection goes to the very address that was
 * checked, so that a name cannot change its meaning in between. A name and password in the address are sent to its own
 * site alone, and are in nothing that is given back.
 * @param url as a person typed it
 * @returns the body, decompressed, at most `maxBytes`; or why not
 */
export async function fetchFile(url: string, limits: FetchLimits): Promise<FetchResult> {
  const fetched = await fetchIfChanged(url, null, limits)
  return fetched === 'unchanged' ? { ok: false, reason: 'unexpected-answer', detail: '304' } : fetched
}

/**
 * The same, where it was fetched before: a site that knows these validators need not send it again.
 * @param known of the answer that is held; null: none is
 */
export async function fetchIfChanged(
  url: string,
  known: Validators | null,
  limits: FetchLimits,
): Promise<FetchResult | 'unchanged'> {
  const { timeoutMs, signal } = limits
  const deadline = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])])
  try {
    return await follow(parseAddress(url), known, limits, deadline)
  } catch (error) {
    if (deadline.aborted && !(error instanceof FetchError))
      return { ok: false, reason: 'address-slow', detail: `${timeoutMs / 1000} s` }
    const { reason, message, retryAfter } = failureOfError(error)
    return { ok: false, reason, detail: message, ...(retryAfter !== undefined && { retryAfter }) }
  }
}

async function follow(
  start: URL,
  known: Validators | null,
  limits: FetchLimits,
  deadline: AbortSignal,
): Promise<FetchResult | 'unchanged'> {
  let target = start
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const conditions = conditionsFor(target, known)
    const response = await open(target, conditions, limits, deadline)
    const { statusCode: status = 0, headers } = response
    if (status === 200) {
      const bytes = await readBody(response, limits.maxBytes, deadline)
      const { etag = null, 'last-modified': lastModified = null } = headers
      return { ok: true, bytes, address: withoutCredentials(target.href), etag, lastModified }
    }
    response.destroy()
    if (status === 304 && Object.keys(conditions).length > 0) return 'unchanged'
    const { location } = headers
    if (status < 300 || status > 399 || location === undefined)
      throw new FetchError(failureOfStatus(status), `${target.host}: ${status}`, headers['retry-after'])
    target = redirected(location, target)
  }
  throw new FetchError('too-many-redirects', `more than ${MOST_REDIRECTS}`)
}

/** Both, where both are known: a server takes the tag where it knows tags (RFC 9110 §13.2.2). */
function conditionsFor(target: URL, known: Validators | null): Conditions {
  if (known?.address !== withoutCredentials(target.href)) return {}
  return {
    ...(known.etag !== null && { 'if-none-match': known.etag }),
    ...(known.lastModified !== null && { 'if-modified-since': known.lastModified }),
  }
}

function parseAddress(text: string, base?: URL): URL {
  const address = text.trim().replace(/^webcals?:\/\//i, 'https://')
  if (!URL.canParse(address, base)) throw new FetchError('not-an-address', withoutCredentials(address.slice(0, 200)))
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchError('not-web', url.protocol)
  return url
}

/** A site's own credentials go with whoever stays there, and with nobody who leaves. */
function redirected(location: string, from: URL): URL {
  const to = parseAddress(location, from)
  if (to.origin === from.origin && to.username === '') {
    to.username = from.username
    to.password = from.password
  }
  return to
}

async function open(
  url: URL,
  conditions: Conditions,
  limits: FetchLimits,
  deadline: AbortSignal,
): Promise<IncomingMessage> {
  deadline.throwIfAborted()
  const { firstByteMs = FIRST_BYTE_MS } = limits
  const silence = AbortSignal.timeout(firstByteMs)
  try {
    // Looking up a name cannot be interrupted.
    const address = await Promise.race([checkedAddress(url, limits), abortOf(deadline), abortOf(silence)])
    return await ask(url, conditions, always(address), [deadline, silence])
  } catch (error) {
    if (silence.aborted && !deadline.aborted && !(error instanceof FetchError))
      throw new FetchError('no-answer', `${url.host}: ${firstByteMs / 1000} s`)
    throw error
  }
}

function ask(
  url: URL,
  conditions: Conditions,
  lookup: ReturnType<typeof always>,
  signals: AbortSignal[],
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = {
    'user-agent': USER_AGENT,
    accept: 'text/calendar, application/json, text/csv, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    ...conditions,
  }
  return new Promise((done, fail) => {
    // No agent: a kept connection would be to an address checked at another time.
    const asked = request(url, { agent: false, headers, lookup })
    const give = (reason: unknown) => asked.destroy(reason instanceof Error ? reason : new Error(String(reason)))
    const stops = signals.map((signal) => {
      const stop = () => give(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      return () => signal.removeEventListener('abort', stop)
    })
    asked.once('response', (response) => {
      // From here on the body's reader watches the deadline.
      for (const stop of stops) stop()
      done(response)
    })
    asked.once('error', fail)
    asked.end()
  })
}

function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason), { once: true }))
}
