import ipaddr from 'ipaddr.js'

/** The front door writes the visitor's address here for Next, over whatever the request brought along. */
export const ADDRESS_HEADER = 'x-hallway-address'

/** The front door writes "1" here for Next when nothing stands between it and a program of this machine. */
export const DIRECT_HEADER = 'x-hallway-direct'

// What proxies, tunnels and content networks add. One more of them costs nothing: the code is in the terminal then.
const FORWARDING_NAMES = ['via', 'x-host', 'x-scheme', 'max-forwards']
const FORWARDING_BEGINNINGS = [
  'x-forwarded|forwarded|x-real-|x-client-|x-cluster-|x-original-|x-envoy-|x-proxy|proxy-|x-proxyuser-|true-client-',
  'cf-|cdn-|fastly-|fly-|x-fly-|x-amz|x-azure-|x-arr-|x-ms-|x-appengine-|x-cloud-|x-goog-|x-vercel-|x-nf-|x-github-',
  'x-gitpod|x-codespaces|ngrok-|x-ngrok-|tailscale-|x-tunnel-|x-ms-tunnel|x-pagekite|x-loophole|x-localtunnel',
  'x-remote-|x-sendfile|x-varnish|x-haproxy|x-traefik|x-nginx|x-akamai|akamai-|x-real|ssl-client-',
]
const FORWARDING = new RegExp(`^(${FORWARDING_NAMES.join('|')}|(${FORWARDING_BEGINNINGS.join('|')}).*)$`)

/** Did this request come straight from a program of this machine, and through no proxy that says so? */
export function cameDirectly(headerNames: readonly string[], socketAddress: string | undefined): boolean {
  const from = normalize(socketAddress ?? '')
  return (
    from !== null &&
    (from === '::1' || from.startsWith('127.')) &&
    !headerNames.some((name) => FORWARDING.test(name.toLowerCase()))
  )
}

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
  const bare = entry
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null
}
