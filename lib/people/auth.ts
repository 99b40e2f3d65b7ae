import type { Account, NextAuthOptions, User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import Github from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import type { PrismaClient } from '@/generated/prisma/client'
import { ADDRESS_HEADER, addressGroup } from '@/lib/platform/client-address'
import type { Environment } from '@/lib/platform/env'
import { AppError } from '@/lib/platform/errors'
import { log } from '@/lib/platform/log'
import { consume } from '@/lib/platform/rate-limit'
import { redeemAccount, redeemCode, redeemLink, signInInstant } from './mutations'
import { codeRedemptionSchema, linkRedemptionSchema } from './schema'
import { SESSION_LIFE_S, signInSecret, usesHttps } from './session-token'
import { fetchGithubEmails, verifiedGithubAddress, verifiedGoogleAddress } from './verified-address'

/** The providers elsewhere that this installation has keys for. */
export function configuredProviders(env: Environment): ('github' | 'google')[] {
  return [env.GITHUB_ID && env.GITHUB_SECRET ? ('github' as const) : [], env.GOOGLE_ID && env.GOOGLE_SECRET ? ('google' as const) : []].flat()
}

/**
 * How next-auth signs people in: a code, a link's token, GitHub, Google; a token in a cookie, no table of sign-ins.
 * What refuses a sign-in reaches the browser as the `error` of the answered address.
 * @param now asked at each sign-in
 */
export function authOptions(db: PrismaClient, env: Environment, now: () => Date): NextAuthOptions {
  return {
    secret: signInSecret(env),
    session: { strategy: 'jwt', maxAge: SESSION_LIFE_S },
    // Its defaults are what we want: httpOnly, same-site lax, and Secure with a __Secure- name where visitors come by https.
    useSecureCookies: usesHttps(env),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/settings' },
    providers: [codeProvider(db, env, now), linkProvider(db, now), ...providersElsewhere(env)],
    callbacks: {
      signIn: async ({ account, profile, user }) => account?.type !== 'oauth' || (await joinAccount(db, account, profile, user, now())),
      jwt: async ({ token, account, user }) => (account ? await claimsOf(db, account, user, now()) : token),
    },
    logger: {
      error: (code, metadata) => log.error({ reason: code, detail: messageOf(metadata) }, 'Sign-in failed'),
      warn: (code) => log.warn({ reason: code }, 'Sign-in warning'),
      debug: () => undefined,
    },
  }
}

function codeProvider(db: PrismaClient, env: Environment, now: () => Date) {
  return Credentials({
    id: 'code',
    credentials: { email: {}, code: {} },
    authorize: (credentials, request) =>
      answer(async () => {
        const input = codeRedemptionSchema.safeParse(credentials)
        if (!input.success) return { ok: false, reason: 'wrong-code' }
        await limitByAddress(db, request.headers)
        await consume(db, 'verifyByEmail', input.data.email)
        return redeemCode(db, input.data, signInSecret(env), now())
      }),
  })
}

function linkProvider(db: PrismaClient, now: () => Date) {
  return Credentials({
    id: 'link',
    credentials: { token: {} },
    authorize: (credentials, request) =>
      answer(async () => {
        const input = linkRedemptionSchema.safeParse(credentials)
        if (!input.success) return { ok: false, reason: 'link-expired' }
        await limitByAddress(db, request.headers)
        return redeemLink(db, input.data.token, now())
      }),
  })
}

function providersElsewhere(env: Environment) {
  const made = {
    github: () => Github({ clientId: env.GITHUB_ID ?? '', clientSecret: env.GITHUB_SECRET ?? '' }),
    google: () => Google({ clientId: env.GOOGLE_ID ?? '', clientSecret: env.GOOGLE_SECRET ?? '' }),
  }
  return configuredProviders(env).map((name) => made[name]())
}

async function limitByAddress(db: PrismaClient, headers: Record<string, unknown> | undefined): Promise<void> {
  const address = headers?.[ADDRESS_HEADER]
  if (typeof address === 'string') await consume(db, 'verifyByAddress', addressGroup(address))
}

type Outcome = { ok: true; userId: string } | { ok: false; reason: string }

// next-auth carries the message of what `authorize` throws to the browser: nothing but a reason's name may be in it.
async function answer(redeem: () => Promise<Outcome>): Promise<User> {
  const outcome = await redeem().catch(refusalOf)
  if (!outcome.ok) throw new Error(outcome.reason)
  return { id: outcome.userId }
}

function refusalOf(error: unknown): { ok: false; reason: string } {
  if (error instanceof AppError) return { ok: false, reason: error.code }
  log.error({ err: error }, 'Sign-in broke')
  return { ok: false, reason: 'failed' }
}

async function joinAccount(db: PrismaClient, account: Account, profile: unknown, user: User, now: Date): Promise<true | string> {
  const { provider, providerAccountId } = account
  const name = user.name?.slice(0, 100) ?? null
  const redeem = async () => {
    const verifiedEmail = provider === 'github' ? verifiedGithubAddress(await fetchGithubEmails(account.access_token)) : verifiedGoogleAddress(profile)
    return redeemAccount(db, { provider, providerAccountId, verifiedEmail, name }, now)
  }
  const outcome = await redeem().catch(refusalOf)
  return outcome.ok || `/sign-in?error=${outcome.reason}`
}

/** The whole of a new token: no name or address, which would go stale in it. */
async function claimsOf(db: PrismaClient, account: Account, user: User, now: Date) {
  const { provider, providerAccountId } = account
  const userId = account.type === 'oauth' ? (await db.account.findUniqueOrThrow({ where: { provider_providerAccountId: { provider, providerAccountId } } })).userId : user.id
  return { sub: userId, signedInAt: (await signInInstant(db, userId, now)).getTime() }
}

function messageOf(metadata: unknown): string {
  const error = metadata instanceof Error ? metadata : Object(metadata).error
  return error instanceof Error ? error.message : ''
}
