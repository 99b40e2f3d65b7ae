import { describe, expect, it } from 'vitest'
import { addressGroup, clientAddress } from './client-address'

const socketAddress = '10.0.0.9'

describe('clientAddress', () => {
  it.each([
    ['ignores the header when no proxy is believed', '1.2.3.4', 0, '10.0.0.9'],
    ['takes what the one believed proxy saw', '1.2.3.4', 1, '1.2.3.4'],
    ['ignores what a visitor wrote in front', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['goes as many proxies out as are believed', '6.6.6.6, 1.2.3.4, 10.0.0.8', 2, '1.2.3.4'],
    ['stops at the start of a header that is too short', '1.2.3.4', 5, '1.2.3.4'],
    ['falls back to the connection without a header', '', 1, '10.0.0.9'],
    ['skips an unusable entry towards us', '6.6.6.6, unknown', 1, '10.0.0.9'],
    ['reads a port after the address', '1.2.3.4:5555', 1, '1.2.3.4'],
    ['reads an IPv6 address in brackets', '[2001:db8::1]:443', 1, '2001:db8::1'],
    ['reads IPv4 written as IPv6', '::ffff:1.2.3.4', 1, '1.2.3.4'],
  ])('%s', (_, forwardedFor, hops, expected) => {
    expect(clientAddress({ forwardedFor, socketAddress, hops })).toBe(expected)
  })

  it('says unknown when nothing is known', () => {
    expect(clientAddress({ forwardedFor: null, socketAddress: undefined, hops: 0 })).toBe('unknown')
  })
})

describe('addressGroup', () => {
  it('leaves IPv4 alone and takes one /64 of IPv6 as one', () => {
    expect(addressGroup('1.2.3.4')).toBe('1.2.3.4')
    expect(addressGroup('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(addressGroup('2001:db8:1:2::9')).toBe(addressGroup('2001:db8:1:2:ffff::1'))
    expect(addressGroup('2001:db8:1:3::9')).not.toBe(addressGroup('2001:db8:1:2::9'))
  })
})
