import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { count } from '../counts'
import { AppError } from '../errors'
import { log } from '../log'
import { BLOB_KEY, type BlobStore } from './blob-store'
import { checked } from './checked'
import { codeOf, readListing } from './s3-answers'
import type { S3Settings } from './s3-settings'
import { endUploads, hashOf, SUM_HEADER, uploadStream, type AskS3, type S3Write } from './s3-upload'

/** A photo on its way within a machine room; keeping one is given twenty seconds (keep-photo.ts). */
const DEADLINE_MS = 15_000
/** Of one that is read as fast as whoever carries many writes it. */
const STREAM_DEADLINE_MS = 10 * 60_000
/** Every request may be made twice: a server that is busy for a moment is asked again. */
const RETRIES = 2

/** As they were kept with the object. */
type Kept = { sum: string | null; etag: string | null }
type Answer = Kept & { body: Buffer }

/**
 * Blobs as private objects of a bucket, asked for by signed requests (AWS Signature Version 4): the server compares the
 * bytes of an upload with their SHA-256, which is kept with them and compared again by whoever reads.
 */
export function s3Store(settings: S3Settings): BlobStore {
  const { endpoint, bucket, prefix, ...keys } = settings
  const client = new AwsClient({ ...keys, service: 's3', retries: RETRIES })
  const under = prefix && `${prefix}/`

  /** Two letters a folder, as on a disk: whoever looks at the bucket finds the same. */
  const nameOf = (key: string) => `${under}${key.slice(0, 2)}/${key}`

  function keyOf(name: string): string | null {
    const key = name.slice(name.lastIndexOf('/') + 1)
    return BLOB_KEY.test(key) && nameOf(key) === name ? key : null
  }

  /**
   * @param take what becomes of an answer that is well
   * @returns null when there is no such object
   * @throws {AppError} UNAVAILABLE when it is not done
   */
  async function askFor<Taken>(
    { method, name, query = {}, bytes, headers = {} }: S3Write,
    take: (answer: Response, kept: Kept) => Promise<Taken>,
    deadlineMs = DEADLINE_MS,
  ): Promise<Taken | null> {
    try {
      const answer = await client.fetch(`${endpoint}/${bucket}${name && `/${name}`}${searchOf(query)}`, {
        method,
        ...(bytes && { body: bytes }),
        headers: { ...headers, ...(method !== 'GET' && { 'x-amz-content-sha256': hashOf(bytes ?? new Uint8Array()) }) },
        // Next keeps what its fetch brings, unless told not to.
        cache: 'no-store',
        signal: AbortSignal.timeout(deadlineMs),
      })
      if (answer.ok) {
        const taken = await take(answer, { sum: answer.headers.get(SUM_HEADER), etag: answer.headers.get('etag') })
        count('s3_requests', 'done')
        return taken
      }
      const code = codeOf(await answer.text())
      if (answer.status === 404 && code === 'NoSuchKey') return null
      throw new Error(`${answer.status} ${code}`)
    } catch (error) {
      throw away(error, method)
    }
  }

  function away(error: unknown, method: string): AppError {
    count('s3_requests', 'failed')
    log.error({ reason: reasonOf(error), method, endpoint, bucket }, 'The S3 server did not do what it was asked')
    return new AppError('UNAVAILABLE', 'photos')
  }

  /** What fails on its way is away, too. */
  async function* passOn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes
    } catch (error) {
      throw away(error, 'GET')
    }
  }

  function ask(request: S3Write): Promise<Answer | null> {
    return askFor(request, async (answer, kept) => ({ ...kept, body: Buffer.from(await answer.arrayBuffer()) }))
  }

  const askInParts: AskS3 = async (request) => {
    const { body, etag } = (await ask(request)) ?? { body: '', etag: null }
    return { body: body.toString(), etag }
  }

  async function* pages(within: string, most: number) {
    let from: string | null = null
    do {
      const query = { 'list-type': '2', prefix: within, 'max-keys': String(most) }
      const answer = await ask({
        method: 'GET',
        name: '',
        query: from === null ? query : { ...query, 'continuation-token': from },
      })
      const { objects, next } = readListing(answer?.body.toString() ?? '')
      yield objects
      from = next
    } while (from !== null)
  }

  return {
    async put(key, bytes) {
      const body = new Uint8Array(bytes)
      await ask({ method: 'PUT', name: nameOf(key), bytes: body, headers: { [SUM_HEADER]: hashOf(body) } })
    },
    putStream: (key, stream, sha256) => uploadStream(askInParts, nameOf(key), stream, { sha256 }),
    async read(key) {
      const answer = await ask({ method: 'GET', name: nameOf(key) })
      if (!answer || answer.sum === null || answer.sum === hashOf(answer.body)) return answer?.body ?? null
      log.error({ key, bucket }, 'An object of the bucket is not what was put there')
      throw new AppError('UNAVAILABLE', 'photos')
    },
    open: (key) =>
      askFor(
        { method: 'GET', name: nameOf(key) },
        async ({ headers, body }, { sum }) => {
          const size = headers.get('content-length')
          if (size === null || body === null) throw new Error('The server does not say how long an object is')
          const stream = Readable.from(passOn(sum === null ? body : checked(body, sum)), { objectMode: false })
          return { size: Number(size), stream }
        },
        STREAM_DEADLINE_MS,
      ),
    /** By a listing: HEAD has no body, so that no bucket would look like no object. */
    async has(key) {
      const name = nameOf(key)
      for await (const objects of pages(name, 1)) return objects.some((object) => object.name === name)
      return false
    },
    async remove(key) {
      await ask({ method: 'DELETE', name: nameOf(key) })
    },
    async *list(putBefore) {
      for await (const objects of pages(under, 1_000))
        yield objects.filter(({ putAt }) => putAt < putBefore).flatMap(({ name }) => keyOf(name) ?? [])
    },
    clearHalves: (begunBefore) => endUploads(askInParts, under, begunBefore),
    async check() {
      for await (const _ of pages(prefix, 1)) return
    },
  }
}

/** "503 SlowDown", or why it could not be reached. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

function searchOf(query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString()
  return search && `?${search}`
}
