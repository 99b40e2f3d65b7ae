import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AwsClient } from 'aws4fetch'
import { count } from '../counts'
import { AppError } from '../errors'
import { log } from '../log'
import { BLOB_KEY, type BlobStore } from './blob-store'
import { codeOf, readListing } from './s3-answers'
import type { S3Settings } from './s3-settings'

/** A photo on its way within a machine room; keeping one is given twenty seconds (keep-photo.ts). */
const DEADLINE_MS = 15_000
/** Every request may be made twice: a server that is busy for a moment is asked again. */
const RETRIES = 2
const SUM_HEADER = 'x-amz-meta-sha256'

type Request = { method: 'GET' | 'PUT' | 'DELETE'; path: string; query?: Record<string, string>; bytes?: Uint8Array }
type Answer = { body: Buffer; /** As it was kept with the object. */ sum: string | null }

/**
 * Blobs as private objects of a bucket, asked for by signed requests (AWS Signature Version 4): the server compares the
 * bytes of an upload with their SHA-256, which is kept with them and compared again by whoever reads.
 */
export function s3Store(settings: S3Settings): BlobStore {
  const { endpoint, bucket, prefix, ...keys } = settings
  const client = new AwsClient({ ...keys, service: 's3', retries: RETRIES })

  /** Two letters a folder, as on a disk: whoever looks at the bucket finds the same. */
  const nameOf = (key: string) => `${prefix && `${prefix}/`}${key.slice(0, 2)}/${key}`

  function keyOf(name: string): string | null {
    const key = name.slice(name.lastIndexOf('/') + 1)
    return BLOB_KEY.test(key) && nameOf(key) === name ? key : null
  }

  /** @returns null when there is no such object @throws {AppError} UNAVAILABLE when it is not done */
  async function ask({ method, path, query = {}, bytes }: Request): Promise<Answer | null> {
    const sum = bytes && hashOf(bytes)
    try {
      const answer = await client.fetch(`${endpoint}/${bucket}${path}${searchOf(query)}`, {
        method,
        ...(bytes && { body: new Uint8Array(bytes) }),
        ...(sum && { headers: { 'x-amz-content-sha256': sum, [SUM_HEADER]: sum } }),
        // Next keeps what its fetch brings, unless told not to.
        cache: 'no-store',
        signal: AbortSignal.timeout(DEADLINE_MS),
      })
      const body = Buffer.from(await answer.arrayBuffer())
      if (answer.ok) count('s3_requests', 'done')
      if (answer.ok) return { body, sum: answer.headers.get(SUM_HEADER) }
      const code = codeOf(body.toString())
      if (answer.status === 404 && code === 'NoSuchKey') return null
      throw new Error(`${answer.status} ${code}`)
    } catch (error) {
      count('s3_requests', 'failed')
      log.error({ reason: reasonOf(error), method, endpoint, bucket }, 'The S3 server did not do what it was asked')
      throw new AppError('UNAVAILABLE', 'photos')
    }
  }

  async function* pages(under: string, most: number) {
    let from: string | null = null
    do {
      const query = { 'list-type': '2', prefix: under, 'max-keys': String(most) }
      const answer = await ask({
        method: 'GET',
        path: '',
        query: from === null ? query : { ...query, 'continuation-token': from },
      })
      const { objects, next } = readListing(answer?.body.toString() ?? '')
      yield objects
      from = next
    } while (from !== null)
  }

  async function put(key: string, bytes: Uint8Array): Promise<void> {
    await ask({ method: 'PUT', path: `/${nameOf(key)}`, bytes })
  }

  async function read(key: string): Promise<Buffer | null> {
    const answer = await ask({ method: 'GET', path: `/${nameOf(key)}` })
    if (!answer || answer.sum === null || answer.sum === hashOf(answer.body)) return answer?.body ?? null
    log.error({ key, bucket }, 'An object of the bucket is not what was put there')
    throw new AppError('UNAVAILABLE', 'photos')
  }

  return {
    put,
    // Signed with its checksum, it is in memory as a whole, one at a time.
    async putStream(key, stream) {
      await put(key, await buffer(stream))
    },
    read,
    async open(key) {
      const bytes = await read(key)
      return bytes && { size: bytes.byteLength, stream: Readable.from([bytes]) }
    },
    /** By a listing: HEAD has no body, so that no bucket would look like no object. */
    async has(key) {
      const name = nameOf(key)
      for await (const objects of pages(name, 1)) return objects.some((object) => object.name === name)
      return false
    },
    async remove(key) {
      await ask({ method: 'DELETE', path: `/${nameOf(key)}` })
    },
    async *list(putBefore) {
      for await (const objects of pages(prefix && `${prefix}/`, 1_000))
        yield objects.filter(({ putAt }) => putAt < putBefore).flatMap(({ name }) => keyOf(name) ?? [])
    },
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

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
