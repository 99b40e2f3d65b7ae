import { createHash } from 'node:crypto'
import { checked } from './checked'
import { codeOf, readUploads, uploadIdOf } from './s3-answers'

/** The SHA-256 of all bytes of an object, kept with it. */
export const SUM_HEADER = 'x-amz-meta-sha256'

/** What is shorter is put as a whole; the rest in parts of that size. */
export const PART_BYTES = 8 * 1024 * 1024
/** Of one object, at most: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const MOST_PARTS = 10_000

/** A signed request: of an object, or of the bucket where the name is empty. */
export type S3Write = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  name: string
  query?: Record<string, string>
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}
/** @throws {Error} when it is not done */
export type AskS3 = (request: S3Write) => Promise<{ body: string; etag: string | null }>

/**
 * Puts the bytes of a stream as an object, one part at a time in memory; of a stream that fails, or whose bytes are
 * others, no object is left. The server compares each part with its checksum.
 * @param sha256 of all bytes, as hex
 */
export async function uploadStream(
  ask: AskS3,
  name: string,
  stream: AsyncIterable<Uint8Array>,
  { sha256, partBytes = PART_BYTES }: { sha256: string; partBytes?: number },
): Promise<void> {
  const headers = { [SUM_HEADER]: sha256 }
  const parts = partsOf(checked(stream, sha256), partBytes)
  const { value: first = new Uint8Array() } = await parts.next()
  // What is short of a part came at the end of the stream, and is known to be right.
  if (first.byteLength < partBytes) return void (await ask({ method: 'PUT', name, bytes: first, headers }))
  const uploadId = uploadIdOf((await ask({ method: 'POST', name, query: { uploads: '' }, headers })).body)
  try {
    const tags: string[] = []
    for (let bytes: typeof first | undefined = first; bytes; bytes = (await parts.next()).value) {
      const query = { partNumber: String(tags.length + 1), uploadId }
      tags.push((await ask({ method: 'PUT', name, query, bytes })).etag ?? '')
    }
    const { body } = await ask({ method: 'POST', name, query: { uploadId }, bytes: listOfParts(tags) })
    // It answers before it knows, with 200 in any case.
    const code = codeOf(body)
    if (code) throw new Error(`The parts of ${name} were not put together: ${code}`)
  } catch (error) {
    await ask({ method: 'DELETE', name, query: { uploadId } }).catch(() => undefined)
    throw error
  }
}

/**
 * Gives up uploads that were begun before that instant: their parts take room that nobody sees.
 * @param prefix of their names
 * @returns how many
 */
export async function endUploads(ask: AskS3, prefix: string, begunBefore: Date): Promise<number> {
  const { body } = await ask({ method: 'GET', name: '', query: { prefix, uploads: '' } })
  // A server may pass over the prefix.
  const old = readUploads(body).filter(({ name, begunAt }) => name.startsWith(prefix) && begunAt < begunBefore)
  for (const { name, id } of old) await ask({ method: 'DELETE', name, query: { uploadId: id } })
  return old.length
}

/** For x-amz-content-sha256. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** So many bytes each, but for the last. */
async function* partsOf(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  let [part, filled] = [new Uint8Array(size), 0]
  for await (const chunk of stream)
    for (let from = 0; from < chunk.byteLength;) {
      const taken = chunk.subarray(from, from + size - filled)
      part.set(taken, filled)
      filled += taken.byteLength
      from += taken.byteLength
      if (filled < size) continue
      yield part
      ;[part, filled] = [new Uint8Array(size), 0]
    }
  if (filled > 0) yield part.subarray(0, filled)
}

function listOfParts(tags: readonly string[]): Uint8Array<ArrayBuffer> {
  const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag}</ETag></Part>`)
  return new TextEncoder().encode(`<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`)
}
