import ipaddr from 'ipaddr.js'

/** The front door writes the visitor's address here for Next, over whatever the request brought along. */
export const ADDRESS_HEADER = 'x-hallway-address'

type Hop = {
  /** The X-Forwarded-For header as received, if any. */
  forwardedFor: string | null | undefined
  /** Who holds the other end of the connection. */
  socketAddress: string | undefined
  /** How many proxies in front of us are believed (TRUST_PROXY). */
  hops: number
}

/**
 * The visitor's address: what the outermost believed proxy saw, else the other end of the connection. What visitors
 * themselves put in X-Forwarded-For stands further left and never counts.
 * @returns a normalized IPv4 or IPv6 address, or "unknown"
 */
export function clientAddress({ forwardedFor, socketAddress, hops }: Hop): string {
  const chain = [...(forwardedFor ?? '').split(',').filter((entry) => entry.trim() !== ''), socketAddress ?? '']
  // A believed proxy that wrote no usable address is skipped towards ourselves, never towards the visitor.
  const believed = chain.slice(Math.max(0, chain.length - 1 - hops))
  return believed.map(normalize).find((address) => address !== null) ?? 'unknown'
}

/** What to count a visitor's address by: one IPv6 subscriber holds a whole /64. */
export function addressGroup(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString()}/64`
}

function normalize(entry: string): string | null {
  const bare = entry.trim().replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null
}
