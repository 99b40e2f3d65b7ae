import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '@/lib/platform/env'
import { readClaims, sessionCookie, signInSecret, usesHttps } from './session-token'

const secret = 'a secret of more than thirty-two characters'
const env = readEnvironment({
  DATABASE_URL: 'postgres://nowhere',
  NEXTAUTH_SECRET: secret,
  HALLWAY_URL: 'http://localhost:3000',
})
const claims = { sub: randomUUID(), signedInAt: 1_774_342_800_000, signInId: randomUUID() }
const token = (given: Record<string, unknown> = claims, by = secret) => encode({ token: given, secret: by })
const cookie = async (value: Promise<string>) => `theme=dark; next-auth.session-token=${await value}; x=1`

describe('the claims of a sign-in', () => {
  it('are read from among a request’s cookies', async () => {
    expect(await readClaims(await cookie(token()), env)).toEqual(claims)
    const { signInId: _, ...before } = claims
    expect(await readClaims(await cookie(token(before)), env)).toEqual(before)
  })

  it('are none where there is no token, or one that is forged, damaged or of something else', async () => {
    const none = [
      null,
      undefined,
      '',
      'theme=dark',
      'next-auth.session-token=',
      `x-next-auth.session-token=${await token()}`,
      await cookie(token(claims, 'another secret of thirty-two characters')),
      await cookie(Promise.resolve('nonsense')),
      await cookie(token({ ...claims, sub: 'ada' })),
      await cookie(token({ sub: claims.sub })),
      await cookie(token({ ...claims, signInId: 'x' })),
    ]
    expect(await Promise.all(none.map((header) => readClaims(header, env)))).toEqual(none.map(() => null))
  })

  it('travel by https alone where visitors come by it', async () => {
    const secure = { ...env, HALLWAY_URL: 'https://hall.example' }
    expect([usesHttps(env), usesHttps(secure), usesHttps({ HALLWAY_URL: undefined })]).toEqual([false, true, false])
    expect(await readClaims(await cookie(token()), secure)).toBe(null)
    // What another host of the same domain may set is not believed.
    expect(await readClaims(`__Secure-next-auth.session-token=${await token()}`, secure)).toBe(null)
    expect(await readClaims(`__Host-next-auth.session-token=${await token()}`, secure)).toEqual(claims)
    expect([sessionCookie(env), sessionCookie(secure)]).toEqual([
      'next-auth.session-token',
      '__Host-next-auth.session-token',
    ])
  })
})

it('cannot sign anybody in without a secret', () => {
  expect(signInSecret({ NEXTAUTH_SECRET: secret })).toBe(secret)
  expect(() => signInSecret({ NEXTAUTH_SECRET: undefined })).toThrow('NEXTAUTH_SECRET is not set')
})
