import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { CHECKSUMS, type Checksums } from './manifest'
import { summing } from './summing'

/** Adds a part, and waits while whoever takes the archive is slower. */
export type AddPart = (name: string, content: Uint8Array | PartStream) => Promise<void>
/** What is too large for memory: as many bytes as it says. */
type PartStream = { size: number; stream: Readable }

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
  async function write(name: string, content: Uint8Array | PartStream): Promise<string> {
    const { size, stream } = content instanceof Uint8Array ? whole(content) : content
    const entry = archive.entry({ name, size, mtime: madeAt, mode: 0o600 })
    const { sum, through } = summing()
    await pipeline(stream, through, entry)
    return sum()
  }
  const written = pipeline(archive, createGzip({ level: 6 }), target)
  const filled = (async () => {
    const held = await fill(async (name, content) => {
      parts[name] = await write(name, content)
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

function whole(bytes: Uint8Array): PartStream {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { size: buffer.byteLength, stream: Readable.from([buffer]) }
}
