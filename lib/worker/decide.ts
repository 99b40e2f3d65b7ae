import { languages } from '@/lib/i18n/language-names'
import { local } from '@/lib/program/addresses'
import { KEPT, shortcuts } from '@/lib/program/pages'

export { KEPT }

/**
 * What the worker does with a request: leave it alone; the network alone; the network while it is quick; this device at
 * once; a file by its name; a page that is one secret address's alone, as it was when it was last here.
 */
export type AnswerWay = 'leave' | 'network' | 'quick network' | 'device' | 'file' | 'copy'

/** A network slower than this counts as none where this device has something to show. */
export const PATIENCE_MS = 2_000

const NOTES = '/notes(?:/[^/.]+)?'
const OF_CONFERENCE = Object.values(local)
  .filter(Boolean)
  .map((path) => path.replace(':day', '\\d{4}-\\d\\d-\\d\\d').replace(/:\w+/, '[^/.]+'))
  .join('|')
const SCREEN = new RegExp(`^(?:/c/[a-z0-9-]+(?:/(?:${OF_CONFERENCE}))?|${NOTES})/?$`)

/** A steward's door: no shell knows it, and who counts there must not wait for a network. */
const COPIED = /^\/steward\/[\w-]+\/?$/

const HAS_EXTENSION = /\.[^/]*$/

/**
 * Only reads are ever handled, and of those only pages and the build's files: what is written, and what machines ask
 * for, goes to the server as if there were no worker.
 * @param files the addresses that this build keeps
 */
export function wayOf(
  { method, mode, pathname, search = '' }: { method: string; mode: string; pathname: string; search?: string },
  files: ReadonlySet<string>,
): AnswerWay {
  if (method !== 'GET') return 'leave'
  if (mode !== 'navigate') return pathname.startsWith('/_next/static/') || files.has(pathname) ? 'file' : 'leave'
  if (pathname in shortcuts || pathname === '/share') return 'device'
  if (SCREEN.test(pathname)) return search === KEPT ? 'device' : 'quick network'
  if (isCopied(pathname)) return 'copy'
  return pathname.startsWith('/api/') || pathname.startsWith('/feeds/') || HAS_EXTENSION.test(pathname)
    ? 'leave'
    : 'network'
}

/** Is this page kept as it was last? */
export function isCopied(pathname: string): boolean {
  return COPIED.test(pathname)
}

/** What an answer's headers say to a worker of this build: to go, to look for its successor, or nothing. */
export function orderIn(headers: { get(name: string): string | null }, build: string): 'off' | 'update' | null {
  if (headers.get('x-hallway-worker') === 'off') return 'off'
  const served = headers.get('x-hallway-build')
  return served !== null && served !== build ? 'update' : null
}

/** Did Hallway itself answer, and not what stands before it? */
export function isOurs(headers: { has(name: string): boolean }): boolean {
  return headers.has('x-hallway-build')
}

/** A server that is down behind its proxy, or has no database, is no network. */
export function isOutage(status: number): boolean {
  return status >= 500
}

export const shellsOf = (build: string) => `hallway-shells-${build}`
export const filesOf = (build: string) => `hallway-files-${build}`
/** Where the worker keeps what it was told. */
export const TOLD = 'hallway-told'

/** A page may be open since the build before the last one. */
const BUILDS_KEPT = 2

/**
 * The caches that this build needs no more. Other builds' shells go at once; the files of the last ones stay while an
 * open page may still ask for them.
 * @param names in the order in which they were made, as a browser lists them
 * @param othersOpen a page other than the one just asked for is open
 */
export function cachesToDrop(names: readonly string[], build: string, othersOpen: boolean): string[] {
  const files = names.filter((name) => name.startsWith('hallway-files-') && name !== filesOf(build))
  const kept = [shellsOf(build), filesOf(build), TOLD, ...(othersOpen ? files.slice(-BUILDS_KEPT) : [])]
  return names.filter((name) => name.startsWith('hallway-') && !kept.includes(name))
}

/** The shell pages to show: in the language last seen on this device, else the browser's, else English; the rest. */
export function shellAddresses(told: string | null, preferred: readonly string[]): string[] {
  const wanted = [told ?? '', ...preferred].map((tag) => tag.slice(0, 2).toLowerCase())
  const known = wanted.filter((tag) => languages.some((language) => language === tag))
  return [...new Set([...known, 'en', ...languages])].map((language) => `/offline/${language}`)
}
