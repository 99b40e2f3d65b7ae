import type { Problem } from '@/lib/platform/errors'
import { fetchFile, type FetchFailure } from '@/lib/platform/http'
import type { ImportFile } from '@/lib/formats/reading/adapter'
import { MOST_BYTES } from '@/lib/formats/read-files'
import { sourceAddress } from './source-address'

const DEADLINE_MS = 30_000

/** What an import is made of, from wherever it came. */
export type ImportMaterial = {
  files: ImportFile[]
  /** Where they were fetched; null for files and pasted text. */
  address: string | null
  siteKey: string | null
  problems: Problem[]
}

/** Fetches what is at an address that a person gave. A part that only completes the rest may be missing: a problem. */
export async function fetchSource(
  typed: string,
  { allowPrivate = false }: { allowPrivate?: boolean } = {},
): Promise<({ ok: true } & ImportMaterial) | { ok: false; reason: FetchFailure; detail: string }> {
  const { address, siteKey, urls } = sourceAddress(typed)
  const files: ImportFile[] = []
  const problems: Problem[] = []
  for (const [index, url] of urls.entries()) {
    const fetched = await fetchFile(url, { maxBytes: MOST_BYTES, timeoutMs: DEADLINE_MS, allowPrivate })
    if (fetched.ok) files.push({ name: nameOf(url), bytes: fetched.bytes })
    else if (index === 0) return fetched
    else
      problems.push({
        severity: 'warning',
        path: url.slice(0, 200),
        code: 'not-fetched',
        detail: fetched.detail.slice(0, 200),
      })
  }
  return { ok: true, files, address, siteKey, problems }
}

function nameOf(url: string): string {
  const { pathname, hostname } = new URL(url)
  return pathname.split('/').filter(Boolean).at(-1) ?? hostname
}
