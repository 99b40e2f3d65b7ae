import { lookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline, Writable, type Transform } from 'node:stream'
import { pipeline as pipelineDone } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import ipaddr from 'ipaddr.js'

export type FetchLimits = {
  maxBytes: number
  /** For everything: names, redirects, body. */
  timeoutMs: number
  /** May the address be of this machine or of a private network? Only for whoever sits at this machine. */
  allowPrivate?: boolean
}

export type FetchFailure = 'unreachable' | 'not-public' | 'not-found' | 'too-large' | 'too-slow'
export type FetchResult =
  | { ok: true; bytes: Uint8Array; /** Where it was in the end. */ address: string }
  | { ok: false; reason: FetchFailure; detail: string }

const MOST_REDIRECTS = 5
const USER_AGENT = 'Hallway/0.1 (conference companion)'

/**
 * Fetches what somebody named: http and https only (webcal means https), of addresses on the public internet only, at
 * every redirect. The connection goes to the very address that was checked, so that a name cannot change its meaning in
 * between.
 * @param url as a person typed it
 * @returns the body, decompressed, at most `maxBytes`; or why not
 */
export async function fetchFile(url: string, limits: FetchLimits): Promise<FetchResult> {
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  try {
    let target = parseAddress(url)
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await open(target, limits, deadline)
      const status = response.statusCode ?? 0
      if (status === 200)
        return { ok: true, bytes: await readBody(response, limits.maxBytes, deadline), address: target.href }
      response.destroy()
      const { location } = response.headers
      if (status < 300 || status > 399 || location === undefined)
        throw new FetchError(
          status === 404 || status === 410 ? 'not-found' : 'unreachable',
          `${target.host}: ${status}`,
        )
      target = parseAddress(location, target)
    }
    throw new FetchError('unreachable', `more than ${MOST_REDIRECTS} redirects`)
  } catch (error) {
    if (error instanceof FetchError) return { ok: false, reason: error.reason, detail: error.message }
    if (deadline.aborted) return { ok: false, reason: 'too-slow', detail: `${limits.timeoutMs / 1000} s` }
    // Everything else that sockets, names and decompression throw is the other side's doing.
    return { ok: false, reason: 'unreachable', detail: error instanceof Error ? error.message : String(error) }
  }
}

class FetchError extends Error {
  constructor(
    readonly reason: FetchFailure,
    detail: string,
  ) {
    super(detail)
  }
}

function parseAddress(text: string, base?: URL): URL {
  const address = text.trim().replace(/^webcals?:\/\//i, 'https://')
  if (!URL.canParse(address, base)) throw new FetchError('unreachable', address.slice(0, 200))
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchError('not-public', url.protocol)
  return url
}

async function open(url: URL, { allowPrivate = false }: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const address = await Promise.race([checkedAddress(url, allowPrivate), abortOf(signal)])
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const headers = {
    'user-agent': USER_AGENT,
    accept: 'text/calendar, application/json, text/csv, */*;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
  }
  return new Promise((done, fail) => {
    // No agent: a kept connection would be to an address checked at another time.
    const asked = request(url, { agent: false, headers, signal, lookup: always(address) }, done)
    asked.once('error', fail)
    asked.end()
  })
}

// Looking up a name cannot be interrupted.
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason), { once: true }))
}

export type Checked = { address: string; family: number }

/**
 * The address to connect to.
 * @throws where it has none, or one that is not public. Every one that the name has must be public: which of them is
 * used is chance.
 */
export async function checkedAddress(url: URL, allowPrivate: boolean): Promise<Checked> {
  const addresses = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true })
  const [first] = addresses
  if (!first) throw new FetchError('unreachable', url.hostname)
  if (!allowPrivate && !addresses.every(({ address }) => isPublic(address)))
    throw new FetchError('not-public', url.hostname)
  return first
}

/**
 * Is this address one of the public internet's, for one receiver? An IPv4 address in IPv6 clothes is what it is within.
 */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

export function always({ address, family }: Checked): LookupFunction {
  return (_, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family))
}

async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  const collect = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length
      chunks.push(chunk)
      done(size > maxBytes ? new FetchError('too-large', `more than ${maxBytes} bytes`) : null)
    },
  })
  await pipelineDone(decompressed(response), collect, { signal })
  return Buffer.concat(chunks)
}

function decompressed(response: IncomingMessage): IncomingMessage | Transform {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase()
  if (encoding === 'gzip' || encoding === 'x-gzip') return through(response, createGunzip())
  if (encoding === 'deflate') return through(response, createInflate())
  return encoding === 'br' ? through(response, createBrotliDecompress()) : response
}

/** A body cut short ends the stream that reads from here, too. */
function through(response: IncomingMessage, inflate: Transform): Transform {
  return pipeline(response, inflate, () => undefined)
}
