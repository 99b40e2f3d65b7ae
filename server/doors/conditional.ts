import type { IncomingHttpHeaders } from 'node:http'
import { namesTag } from '@/lib/boundary/if-none-match'
import { SECOND_MS } from '@/lib/platform/time'
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

/**
 * The Last-Modified to send: none until its second is over, as long as it might be later than the answer's Date, whose
 * clock Node sets once a second. Several changes within one second are dated in those that follow.
 */
export function saidDate(lastModified: string | undefined): string | undefined {
  const isOver = lastModified !== undefined && Date.parse(lastModified) + SECOND_MS <= Date.now()
  return isOver ? lastModified : undefined
}
