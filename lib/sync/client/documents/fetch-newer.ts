import type { LiveDocument } from '../../live-document'
import { documentReader, type DocumentReader } from './document-reader'

export type Fetched<Value> = { value: Value; etag: string | null }

/**
 * `unchanged`: it is still the one with that ETag. `gone`: the server has none, or shows it no more. Null: it could not
 * be had, or not be read.
 */
export type Answer<Value> = Fetched<Value> | 'unchanged' | 'gone' | null

/**
 * Asks the server for a document.
 * @param etag of the one that is here; null: none is
 * @param calm for what nobody waits for: resolves when the page has time. It is asked before what came is read, which
 *   is done in parts then, and once more before it is given back
 */
export async function fetchNewer<Value>(
  document: LiveDocument<Value>,
  slug: string,
  etag: string | null,
  calm?: () => Promise<void>,
): Promise<Answer<Value>> {
  try {
    const known: RequestInit = etag ? { headers: { 'if-none-match': etag } } : { cache: 'no-cache' }
    // Together: on a slow network one after the other takes twice as long.
    const [reader, response] = await Promise.all([
      documentReader(),
      fetch(document.address(slug), { ...known, signal: AbortSignal.timeout(document.patienceMs ?? 10_000) }),
    ])
    if (response.status === 304) return 'unchanged'
    if (response.status === 404) return 'gone'
    if (!response.ok) return null
    const value = calm
      ? await readCalmly(document, reader, response, calm)
      : reader.read(document, await response.json())
    return value === null ? null : { value, etag: response.headers.get('etag') }
  } catch {
    return null
  }
}

/** All of it is on this device before the page is waited for, so that the server need not be asked again. */
async function readCalmly<Value>(
  document: LiveDocument<Value>,
  { readInParts }: DocumentReader,
  response: Response,
  calm: () => Promise<void>,
): Promise<Value | null> {
  const body = await response.blob()
  await calm()
  const value = await readInParts(document, JSON.parse(await body.text()))
  await calm()
  return value
}
