import type { HeaderMap } from '../doors/exchange'
import type { KnownConference } from './conferences'
import type { Representation } from './representation'

/** One document of one conference, as it is asked for. */
export type Wanted = {
  conference: KnownConference
  /** The document's address within the conference. */
  name: string
  /** The values of its `:names`. */
  params: Readonly<Record<string, string>>
}

/** A document of each conference, and where its bytes come from. */
export type DocumentSource = {
  /** Below /c/<slug>/; `:slug` stands for one word of the address, "tracks/:slug.ics". */
  path: string
  /** Of a conference that everybody may see. */
  headers: HeaderMap
  /** Of any conference. */
  always?: HeaderMap
  /** When to ask again where there are no bytes. */
  retryAfterS: number
  /** What can be given without waiting for it. */
  held?(wanted: Wanted): Representation | undefined
  /** @throws {AppError} NOT_FOUND; {Moved} where it has another address now */
  get(wanted: Wanted): Promise<Representation>
  /** What was right before, should there be nothing else. */
  last?(wanted: Wanted): Representation | undefined
}

/** The document has another address now: nothing to keep in memory. */
export class Moved extends Error {
  constructor(readonly path: string) {
    super(path)
  }
}

export const forOtherSites: HeaderMap = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-expose-headers': 'ETag',
}
const open: HeaderMap = { 'x-robots-tag': 'noindex', vary: 'Accept-Encoding' }

/** For what is asked for anew each time, with its ETag. */
export const live: HeaderMap = { ...open, 'cache-control': 'public, no-cache' }

/** For what is kept as a file. */
export const download: HeaderMap = { 'content-disposition': 'attachment' }

/** For what whoever fetched it may keep for minutes. */
export const feed: HeaderMap = { ...open, 'cache-control': 'public, max-age=300', ...forOtherSites }
