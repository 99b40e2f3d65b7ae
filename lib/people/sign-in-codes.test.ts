import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { deliveryOf, hashCode, makeCode, matchesCode } from './sign-in-codes'

const secret = 'a secret of thirty-two characters'

describe('makeCode', () => {
  it('makes six digits, leading zeros kept', () => {
    const codes = Array.from({ length: 2_000 }, makeCode)
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([])
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(1_900)
  })
})

describe('matchesCode', () => {
  it('knows its own code, for its own row and secret only', () => {
    const id = randomUUID()
    const hash = hashCode('012345', id, secret)
    expect(matchesCode('012345', id, secret, hash)).toBe(true)
    expect(matchesCode('012346', id, secret, hash)).toBe(false)
    expect(matchesCode('012345', randomUUID(), secret, hash)).toBe(false)
    expect(matchesCode('012345', id, `${secret}!`, hash)).toBe(false)
    expect(hash).not.toContain('012345')
  })
})

describe('deliveryOf', () => {
  it.each([
    ['mails when there is a mail server', { SMTP_URL: 'smtp://mail', HOST: '127.0.0.1' }, 'localhost:3000', 'mail'],
    ['shows the code on this machine', { HOST: '127.0.0.1' }, 'localhost:3000', 'page'],
    ['shows it under every local name', { HOST: '::1' }, '[::1]:3000', 'page'],
    [
      'shows it when the public address is local',
      { HOST: 'localhost', HALLWAY_URL: 'http://localhost:4000' },
      '127.0.0.1:4000',
      'page',
    ],
    ['hides it when others can reach the port', { HOST: '0.0.0.0' }, 'localhost:3000', 'terminal'],
    [
      'hides it when there is a public address',
      { HOST: '127.0.0.1', HALLWAY_URL: 'https://hallway.example' },
      'localhost:3000',
      'terminal',
    ],
    ['hides it from a name that resolves to us', { HOST: '127.0.0.1' }, 'evil.example:3000', 'terminal'],
    ['hides it from a name dressed as an address', { HOST: '127.0.0.1' }, '127.0.0.1.evil.example', 'terminal'],
    ['hides it without a name', { HOST: '127.0.0.1' }, null, 'terminal'],
  ])('%s', (_, env, host, expected) => {
    expect(deliveryOf(env, { host, direct: true })).toBe(expected)
  })

  it('hides it from whoever comes through something', () => {
    expect(deliveryOf({ HOST: '127.0.0.1' }, { host: 'localhost:3000', direct: false })).toBe('terminal')
  })
})
