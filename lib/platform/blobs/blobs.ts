import type { Readable } from 'node:stream'
import { BLOB_KEY, type BlobStore, type OpenBlob } from './blob-store'
import { disk } from './disk'
import { s3Store } from './s3'
import { readS3Settings } from './s3-settings'

/**
 * The one door to large bytes: by key, whole. It has two ends: files of the data folder, and the bucket of an S3 server
 * where the environment names one. Both refuse with UNAVAILABLE what may go well later.
 */

/**
 * Keeps the bytes under the key, in place of what was there. Whoever reads meanwhile gets the old or the new, never a
 * part; once it resolves they outlast a power cut.
 * @param key a UUID, lower case
 * @throws {AppError} UNAVAILABLE when the S3 server is away
 */
export async function putBlob(key: string, bytes: Uint8Array): Promise<void> {
  await storeOf(key).put(key, bytes)
}

/** The bytes under the key; null when there are none. @throws {AppError} UNAVAILABLE when the S3 server is away */
export async function readBlob(key: string): Promise<Buffer | null> {
  return storeOf(key).read(key)
}

/**
 * The bytes under the key as a stream, which is read to its end or destroyed; null when there are none.
 * @throws {AppError} UNAVAILABLE when the S3 server is away
 */
export async function openBlob(key: string): Promise<OpenBlob | null> {
  return storeOf(key).open(key)
}

/**
 * Keeps the bytes of a stream under the key, as `putBlob` does, a few megabytes at a time in memory; of one that fails,
 * or whose bytes are others, nothing is kept.
 * @param sha256 of all of them, as hex
 * @throws {AppError} UNAVAILABLE when the S3 server is away
 */
export async function putBlobStream(key: string, stream: Readable, sha256: string): Promise<void> {
  await storeOf(key).putStream(key, stream, sha256)
}

/** Are there bytes under the key? @throws {AppError} UNAVAILABLE when the S3 server is away */
export async function hasBlob(key: string): Promise<boolean> {
  return storeOf(key).has(key)
}

/** Removes the bytes under the key, if there are any. @throws {AppError} UNAVAILABLE when the S3 server is away */
export async function deleteBlob(key: string): Promise<void> {
  await storeOf(key).remove(key)
}

/**
 * The keys of what was put before that instant, some at a time: whoever knows which are in use finds here those that
 * are not.
 * @throws {AppError} UNAVAILABLE when the S3 server is away
 */
export function listBlobs(putBefore: Date): AsyncGenerator<string[]> {
  return store().list(putBefore)
}

/**
 * Removes what was begun before that instant and never ended, because whoever put it was killed.
 * @returns how many
 * @throws {AppError} UNAVAILABLE when the S3 server is away
 */
export async function clearHalfBlobs(begunBefore: Date): Promise<number> {
  return store().clearHalves(begunBefore)
}

/** Can blobs be put and read now? */
export async function areBlobsReachable(): Promise<boolean> {
  return store()
    .check()
    .then(
      () => true,
      () => false,
    )
}

function storeOf(key: string): BlobStore {
  if (!BLOB_KEY.test(key)) throw new Error(`${key.slice(0, 80)} is no key of a blob`)
  return store()
}

function store(): BlobStore {
  const settings = readS3Settings(process.env)
  return settings ? s3Store(settings) : disk
}
