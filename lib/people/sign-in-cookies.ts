import type { CookiesOptions } from 'next-auth'
import type { Environment } from '@/lib/platform/env'
import { sessionCookie, usesHttps } from './session-token'

/** How long somebody may take at GitHub or Google. */
const ELSEWHERE_S = 15 * 60

/**
 * The cookies of signing in: for this host alone, for the server alone, sent along from other sites only by following
 * a link; by https alone where visitors come by it.
 */
export function cookiesOf(env: Pick<Environment, 'HALLWAY_URL'>): Partial<CookiesOptions> {
  const secure = usesHttps(env)
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  const named = (name: string) => `${secure ? '__Host-' : ''}next-auth.${name}`
  return {
    sessionToken: { name: sessionCookie(env), options },
    callbackUrl: { name: named('callback-url'), options },
    csrfToken: { name: named('csrf-token'), options },
    pkceCodeVerifier: { name: named('pkce.code_verifier'), options: { ...options, maxAge: ELSEWHERE_S } },
    state: { name: named('state'), options: { ...options, maxAge: ELSEWHERE_S } },
    nonce: { name: named('nonce'), options },
  }
}
