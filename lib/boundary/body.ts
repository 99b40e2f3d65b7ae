import { AppError } from '@/lib/platform/errors'

/** No JSON body comes near this, but a push (MOST_PUSH_BYTES). */
export const MOST_JSON_BYTES = 1_000_000

/**
 * The JSON body of a request, read no further than `most` bytes.
 * @throws {AppError} INVALID when it is not JSON, or says it is not; TOO_LARGE when it is longer
 */
export async function readJsonOf(request: Request, most = MOST_JSON_BYTES): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    throw new AppError('INVALID', 'not-json')
  const bytes = await readBytes(request.body, most)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('INVALID', 'not-json')
  }
}

/**
 * The form of a request with files, read no further than `most` bytes.
 * @throws {AppError} INVALID when it is none; TOO_LARGE when it is longer
 */
export async function readFormOf(request: Request, most: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) throw new AppError('INVALID', 'not-form')
  const bytes = await readBytes(request.body, most)
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw new AppError('INVALID', 'not-form')
  })
}

/**
 * A body, read no further than `most` bytes.
 * @throws {AppError} TOO_LARGE when it is longer; INVALID when it breaks off: whoever sent it stopped or lost the
 *   connection, which is no fault of ours
 */
export async function readBytes(body: ReadableStream<Uint8Array> | null, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of body ?? []) {
      length += chunk.byteLength
      if (length > most) throw new AppError('TOO_LARGE', 'body')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('INVALID', 'body-broken-off')
  }
  return Buffer.concat(chunks)
}
