import { createReadStream, existsSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import type { z } from 'zod'
import { checksumsSchema, manifestSchema, partNamed, type Checksums, type Manifest, type ArchivePart } from './manifest'
import { InstallationRefusal } from './refusal'
import { summing } from './summing'

/** The largest is one row of a table or one photo; more is no backup of ours. */
const MOST_BYTES = 256 * 1024 * 1024

/** What a part holds, as it comes from the disk. */
export type PartContent = { stream: Readable; /** All of it, in memory. */ bytes: () => Promise<Buffer> }
export type TakePart = (part: ArchivePart, content: PartContent, manifest: Manifest) => Promise<void>
export type Contents = { manifest: Manifest; checksums: Checksums }

/**
 * Reads a backup from its beginning to its end, one part at a time; what is taken of none is passed over.
 *
 * @param take gets each part after the manifest, before all of it is known to be whole: read it once without, first
 * @throws {InstallationRefusal} when it is none, is of another version, was cut short, or differs from its checksums
 */
export async function readArchive(path: string, take: TakePart = async () => undefined): Promise<Contents> {
  if (!existsSync(path)) throw new InstallationRefusal(`there is no file ${path}.`)
  const archive = extract()
  const reading = pipeline(createReadStream(path), createGunzip(), archive)
  reading.catch(() => undefined)
  const sums: Record<string, string> = {}
  let manifest: Manifest | undefined
  let checksums: Checksums | undefined
  try {
    for await (const entry of archive) {
      const { name, size = 0 } = entry.header
      const part = partNamed(name)
      if (!part || size > MOST_BYTES || checksums)
        throw new InstallationRefusal(`${path} is no backup of Hallway: ${name}.`)
      const { through, sum } = summing()
      const passed = pipeline(entry, through)
      passed.catch(() => undefined)
      const content = { stream: through, bytes: () => buffer(through) }
      if (part.kind === 'checksums') checksums = parsed(checksumsSchema, await content.bytes(), path)
      else if (part.kind === 'manifest') manifest = parsed(manifestSchema, await content.bytes(), path)
      else if (!manifest) throw new InstallationRefusal(`${path} is no backup of Hallway: it does not begin as one.`)
      else await take(part, content, manifest)
      through.resume()
      await passed
      if (part.kind !== 'checksums') sums[name] = sum()
    }
    await reading
  } catch (error) {
    archive.destroy()
    if (!isUnreadable(error)) throw error
    throw new InstallationRefusal(`${path} cannot be read: it is no backup of Hallway, or was cut short.`)
  }
  if (!manifest || !checksums) throw new InstallationRefusal(`${path} was cut short: its end is missing.`)
  const names = new Set([...Object.keys(sums), ...Object.keys(checksums.parts)])
  const damaged = [...names].filter((name) => sums[name] !== checksums.parts[name])
  if (damaged.length > 0) throw new InstallationRefusal(`${path} is damaged: ${damaged.slice(0, 3).join(', ')}.`)
  return { manifest, checksums }
}

function parsed<Value>(schema: z.ZodType<Value>, bytes: Buffer, path: string): Value {
  try {
    return schema.parse(JSON.parse(bytes.toString()))
  } catch {
    throw new InstallationRefusal(
      `${path} is no backup that this Hallway reads: it is damaged, or a later version made it. Update Hallway first.`,
    )
  }
}

/** What zlib and tar say of bytes that are none of theirs. */
function isUnreadable(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof InstallationRefusal) return false
  const code = 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') || /tar|Unexpected end|invalid|Premature close/i.test(error.message)
}
