import { isFresh, saidDate } from '../doors/conditional'
import { send, type Exchange, type HeaderMap } from '../doors/exchange'
import { chooseVariant, type Representation } from '../documents/representation'

/**
 * Answers a read with a representation: 304 when the client has it, else its smallest form.
 * @param own what else to say, `vary` with Accept-Encoding included
 */
export function deliver(exchange: Exchange, representation: Representation, own: HeaderMap): void {
  const variant = chooseVariant(representation, exchange.request.headers['accept-encoding'])
  const state: HeaderMap = { ...own, etag: variant.etag }
  const lastModified = saidDate(representation.lastModified)
  if (lastModified) state['last-modified'] = lastModified
  if (isFresh(exchange.request.headers, representation)) return send(exchange, 304, state)
  state['content-type'] = representation.mediaType
  if (variant.encoding !== 'identity') state['content-encoding'] = variant.encoding
  send(exchange, 200, state, variant.bytes)
}
