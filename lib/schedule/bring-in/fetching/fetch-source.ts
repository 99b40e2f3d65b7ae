import type { Problem } from '@/lib/platform/errors'
import { fetchFile, type FetchLimits, type FetchResult, type Validators } from '@/lib/platform/http/fetch-file'
import { hasPassword, withoutCredentials, type Access } from '@/lib/platform/http/public-address'
import type { ImportFile } from '@/lib/formats/reading/adapter'
import { readJson } from '@/lib/formats/reading/json'
import { MOST_BYTES } from '@/lib/formats/most-bytes'
import { isPage, scheduleOnPage } from './page-links'
import { sourceAddress, type SourceAddress } from './source-address'

const DEADLINE_MS = 30_000

/** A file that was fetched: by which address, and what it is asked for again by. */
export type FetchedFile = Validators & {
  /** Without credentials. */ url: string
  /** There was a name or a password in it, which is not kept: nobody can ask there again. */ hadPassword?: true
}

/** What an import is made of, from wherever it came. */
export type ImportMaterial = {
  files: ImportFile[]
  /** Where they were fetched, without credentials; null for files and pasted text. */
  address: string | null
  siteKey: string | null
  problems: Problem[]
  /** In the order of the files; absent: they were given. */
  fetched?: FetchedFile[]
}

export type FailedFetch = Extract<FetchResult, { ok: false }>
type MissingFile = FailedFetch & { url: string }
export type FetchedSource = {
  ok: true
  /** What would have completed the rest. */ missing: MissingFile[]
} & Required<ImportMaterial> & { address: string }
/** Asks for one address. */
export type FetchOne = (url: string) => Promise<FetchResult>

/**
 * Fetches what is at an address that a person gave. A page for people is searched for where its schedule is, once; one
 * that does not say so is what was fetched. A part that only completes the rest may be missing: a problem.
 * @param access what may be asked beside the public internet
 */
export async function fetchSource(
  typed: string,
  access: Access & Pick<FetchLimits, 'signal'> = {},
  fetchOne: FetchOne = (url) => fetchFile(url, fetchLimits(access)),
): Promise<FetchedSource | FailedFetch> {
  const source = sourceAddress(typed)
  const first = await fetchOne(source.urls[0] ?? typed)
  if (!first.ok) return first
  if (source.instead !== null && !readJson(first).ok) return fetchInstead(source, fetchOne)
  if (isPage(first.bytes)) {
    if (isSignIn(first.address)) return { ok: false, reason: 'needs-sign-in', detail: new URL(first.address).host }
    const found = scheduleOnPage(first.bytes, first.address)
    if (found) return fetchFound(found, fetchOne)
  }
  return complete(source, first, fetchOne)
}

/** How large an answer may be, and how long it may take. */
export function fetchLimits(access: Access & Pick<FetchLimits, 'signal'>): FetchLimits {
  return { maxBytes: MOST_BYTES, timeoutMs: DEADLINE_MS, ...access }
}

/** What a page names. It is no page again that leads elsewhere. */
async function fetchFound(source: SourceAddress, fetchOne: FetchOne): Promise<FetchedSource | FailedFetch> {
  const first = await fetchOne(source.urls[0] ?? source.address)
  if (!first.ok) return first
  return source.instead !== null && !readJson(first).ok
    ? fetchInstead(source, fetchOne)
    : complete(source, first, fetchOne)
}

async function fetchInstead(source: SourceAddress, fetchOne: FetchOne): Promise<FetchedSource | FailedFetch> {
  const url = source.instead ?? source.address
  const first = await fetchOne(url)
  return first.ok ? complete({ ...source, urls: [url] }, first, fetchOne) : first
}

async function complete(
  { address, siteKey, urls }: SourceAddress,
  first: Extract<FetchResult, { ok: true }>,
  fetchOne: FetchOne,
): Promise<FetchedSource> {
  const [url = address, ...others] = urls
  const files = [{ name: nameOf(url), bytes: first.bytes }]
  const fetched = [fetchedFile(url, first)]
  const missing: MissingFile[] = []
  for (const other of others) {
    const answer = await fetchOne(other)
    if (!answer.ok) {
      missing.push({ ...answer, url: withoutCredentials(other) })
      continue
    }
    files.push({ name: nameOf(other), bytes: answer.bytes })
    fetched.push(fetchedFile(other, answer))
  }
  return { ok: true, files, address, siteKey, problems: missing.map(notFetched), fetched, missing }
}

function fetchedFile(url: string, { address, etag, lastModified }: Validators): FetchedFile {
  return { url: withoutCredentials(url), address, etag, lastModified, ...(hasPassword(url) && { hadPassword: true }) }
}

function notFetched({ url, detail }: MissingFile): Problem {
  return { severity: 'warning', path: url.slice(0, 200), code: 'not-fetched', detail: detail.slice(0, 200) }
}

/** Where those who are not signed in are sent, with an answer as if all were well. */
function isSignIn(address: string): boolean {
  const { hostname, pathname } = new URL(address)
  return /^accounts\.google\.com$|^login\./.test(hostname) || /\/(ServiceLogin|sign[_-]?in|log-?in)\/?$/i.test(pathname)
}

function nameOf(url: string): string {
  if (!URL.canParse(url)) return url
  const { pathname, hostname } = new URL(url)
  return pathname.split('/').filter(Boolean).at(-1) ?? hostname
}
