import type { Problem } from '@/lib/platform/errors'
import { fetchFile, type FetchResult } from '@/lib/platform/http/fetch-file'
import { withoutCredentials, type Access } from '@/lib/platform/http/public-address'
import type { ImportFile } from '@/lib/formats/reading/adapter'
import { readJson } from '@/lib/formats/reading/json'
import { MOST_BYTES } from '@/lib/formats/read-files'
import { isPage, scheduleOnPage } from './page-links'
import { sourceAddress, type SourceAddress } from './source-address'

const DEADLINE_MS = 30_000

/** What an import is made of, from wherever it came. */
export type ImportMaterial = {
  files: ImportFile[]
  /** Where they were fetched, without credentials; null for files and pasted text. */
  address: string | null
  siteKey: string | null
  problems: Problem[]
}

type Failed = Extract<FetchResult, { ok: false }>
type Fetched = { ok: true } & ImportMaterial

/**
 * Fetches what is at an address that a person gave. A page for people is searched for where its schedule is, once; one
 * that does not say so is what was fetched. A part that only completes the rest may be missing: a problem.
 * @param access what may be asked beside the public internet
 */
export async function fetchSource(typed: string, access: Access = {}): Promise<Fetched | Failed> {
  const source = sourceAddress(typed)
  const first = await fetchOne(source.urls[0] ?? typed, access)
  if (!first.ok) return first
  if (source.instead !== null && !readJson(first).ok) return fetchInstead(source, access)
  if (isPage(first.bytes)) {
    if (isSignIn(first.address)) return { ok: false, reason: 'needs-sign-in', detail: new URL(first.address).host }
    const found = scheduleOnPage(first.bytes, first.address)
    if (found) return fetchFound(found, access)
  }
  return complete(source, first, access)
}

/** What a page names. It is no page again that leads elsewhere. */
async function fetchFound(source: SourceAddress, access: Access): Promise<Fetched | Failed> {
  const first = await fetchOne(source.urls[0] ?? source.address, access)
  if (!first.ok) return first
  return source.instead !== null && !readJson(first).ok ? fetchInstead(source, access) : complete(source, first, access)
}

async function fetchInstead(source: SourceAddress, access: Access): Promise<Fetched | Failed> {
  const url = source.instead ?? source.address
  const first = await fetchOne(url, access)
  return first.ok ? complete({ ...source, urls: [url] }, first, access) : first
}

async function complete(
  { address, siteKey, urls }: SourceAddress,
  first: Extract<FetchResult, { ok: true }>,
  access: Access,
): Promise<Fetched> {
  const files = [{ name: nameOf(urls[0] ?? address), bytes: first.bytes }]
  const problems: Problem[] = []
  for (const url of urls.slice(1)) {
    const fetched = await fetchOne(url, access)
    if (fetched.ok) files.push({ name: nameOf(url), bytes: fetched.bytes })
    else
      problems.push({
        severity: 'warning',
        path: withoutCredentials(url).slice(0, 200),
        code: 'not-fetched',
        detail: fetched.detail.slice(0, 200),
      })
  }
  return { ok: true, files, address, siteKey, problems }
}

function fetchOne(url: string, access: Access): Promise<FetchResult> {
  return fetchFile(url, { maxBytes: MOST_BYTES, timeoutMs: DEADLINE_MS, ...access })
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
