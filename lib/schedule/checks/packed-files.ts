import { promisify } from 'node:util'
import { gunzip, gzip, type InputType, type ZlibOptions } from 'node:zlib'
import { z } from 'zod'
import { MOST_BYTES } from '@/lib/formats/most-bytes'
import type { ImportFile } from '@/lib/formats/reading/adapter'
import { textField } from '@/lib/platform/fields'

const headSchema = z.array(z.object({ name: textField(), length: z.number().int().min(0) }))
/** Files that were fetched apart may be as large each. */
const MOST_UNPACKED = 10 * MOST_BYTES

/** Files as one: a line of JSON that names them, then what is in them, all gzipped. */
export async function packFiles(files: readonly ImportFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const head = JSON.stringify(files.map(({ name, bytes }) => ({ name, length: bytes.length })))
  const plain = Buffer.concat([Buffer.from(`${head}\n`), ...files.map(({ bytes }) => bytes)])
  return new Uint8Array(await promisify<InputType, Buffer>(gzip)(plain))
}

/** The files again. @throws {Error} for what packFiles did not make */
export async function unpackFiles(packed: Uint8Array): Promise<ImportFile[]> {
  const unzip = promisify<InputType, ZlibOptions, Buffer>(gunzip)
  const plain = await unzip(packed, { maxOutputLength: MOST_UNPACKED })
  const line = plain.indexOf('\n')
  let from = line + 1
  return headSchema.parse(JSON.parse(plain.subarray(0, line).toString())).map(({ name, length }) => {
    const bytes = plain.subarray(from, from + length)
    from += length
    return { name, bytes: new Uint8Array(bytes) }
  })
}
