import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Environment } from '@/lib/platform/env'
import { isLoopback } from '@/lib/platform/environment/loopback'
import { MINUTE_MS } from '@/lib/platform/time'

export const CODE_LIFE_MS = 10 * MINUTE_MS

/**
 * The link of the same mail lives longer than the budget of mails to one address (rate-limit.ts): who is refused
 * another finds one that works.
 */
export const LINK_LIFE_MS = 60 * MINUTE_MS

/** Wrong codes after which a code is dead: one guess in 200,000 succeeds. */
export const MOST_TRIES = 5

/** Six random digits. */
export function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/**
 * What is kept of a code. A million codes are hashed in a moment, so the server's secret takes part, and the row's id,
 * so that equal codes look different.
 */
export function hashCode(code: string, id: string, secret: string): string {
  return createHmac('sha256', secret).update(`${id} ${code}`).digest('hex')
}

/** Is this the code of which `hash` was kept? Takes equally long for every wrong one. */
export function matchesCode(code: string, id: string, secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashCode(code, id, secret)), Buffer.from(hash))
}

/** How a request came: its Host header, and whether straight from this machine (cameDirectly). */
export type CodeOrigin = { host: string | null; direct: boolean }

type Where = Pick<Environment, 'SMTP_URL' | 'HOST' | 'HALLWAY_URL'>

/**
 * How a code reaches its reader: by mail; without a mail server in the terminal, and on the page itself only when
 * nobody but this machine's user can ask: bound to loopback, with no public address, asked for by a local name (a page
 * of another site that resolves to this machine brings its own name), and by no proxy or tunnel, which may rewrite that
 * name.
 */
export function deliveryOf(env: Where, { host, direct }: CodeOrigin): 'mail' | 'page' | 'terminal' {
  if (env.SMTP_URL) return 'mail'
  const publicHost = env.HALLWAY_URL ? new URL(env.HALLWAY_URL).hostname : 'localhost'
  return direct && isLoopback(env.HOST) && isLocalName(publicHost) && isLocalName(hostname(host)) ? 'page' : 'terminal'
}

function isLocalName(name: string): boolean {
  return isLoopback(name.replace(/^\[(.*)\]$/, '$1')) && (!name.startsWith('127.') || /^[\d.]+$/.test(name))
}

function hostname(host: string | null): string {
  return host && /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
}
