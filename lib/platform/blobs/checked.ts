import { createHash } from 'node:crypto'

/**
 * The bytes of a stream as they come.
 * @param sha256 theirs, as hex
 * @throws {Error} at the end, when they are others
 */
export async function* checked(stream: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of stream) {
    hash.update(chunk)
    yield chunk
  }
  if (hash.digest('hex') !== sha256) throw new Error('The bytes are not those whose checksum was given')
}
