import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { cookieOf } from './cookies'
import { readEnvironment, type Environment } from '@/lib/platform/env'

/** How long a device stays signed in; signing out, there or from another device, ends it sooner. */
export const SESSION_LIFE_S = 180 * 24 * 3600

/** How long it stays so while nobody uses it: from one conference to the next. */
export const SESSION_IDLE_S = 60 * 24 * 3600

/** What next-auth hands over of a token, too. */
export const claimsSchema = z.object({ sub: z.uuid(), signedInAt: z.number().int(), signInId: z.uuid().optional() })

/**
 * What a sign-in token says: whose it is, when they signed in (ms; next-auth renews its own `iat` whenever it writes a
 * token), and the row that ends it. Tokens of before have none: they live until "everywhere" or their end.
 */
export type Claims = z.output<typeof claimsSchema>

/** The key of sign-in tokens and codes. @throws {Error} when the environment has none */
export function signInSecret(env: Pick<Environment, 'NEXTAUTH_SECRET'> = readEnvironment()): string {
  if (!env.NEXTAUTH_SECRET)
    throw new Error(
      'NEXTAUTH_SECRET is not set: sign-in needs a secret of 32 characters or more. `npm run up` makes one.',
    )
  return env.NEXTAUTH_SECRET
}

/** Do visitors come by https? Then cookies travel by nothing else. */
export function usesHttps(env: Pick<Environment, 'HALLWAY_URL'>): boolean {
  return env.HALLWAY_URL?.startsWith('https://') ?? false
}

/**
 * The cookie that carries a sign-in. Where visitors come by https its name is one that browsers take from this very
 * host alone, and over nothing else.
 */
export function sessionCookie(env: Pick<Environment, 'HALLWAY_URL'>): string {
  return `${usesHttps(env) ? '__Host-' : ''}next-auth.session-token`
}

/**
 * The claims of the sign-in token among a request's cookies; null without one, or when it is forged, damaged or too
 * old.
 */
export async function readClaims(cookieHeader: string | null | undefined, env: Environment): Promise<Claims | null> {
  const token = cookieOf(cookieHeader, sessionCookie(env))
  if (!token) return null
  // The library throws at a token that is not ours; that is a guest, not an error.
  const payload = await decode({ token, secret: signInSecret(env) }).catch(() => null)
  return claimsSchema.safeParse(payload).data ?? null
}

/** When the sign-in that a request's cookies carry was made; without one the beginning of time. */
export async function signedInAtOf(cookieHeader: string | null): Promise<Date> {
  return new Date((await readClaims(cookieHeader, readEnvironment()))?.signedInAt ?? 0)
}

/** The id of the sign-in that a request's cookies carry, for a viewer who was found by them; null: one of before. */
export async function signInOf(cookieHeader: string | null): Promise<string | null> {
  return (await readClaims(cookieHeader, readEnvironment()))?.signInId ?? null
}
