import { describe, expect, it } from 'vitest'
import { isHostOrRange, isPublic, withoutCredentials } from './public-address'

describe('isPublic', () => {
  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1:248:1893:25c8:1946', true],
    ['127.0.0.1', false],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['172.31.0.1', false],
    ['192.168.0.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['168.63.129.16', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['240.0.0.1', false],
    ['192.0.0.1', false],
    ['::', false],
    ['::1', false],
    ['::127.0.0.1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:93.184.216.34', true],
    ['64:ff9b::7f00:1', false],
    ['64:ff9b:1::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001::1', false],
    ['fe80::1', false],
    ['fec0::1', false],
    ['fd00:ec2::254', false],
    ['ff02::1', false],
    ['example.org', false],
  ])('%s: %s', (address, yes) => {
    expect(isPublic(address)).toBe(yes)
  })
})

it.each([
  ['intranet', true],
  ['files.example.org', true],
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['192.168.1.7', true],
  ['10.0.0.0/99', false],
  ['http://files.example.org', false],
  ['a b', false],
])('takes %s for a host or a range: %s', (text, yes) => {
  expect(isHostOrRange(text)).toBe(yes)
})

it.each([
  ['https://ann:secret@example.org/a?b#c', 'https://example.org/a?b#c'],
  ['https://ann@example.org/', 'https://example.org/'],
  ['https://example.org/@ann', 'https://example.org/@ann'],
  ['http://ann:secret@[bad', 'http://[bad'],
  ['nonsense', 'nonsense'],
])('shows %s as %s', (address, shown) => {
  expect(withoutCredentials(address)).toBe(shown)
})
