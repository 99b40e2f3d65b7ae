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
import { deviceHashOf, deviceOfCookies } from '../device'
import { deviceLabel } from '../device-label'
import { redeemAccount, redeemCode, redeemLink, signInInstant } from './mutations'
import { appointFirst } from './operator'
import { codeRedemptionSchema, linkRedemptionSchema } from '../schema'
import { claimsSchema, readClaims, SESSION_LIFE_S, signInSecret, usesHttps } from '../session-token'
import { cookiesOf } from '../sign-in-cookies'
import { endSignIn, startSignIn } from './sign-ins'
import { fetchGithubEmails, verifiedGithubAddress, verifiedGoogleAddress } from '../verified-address'

/** The providers elsewhere that this installation has keys for. */
export function configuredProviders(env: Environment): ('github' | 'google')[] {
  return [
    env.GITHUB_ID && env.GITHUB_SECRET ? ('github' as const) : [],
    env.GOOGLE_ID && env.GOOGLE_SECRET ? ('google' as const) : [],
  ].flat()
}

/** The headers of the request that next-auth answers, as far as they say which browser it is. */
export type FromBrowser = { cookie: string | null; userAgent: string | null }

/**
 * How next-auth signs people in: a code, a link's token, GitHub, Google; a token in a cookie, with the id of its row
 * (sign-ins.ts). What refuses a sign-in reaches the browser as the `error` of the answered address.
 * @param now asked at each sign-in
 */
export function authOptions(db: PrismaClient, env: Environment, now: () => Date, from: FromBrowser): NextAuthOptions {
  return {
    secret: signInSecret(env),
    session: { strategy: 'jwt', maxAge: SESSION_LIFE_S },
    useSecureCookies: usesHttps(env),
    cookies: cookiesOf(env),
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/settings' },
    providers: [codeProvider(db, env, now), linkProvider(db, now), ...providersElsewhere(env)],
    callbacks: {
      signIn: async ({ account, profile, user }) =>
        account?.type !== 'oauth' || (await joinAccount(db, account, profile, user, now())),
      jwt: async ({ token, account, user }) => (account ? await claimsOf(db, env, from, account, user, now()) : token),
    },
    events: {
      signIn: ({ user, account }) => log.info({ who: user.id, by: account?.provider }, 'Signed in'),
      // The token is told here decoded, the last time: its row ends with its cookie.
      signOut: async ({ token }) => {
        await endTold(db, token, now())
        log.info({ who: claimsSchema.safeParse(token).data?.sub }, 'Signed out')
      },
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
        const address = await limitByAddress(db, request.headers)
        if (!input.success) return told({ ok: false, reason: 'wrong-code' }, address)
        const deviceHash = deviceHashOf(deviceOfCookies(textOf(request.headers, 'cookie')))
        await consume(db, 'verifyByDevice', `${input.data.email} ${deviceHash ?? address}`)
        return told(await redeemCode(db, { ...input.data, deviceHash }, signInSecret(env), now()), address)
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
        const address = await limitByAddress(db, request.headers)
        if (!input.success) return told({ ok: false, reason: 'link-expired' }, address)
        return told(await redeemLink(db, input.data.token, now()), address)
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

/** @returns where from, as it is counted */
async function limitByAddress(db: PrismaClient, headers: Record<string, unknown> | undefined): Promise<string> {
  const address = addressGroup(textOf(headers, ADDRESS_HEADER) ?? 'unknown')
  await consume(db, 'verifyByAddress', address)
  return address
}

function textOf(headers: Record<string, unknown> | undefined, name: string): string | null {
  const value = headers?.[name]
  return typeof value === 'string' ? value : null
}

/** Who guesses leaves a line. */
function told<Of extends Outcome>(outcome: Of, from: string): Of {
  if (!outcome.ok) log.warn({ reason: outcome.reason, from }, 'A sign-in was refused')
  return outcome
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

async function joinAccount(
  db: PrismaClient,
  account: Account,
  profile: unknown,
  user: User,
  now: Date,
): Promise<true | string> {
  const { provider, providerAccountId } = account
  const name = user.name?.slice(0, 100) ?? null
  const redeem = async () => {
    const verifiedEmail =
      provider === 'github'
        ? verifiedGithubAddress(await fetchGithubEmails(account.access_token))
        : verifiedGoogleAddress(profile)
    return redeemAccount(db, { provider, providerAccountId, verifiedEmail, name }, now)
  }
  const outcome = await redeem().catch(refusalOf)
  return outcome.ok || `/sign-in?error=${outcome.reason}`
}

/** The whole of a new token: no name or address, which would go stale in it. */
async function claimsOf(
  db: PrismaClient,
  env: Environment,
  from: FromBrowser,
  account: Account,
  user: User,
  now: Date,
) {
  const { provider, providerAccountId } = account
  const userId =
    account.type === 'oauth'
      ? (await db.account.findUniqueOrThrow({ where: { provider_providerAccountId: { provider, providerAccountId } } }))
          .userId
      : user.id
  // The cookie that this one takes the place of: also one of somebody who could not be signed out without a network.
  await endTold(db, await readClaims(from.cookie, env), now)
  const signedInAt = await signInInstant(db, userId, now)
  const signInId = await startSignIn(
    db,
    { userId, device: deviceLabel(from.userAgent), deviceHash: deviceHashOf(deviceOfCookies(from.cookie)) },
    signedInAt,
  )
  await appointFirst(db, userId)
  return { sub: userId, signedInAt: signedInAt.getTime(), signInId }
}

async function endTold(db: PrismaClient, claims: unknown, now: Date): Promise<void> {
  const { sub, signInId } = claimsSchema.safeParse(claims).data ?? {}
  if (sub && signInId) await endSignIn(db, sub, signInId, now)
}

function messageOf(metadata: unknown): string {
  const error = metadata instanceof Error ? metadata : Object(metadata).error
  return error instanceof Error ? error.message : ''
}
