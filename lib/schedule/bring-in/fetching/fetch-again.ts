import { fetchFile, fetchIfChanged, type FetchResult } from '@/lib/platform/http/fetch-file'
import type { Access } from '@/lib/platform/http/public-address'
import { fetchLimits, fetchSource, type FailedFetch, type FetchedFile, type FetchedSource } from './fetch-source'

/**
 * Fetches once more what is at the address of a source. Its files are asked for by what they were known by the last
 * time, where the site gave each of them that.
 * @param known the files that were there then
 * @returns 'unchanged' where the site says so of every file. A file that was there and cannot be had is a failure of
 *   the whole: without it the rest would say that what it holds is gone
 */
export async function fetchAgain(
  address: string,
  known: readonly FetchedFile[],
  access: Access = {},
): Promise<FetchedSource | FailedFetch | 'unchanged'> {
  const limits = fetchLimits(access)
  const answers = new Map<string, FetchResult>()
  if (known.length > 0 && known.every(({ etag, lastModified }) => etag !== null || lastModified !== null)) {
    const before = await askAll(known, access)
    if (!before.ok) return before
    if (before.answers.size === 0) return 'unchanged'
    for (const [url, answer] of before.answers) answers.set(url, answer)
  }
  const source = await fetchSource(address, access, async (url) => answers.get(url) ?? (await fetchFile(url, limits)))
  if (!source.ok) return source
  return source.missing.find(({ url }) => known.some((file) => file.url === url)) ?? source
}

/** What came anew, by its address; a failure ends it. */
async function askAll(
  known: readonly FetchedFile[],
  access: Access,
): Promise<{ ok: true; answers: Map<string, FetchResult> } | FailedFetch> {
  const answers = new Map<string, FetchResult>()
  for (const file of known) {
    const answer = await fetchIfChanged(file.url, file, fetchLimits(access))
    if (answer === 'unchanged') continue
    if (!answer.ok) return answer
    answers.set(file.url, answer)
  }
  return { ok: true, answers }
}
