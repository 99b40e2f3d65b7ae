import type { IncomingMessage, ServerResponse } from 'node:http'

export type HeaderMap = Record<string, string | number>

/** One request and its answer, as it goes through the front door. */
export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly requestId: string
  /** The address as sent, percent-encoded, without the query. */
  readonly path: string
  /** What follows the "?", empty if nothing does. */
  readonly query: string
  /** The headers that every answer carries. */
  readonly headers: HeaderMap
}

/** A part of the front door; true when it has answered. */
export type Station = (exchange: Exchange) => boolean | Promise<boolean>

/** Answers whole. HEAD gets the same headers without the body. */
export function send(
  { request, response, headers }: Exchange,
  status: number,
  own: HeaderMap,
  body: Buffer | string = '',
): void {
  const isBodiless = status === 304 || status === 204
  const all: HeaderMap = { ...headers, ...own }
  if (!isBodiless) all['content-length'] = typeof body === 'string' ? Buffer.byteLength(body) : body.length
  response.writeHead(status, all)
  response.end(isBodiless || request.method === 'HEAD' ? undefined : body)
}

/** Answers a machine that something is refused. @param said what else it may want to know */
export function refuse(
  exchange: Exchange,
  status: number,
  code: string,
  own: HeaderMap = {},
  said: Record<string, string> = {},
): void {
  send(
    exchange,
    status,
    { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...own },
    JSON.stringify({ code, ...said }),
  )
}

/** Answers that nothing is here: the same bytes for what is absent and for what may not be seen. */
export function refuseAsAbsent(exchange: Exchange): void {
  refuse(exchange, 404, 'NOT_FOUND')
}

/** Tells what may be asked of something that is only read, and a browser whether pages of other sites may. */
export function tellOptions(exchange: Exchange, own: HeaderMap): void {
  const origin = own['access-control-allow-origin']
  const forOtherSites: HeaderMap = origin
    ? {
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
        'access-control-allow-headers': 'If-None-Match, If-Modified-Since',
        'access-control-max-age': 86_400,
      }
    : {}
  send(exchange, 204, { allow: 'GET, HEAD, OPTIONS', ...forOtherSites })
}

/** Is this a read? Refuses anything else. */
export function isRead(exchange: Exchange): boolean {
  if (exchange.request.method === 'GET' || exchange.request.method === 'HEAD') return true
  refuse(exchange, 405, 'INVALID', { allow: 'GET, HEAD' })
  return false
}
