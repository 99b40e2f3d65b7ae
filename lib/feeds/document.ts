import type { Database } from '@/lib/platform/db'
import type { LiveDocument } from '@/lib/sync/live-document'

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

/** The same, as the database is asked for it. */
export const documentFields = {
  id: true,
  slug: true,
  name: true,
  language: true,
  timeZone: true,
  venue: true,
  url: true,
  version: true,
  updatedAt: true,
} as const satisfies Record<keyof DocumentConference, true>

export type DocumentContext = {
  db: Database
  conference: DocumentConference
  /** The values of the path's `:names`. */
  params: Readonly<Record<string, string>>
  /** The address for links, without a trailing slash. */
  publicUrl: string
  instanceId: string
  /** At an address that it must not say, so that it can be passed on. */
  isSecret?: boolean
}

/** A text that has been the same since an instant; null: only its ETag can say. */
export type DatedText = { text: string; changedAt: Date | null }

/** The text of a secret address, in a version that is later whenever it is another. */
export type GivenFeed = { body: string; version: number; lastModified: Date | null }

/** Bytes, or the document's path below /c/<slug>/ if it has moved there. */
export type DocumentContent = string | Uint8Array | DatedText | { movedTo: string }

/** Bytes derived from a version of a conference: the same version gives the same bytes. */
export type ConferenceDocument = {
  /** Below /c/<slug>/; `:slug` stands for one word of the address, "tracks/:slug.ics". */
  path: string
  mediaType: string
  /**
   * A feed may be kept for minutes by whoever fetched it; a live document is asked for anew each time, with its ETag.
   */
  cache: 'feed' | 'live'
  /** Kept as a file by whoever opens it, not shown. */
  isDownload?: boolean
  /** Null: there is no such thing in this conference (404). */
  render: (context: DocumentContext) => Promise<DocumentContent | null>
}

/** Of what a live document is made. */
export type LiveContext = {
  db: Database
  conferenceId: string
  /** Of what changes with the programme: when that last changed. */
  now: Date
}

/** A live document and what it is made of. */
export type ServedDocument = {
  document: LiveDocument<unknown>
  /** Its name, and those of its other forms. */
  names: readonly string[]
  isForOtherSites: boolean
  /** The JSON of each name; null: there is no such conference. */
  render: (context: LiveContext) => Promise<readonly string[] | null>
}

type Ways<Value> = {
  render: (context: LiveContext) => Promise<Value | null>
  /** The same as other programs read it, by the name it has for them. */
  otherForms?: Readonly<Record<string, (value: Value) => unknown>>
  /** Pages of other sites may read it. */
  isForOtherSites?: boolean
}

/** Says what a live document is made of; a line of the one list in lib/handlers.ts. */
export function served<Value, Rendered extends Value>(
  document: LiveDocument<Value>,
  { render, otherForms = {}, isForOtherSites = false }: Ways<Rendered>,
): ServedDocument {
  return {
    document,
    names: [document.name, ...Object.keys(otherForms)],
    isForOtherSites,
    async render(context) {
      const value = await render(context)
      return (
        value &&
        [value, ...Object.values(otherForms).map((formOf) => formOf(value))].map((form) => JSON.stringify(form))
      )
    },
  }
}
