import type { LiveDocument } from '../../live-document'
import type { Table } from 'dexie'
import type { PersonStore } from '../kind'
import { isRecent } from './trust'

/** What the server said of a document. */
export type Said = {
  etag: string | null
  /** When it last said that it stands so (ISO). */ keptAt: string
  /** How the document's topic stood when it was asked; null: not known. */ version: number | null
}

/** What this device keeps of a document. */
export type Kept = Partial<Said> & {
  json: unknown
  /** Since when the server is known to have none (ISO). */ goneAt?: string
}

export type Keeping<Value> = {
  /** @throws where there is no store to be had (a private window) */
  get(slug: string): Promise<Kept | undefined>
  /** @throws on a full disk */
  put(slug: string, value: Value, said: Said): Promise<void>
  /** What is kept stands so still. @throws on a full disk */
  confirm(slug: string, said: Said): Promise<void>
}

/** All are in the table of the first that there was, so that stores of before open as they are. */
declare module '../kind' {
  interface Tables {
    announcements: Table<{ slug: string; list: unknown } & Partial<Said>, string>
  }
}

type Store = Pick<PersonStore, 'announcements'>

/** Keeps the last one of each conference, for a dead network. @param storeHere gives the store of whoever is here */
export function keepingOf<Value>(document: LiveDocument<Value>, storeHere: () => Promise<Store>): Keeping<Value> {
  return {
    async get(slug) {
      const row = await (await storeHere()).announcements.get(keyOf(document, slug))
      if (!row) return undefined
      const { list, etag, keptAt, version } = row
      return { json: list, etag, keptAt, version }
    },
    async put(slug, value, said) {
      await (await storeHere()).announcements.put({ slug: keyOf(document, slug), list: value, ...said })
    },
    async confirm(slug, said) {
      await (await storeHere()).announcements.update(keyOf(document, slug), said)
    },
  }
}

/** Gives back only what the server said a moment ago: one of before would mislead. */
export function forAMoment<Value>(keeping: Keeping<Value>): Keeping<Value> {
  return {
    ...keeping,
    async get(slug) {
      const kept = await keeping.get(slug)
      return isRecent(kept?.keptAt) ? kept : undefined
    },
  }
}

/** That first one's rows are called by the slug alone. No slug has a slash. */
function keyOf({ name }: LiveDocument<unknown>, slug: string): string {
  return name === 'announcements.json' ? slug : `${slug}/${name}`
}
