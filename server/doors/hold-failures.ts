import type { Exchange } from './exchange'
import type { SayNotNow } from './not-now'

type Options = {
  /** Did it fail because of something that passes? */
  isPassing: (exchange: Exchange) => Promise<boolean>
  sayNotNow: SayNotNow
}

/**
 * Holds back what Next answers where it fails, until it is known why: what passes is said in its place. All other
 * answers go out as they come.
 */
export function holdFailures(exchange: Exchange, { isPassing, sayNotNow }: Options): void {
  const { response } = exchange
  const { writeHead, write, end, flushHeaders } = response
  const own = { writeHead, write, end, flushHeaders }
  const held: Buffer[] = []
  const isHeld = () => !response.headersSent && response.statusCode >= 500

  Object.assign(response, {
    writeHead(status: number, ...rest: unknown[]) {
      if (status < 500) return Reflect.apply(own.writeHead, response, [status, ...rest])
      response.statusCode = status
      for (const [name, value] of Object.entries(headersAmong(rest))) response.setHeader(name, value)
      return response
    },
    flushHeaders() {
      if (!isHeld()) own.flushHeaders.call(response)
    },
    write(...given: unknown[]) {
      if (!isHeld()) return Reflect.apply(own.write, response, given)
      hold(given)
      return true
    },
    end(...given: unknown[]) {
      if (!isHeld()) return Reflect.apply(own.end, response, given)
      hold(given)
      void conclude()
      return response
    },
  })

  function hold([chunk, ...rest]: unknown[]): void {
    const [encoding, done] = [rest[0], [chunk, ...rest].find((one) => typeof one === 'function')]
    if (typeof chunk === 'string') held.push(Buffer.from(chunk, encodingOf(encoding)))
    else if (chunk instanceof Uint8Array) held.push(Buffer.from(chunk))
    if (typeof done === 'function') queueMicrotask(() => void done())
  }

  async function conclude(): Promise<void> {
    const isSaid = await isPassing(exchange).catch(() => false)
    // With what somebody put around them since: the bytes that are held have been through that.
    Object.assign(response, own)
    if (!isSaid) return void response.end(Buffer.concat(held))
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    await sayNotNow(exchange)
  }
}

function headersAmong(given: readonly unknown[]): Record<string, string | number | readonly string[]> {
  const headers = given.at(-1)
  return typeof headers === 'object' && headers !== null && !Array.isArray(headers) ? { ...headers } : {}
}

function encodingOf(given: unknown): BufferEncoding {
  return typeof given === 'string' && Buffer.isEncoding(given) ? given : 'utf8'
}
