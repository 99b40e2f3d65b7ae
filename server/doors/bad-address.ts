import type { IncomingMessage } from 'node:http'
import { refuse, type Exchange } from './exchange'

const METHODS: readonly (string | undefined)[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
// No address of ours comes near these; a feed's secret and a sign-in link are the longest.
const LONGEST_PATH = 1_024
const LONGEST_QUERY = 8_192
// No text of ours holds them, and Postgres takes no NUL.
const CONTROL = /[\0-\x1f\x7f]/

/**
 * Refuses what no address or method of ours can be, so that nothing behind the door has to think of it: unknown
 * methods, escapes that are no UTF-8, control characters, dots that climb, and what is far too long.
 * @returns true when it was refused
 */
export function refuseBadAddress(exchange: Exchange): boolean {
  const { request, path, query } = exchange
  if (!METHODS.includes(request.method)) refuse(exchange, 405, 'INVALID', { allow: METHODS.join(', ') })
  else if (!path.startsWith('/')) refuse(exchange, 400, 'INVALID')
  else if (path.length > LONGEST_PATH || query.length > LONGEST_QUERY) refuse(exchange, 414, 'INVALID')
  else if (isNoForm(request)) refuse(exchange, 400, 'INVALID')
  else if (!isReadable(path) || !isReadable(query.replaceAll('+', ' ')) || climbs(path))
    refuse(exchange, 400, 'INVALID')
  else return false
  // A body that comes with it is let in and dropped.
  request.resume()
  return true
}

/** A form without parts, or without what parts them: no browser sends one. */
function isNoForm({ headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? ''
  return /^multipart\/form-data/i.test(type) && (!/boundary=[^;]/i.test(type) || headers['content-length'] === '0')
}

function isReadable(escaped: string): boolean {
  const text = decode(escaped)
  return text !== null && !CONTROL.test(text)
}

/** "..", however it is spelt. */
function climbs(path: string): boolean {
  return (decode(path) ?? '').split(/[/\\]/).some((part) => part === '..' || part === '.')
}

function decode(escaped: string): string | null {
  try {
    return escaped.includes('%') ? decodeURIComponent(escaped) : escaped
  } catch {
    return null
  }
}
