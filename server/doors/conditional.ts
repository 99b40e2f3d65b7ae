import type { IncomingHttpHeaders } from 'node:http'
import type { Representation } from '../documents/representation'

/**
 * Does the client already have this state (RFC 9110 §13.2.2)? If-None-Match wins over If-Modified-Since and is compared
 * weakly, with the ETags of all encodings: they are forms of the same state.
 */
export function isFresh(headers: IncomingHttpHeaders, { variants, lastModified }: Representation): boolean {
  const wanted = headers['if-none-match']
  if (wanted !== undefined)
    return variants.some(({ etag }) => wanted === etag) || variants.some(({ etag }) => namesTag(wanted, etag))
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return lastModified !== undefined && since >= Date.parse(lastModified)
}

/** Does an If-None-Match name this tag: `*`, or a list of quoted tags with or without `W/`? */
function namesTag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true
  return tagsIn(header).includes(etag)
}

// A quoted tag may hold commas, so the list is matched, not split.
function tagsIn(header: string): string[] {
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].map((match) => match[1] ?? '')
}
