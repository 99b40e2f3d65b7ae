import { paths, type PageName } from './addresses'

/** In thumb reach on every page, in this order. */
export const tabs = ['now', 'schedule', 'plan', 'notes', 'rooms'] as const

/** In the sitemap. */
export const listed = ['now', 'schedule', 'speakers', 'tracks', 'colocatedEvents', 'rooms'] as const

/** The addresses that only say where to go in the conference looked at last on this device. */
export const shortcuts = { '/now': 'now', '/my-plan': 'plan', '/new-note': 'notes' } as const

/** In an address: this device's copy is wanted, whatever the server has. */
export const KEPT = '?kept'

/** At a session's address: its note is to be written at once. */
export const WRITE = '#write'

/** At the address of a new note: where I am in a session, its note is meant. */
export const INSIDE = '#inside'

/** In the settings of a conference: who can see it. */
export const WHO_SEES_IT = 'who-sees-it'

export type Place = {
  slug: string
  /** Null: no page of the table. */ name: PageName | null
  /** What stands for its `:name`; empty where it has none. */ word: string
}

const ADDRESS = /^\/c\/([a-z0-9-]+)(?:\/(.+))?$/

/** What of which conference is at this path; null: none of it is a conference's. */
export function placeAt(path: string): Place | null {
  const [, slug, rest = ''] = ADDRESS.exec(path) ?? []
  if (slug === undefined) return null
  for (const name in paths) {
    const word = isOf(paths, name) ? wordIn(paths[name], rest) : null
    if (word !== null && isOf(paths, name)) return { slug, name, word }
  }
  return { slug, name: null, word: '' }
}

/** Is a page of this group of the table? */
export function isOf<Group extends object>(group: Group, name: string | null): name is keyof Group & string {
  return name !== null && name in group
}

const WORD = /^[^/.]+$/
/** What stands before its word, what that is called, and what stands after it. */
const PATTERN = /^([^:]*):(\w+)(.*)$/
const DAY = /^\d{4}-\d\d-\d\d$/

function wordIn(pattern: string, rest: string): string | null {
  const [, before = '', named, after = ''] = PATTERN.exec(pattern) ?? []
  if (named === undefined) return pattern === rest ? '' : null
  if (!rest.startsWith(before) || !rest.endsWith(after)) return null
  const word = rest.slice(before.length, rest.length - after.length)
  return (named === 'day' ? DAY : WORD).test(word) ? word : null
}
