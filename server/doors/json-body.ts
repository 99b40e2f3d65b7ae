import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/platform/errors'

const MOST_BYTES = 256 * 1024

/**
 * The JSON body of a request. Its length is known to be said (body-limit.ts).
 * @throws {AppError} INVALID when it is not JSON; TOO_LARGE when it is longer than any report
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new AppError('INVALID', 'not-json')
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new AppError('TOO_LARGE', 'body')
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch {
    throw new AppError('INVALID', 'not-json')
  }
}
