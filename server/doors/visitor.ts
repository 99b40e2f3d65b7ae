import type { IncomingMessage } from 'node:http'
import { clientAddress } from '@/lib/platform/client-address'

/** The visitor's address. @param hops how many proxies are believed (TRUST_PROXY) */
export function visitorAddress({ headers, socket }: IncomingMessage, hops: number): string {
  return clientAddress({
    forwardedFor: headers['x-forwarded-for']?.toString(),
    socketAddress: socket.remoteAddress,
    hops,
  })
}
