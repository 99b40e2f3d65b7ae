import { describe, expect, it } from 'vitest'
import { verifiedGithubAddress, verifiedGoogleAddress } from './verified-address'

describe('verifiedGithubAddress', () => {
  it('takes the primary address, in lower case', () => {
    const emails = [
      { email: 'old@example.org', primary: false, verified: true, visibility: null },
      { email: 'Ada@Example.org', primary: true, verified: true, visibility: 'private' },
    ]
    expect(verifiedGithubAddress(emails)).toBe('ada@example.org')
  })

  it.each([
    ['an address that nobody verified', [{ email: 'ada@example.org', primary: true, verified: false }]],
    ['a verified one that is not primary', [{ email: 'ada@example.org', primary: false, verified: true }]],
    ['an error of theirs', { message: 'Bad credentials' }],
    ['nothing', []],
  ])('refuses %s', (_, emails) => {
    expect(verifiedGithubAddress(emails)).toBeNull()
  })
})

describe('verifiedGoogleAddress', () => {
  it('takes a verified address', () => {
    expect(verifiedGoogleAddress({ sub: '1', email: 'Ada@example.org', email_verified: true })).toBe('ada@example.org')
  })

  it.each([
    { email: 'ada@example.org', email_verified: false },
    { email: 'ada@example.org' },
    { email: 'ada@example.org', email_verified: 'true' },
    null,
  ])('refuses %j', (profile) => {
    expect(verifiedGoogleAddress(profile)).toBeNull()
  })
})
