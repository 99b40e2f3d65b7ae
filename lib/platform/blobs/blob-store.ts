import type { Readable } from 'node:stream'

/** Of the database's own making, never a name that somebody gave: nothing of it can lead out of where blobs are. */
export const BLOB_KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The bytes of a blob as they come, and how many there will be. */
export type OpenBlob = { size: number; stream: Readable }

/**
 * An end of the door to large bytes (blobs.ts): what it does with keys that are known to be keys. A blob is a picture,
 * some megabytes at most, which is drawn and hashed whole: so it goes in and out whole, but for who carries many.
 */
export type BlobStore = {
  /** Keeps the bytes: whoever reads meanwhile gets the old or the new; once it resolves they are there for good. */
  put(key: string, bytes: Uint8Array): Promise<void>
  read(key: string): Promise<Buffer | null>
  /** The same as a stream, which whoever asks reads to its end or destroys. */
  open(key: string): Promise<OpenBlob | null>
  /**
   * Like `put`, of bytes that come one after the other; of a stream that fails, or has another SHA-256 (as hex),
   * nothing is kept.
   */
  putStream(key: string, stream: Readable, sha256: string): Promise<void>
  has(key: string): Promise<boolean>
  remove(key: string): Promise<void>
  /** The keys of what was put before that instant, some at a time. */
  list(putBefore: Date): AsyncGenerator<string[]>
  /** Removes what was begun before that instant and never ended: whoever put it was killed. @returns how many */
  clearHalves(begunBefore: Date): Promise<number>
  /** @throws {Error} when blobs cannot be put or read here now */
  check(): Promise<void>
}
