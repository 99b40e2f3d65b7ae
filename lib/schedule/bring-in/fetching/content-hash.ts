import { createHash } from 'node:crypto'

/** A hash of what files hold, in their order, whatever they are called. */
export function contentHash(files: readonly { bytes: Uint8Array }[]): string {
  const hash = createHash('sha256')
  // Their lengths keep apart what would read the same in one piece.
  for (const { bytes } of files) hash.update(`${bytes.length}\n`).update(bytes)
  return hash.digest('hex')
}
