import { refuse, type Exchange } from './exchange'

/** A little above the 20 MB that an import may have, for the form around it. */
export const MOST_BODY_BYTES = 21 * 1024 * 1024

/**
 * Refuses a body that is too long with 413: at once when its length is said, else as soon as it has come.
 * @returns true when it was refused at once
 */
export function refuseLongBody(exchange: Exchange, limit = MOST_BODY_BYTES): boolean {
  const { request } = exchange
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    refuseBody(exchange)
    return true
  }
  if (request.headers['transfer-encoding'] !== undefined) countBody(exchange, limit)
  return false
}

/** Counts what comes without reading it: whoever answers reads it, and sees it cut off when it is too long. */
function countBody(exchange: Exchange, limit: number): void {
  const { request, response } = exchange
  const push = request.push.bind(request)
  let length = 0
  request.push = (chunk: Buffer | null, encoding) => {
    length += chunk?.length ?? 0
    if (length <= limit) return push(chunk, encoding)
    if (!response.headersSent) refuseBody(exchange)
    return false
  }
}

function refuseBody(exchange: Exchange): void {
  refuse(exchange, 413, 'INVALID', { connection: 'close' })
  // What is still coming would be read to its end otherwise.
  exchange.response.once('finish', () => exchange.request.destroy())
}
