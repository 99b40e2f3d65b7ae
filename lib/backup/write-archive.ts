import { createHash } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { CHECKSUMS, type Checksums } from './manifest'

/** Adds a part, and waits while whoever takes the archive is slower. */
export type AddPart = (name: string, bytes: Uint8Array) => Promise<void>

/**
 * Writes a .tar.gz part by part; at its end the checksum of each, by which a reader knows that it is whole.
 *
 * @param target is ended, and destroyed when something fails
 * @param madeAt every part's time
 * @param fill adds the parts, and says what they hold
 */
export async function writeArchive(
  target: Writable,
  madeAt: Date,
  fill: (add: AddPart) => Promise<Omit<Checksums, 'parts'>>,
): Promise<Checksums> {
  const archive = pack()
  const parts: Record<string, string> = {}
  const write = async (name: string, bytes: Uint8Array) =>
    pipeline(
      Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]),
      archive.entry({ name, size: bytes.byteLength, mtime: madeAt, mode: 0o600 }),
    )
  const written = pipeline(archive, createGzip({ level: 6 }), target)
  const filled = (async () => {
    const held = await fill(async (name, bytes) => {
      parts[name] = createHash('sha256').update(bytes).digest('hex')
      await write(name, bytes)
    })
    const checksums = { parts, ...held }
    await write(CHECKSUMS, Buffer.from(JSON.stringify(checksums)))
    archive.finalize()
    return checksums
  })()
  filled.catch((error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))))
  const [checksums] = await Promise.all([filled, written])
  return checksums
}
