import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { FetchError } from './fetch-failure'

export type Access = {
  /** May the address be of this machine or of a private network? Only for whoever sits at this machine. */
  allowPrivate?: boolean
  /** Hosts by name, addresses and ranges (CIDR) of the own network that may be asked though they are not public. */
  allow?: readonly string[]
}

/** An address to connect to, checked. */
export type Checked = { address: string; family: number }

/**
 * The address to connect to.
 * @throws {FetchError} where it has none, or one that is not public. Every one that the name has must be public: which
 *   of them is used is chance.
 */
export async function checkedAddress(url: URL, { allowPrivate = false, allow = [] }: Access): Promise<Checked> {
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await lookup(name, { all: true })
  const [first] = addresses
  if (!first) throw new FetchError('name-unknown', name)
  const isOpen = ({ address }: Checked) => isPublic(address) || allow.some((range) => isIn(address, range))
  if (!allowPrivate && !allow.includes(name.toLowerCase()) && !addresses.every(isOpen))
    throw new FetchError('not-public', name)
  return first
}

/** Public by its number, but a cloud's own, which tells its machines their secrets. */
const CLOUDS = ['168.63.129.16']

/**
 * Is this address one of the public internet's, for one receiver? An IPv4 address in IPv6 clothes is what it is within;
 * what a translator (NAT64, 6to4, Teredo) would turn into another address is not public.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const plain = ipaddr.process(address)
  return plain.range() === 'unicast' && !CLOUDS.includes(plain.toString())
}

/** Is this the name of a host, an address, or a range of addresses? */
export function isHostOrRange(text: string): boolean {
  return ipaddr.isValidCIDR(text) || ipaddr.isValid(text) || /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d-]+)*$/.test(text)
}

function isIn(address: string, range: string): boolean {
  const plain = ipaddr.process(address)
  if (ipaddr.isValid(range)) return ipaddr.process(range).toString() === plain.toString()
  if (!ipaddr.isValidCIDR(range)) return false
  const [net, bits] = ipaddr.parseCIDR(range)
  return net.kind() === plain.kind() && plain.match(net, bits)
}

/** Makes a request go to the address that was checked, whatever its name means by then. */
export function always({ address, family }: Checked): LookupFunction {
  return (_, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family))
}

/** An address as it may be stored and shown: without the name and password in it. */
export function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/@\s]*@/, '//')
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}

/** Does an address carry a name or a password? */
export function hasPassword(address: string): boolean {
  return URL.canParse(address) && new URL(address).href !== withoutCredentials(address)
}
