import type { Database } from '@/lib/platform/db'

/** What documents need to know of a conference besides its programme. */
export type DocumentConference = {
  id: string
  slug: string
  name: string
  language: string
  timeZone: string
  venue: string | null
  url: string | null
  version: number
  updatedAt: Date
}

export type DocumentContext = {
  db: Database
  conference: DocumentConference
  /** The values of the path's `:names`. */
  params: Readonly<Record<string, string>>
  /** The address for links, without a trailing slash. */
  publicUrl: string
  instanceId: string
}

/** Bytes, or the document's path below /c/<slug>/ if it has moved there. */
export type DocumentContent = string | Uint8Array | { movedTo: string }

/** Bytes derived from a version of a conference: the same version gives the same bytes. */
export type ConferenceDocument = {
  /** Below /c/<slug>/; `:slug` stands for one word of the address, "tracks/:slug.ics". */
  path: string
  mediaType: string
  /**
   * A feed may be kept for minutes by whoever fetched it; a live document is asked for anew each time, with its ETag.
   */
  cache: 'feed' | 'live'
  /** Null: there is no such thing in this conference (404). */
  render: (context: DocumentContext) => Promise<DocumentContent | null>
}
