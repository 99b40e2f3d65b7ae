/** Of the database's own making, never a name that somebody gave: nothing of it can lead out of where blobs are. */
export const BLOB_KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * An end of the door to large bytes (blobs.ts): what it does with keys that are known to be keys. A blob is a picture,
 * some megabytes at most, which is drawn and hashed whole: so it goes in and out whole.
 */
export type BlobStore = {
  /** Keeps the bytes: whoever reads meanwhile gets the old or the new; once it resolves they are there for good. */
  put(key: string, bytes: Uint8Array): Promise<void>
  read(key: string): Promise<Buffer | null>
  has(key: string): Promise<boolean>
  remove(key: string): Promise<void>
  /** The keys of what was put before that instant, some at a time. */
  list(putBefore: Date): AsyncGenerator<string[]>
  /** @throws {Error} when blobs cannot be put or read here now */
  check(): Promise<void>
}
