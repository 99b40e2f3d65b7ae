import type { IncomingMessage } from 'node:http'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, type InputType, type ZlibOptions } from 'node:zlib'
import { FetchError } from './fetch-failure'

/**
 * The whole body of an answer, decompressed.
 * @throws {FetchError} 'too-large' where it is more than `maxBytes`, as sent or decompressed; 'answer-broken' where it
 *   is cut short or not what it says
 */
export async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  try {
    const sent = await collect(response, maxBytes, signal)
    const unpack = unpackerOf(response.headers['content-encoding']?.trim().toLowerCase(), sent)
    return unpack && sent.length > 0 ? await unpack(sent, { maxOutputLength: maxBytes }) : sent
  } catch (error) {
    if (error instanceof FetchError || signal.aborted) throw error
    if (error instanceof RangeError) throw new FetchError('too-large', `more than ${maxBytes} bytes`)
    throw new FetchError('answer-broken', error instanceof Error ? error.message : String(error))
  }
}

async function collect(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  const gather = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length
      chunks.push(chunk)
      done(size > maxBytes ? new FetchError('too-large', `more than ${maxBytes} bytes`) : null)
    },
  })
  await pipeline(response, gather, { signal })
  return Buffer.concat(chunks)
}

type Unpack = (bytes: InputType, options: ZlibOptions) => Promise<Buffer>

function unpackerOf(encoding: string | undefined, [first = 0, second = 0]: Buffer): Unpack | null {
  if (encoding === 'gzip' || encoding === 'x-gzip') return promisify<InputType, ZlibOptions, Buffer>(gunzip)
  if (encoding === 'br') return promisify<InputType, ZlibOptions, Buffer>(brotliDecompress)
  if (encoding !== 'deflate') return null
  // Some servers leave out the head that the word asks for.
  const hasHead = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
  return promisify<InputType, ZlibOptions, Buffer>(hasHead ? inflate : inflateRaw)
}
