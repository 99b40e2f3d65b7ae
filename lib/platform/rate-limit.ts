import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import type { PrismaClient } from '@/generated/prisma/client'
import { count } from './counts'
import { AppError } from './errors'
import { hashToken } from './ids'
import { log } from './log'

const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
/**
 * What would have somebody wait for longer than a limit lasts was counted while the clock was ahead: it counts no more.
 * Clocks of several servers may differ by so much.
 */
const CLOCKS_APART_MS = 5 * MINUTE_S * 1000

/**
 * How often what may happen. By account, device and e-mail address; by network address only in sizes that a venue of
 * 12,000 people behind one address does not reach in an hour of everybody signing in.
 */
const limits = {
  // Its links live for an hour (sign-in-codes.ts): whoever is refused has one that works.
  codeByEmail: { points: 6, duration: 30 * MINUTE_S },
  codeByDevice: { points: 20, duration: HOUR_S },
  codeByAddress: { points: 15_000, duration: HOUR_S },
  // Mails of one installation: what a mail server's good name bears.
  codeByAll: { points: 60_000, duration: HOUR_S },
  // By address and browser: nobody's guesses count against somebody else.
  verifyByDevice: { points: 20, duration: HOUR_S },
  verifyByAddress: { points: 60_000, duration: HOUR_S },
  inviteByAccount: { points: 100, duration: HOUR_S },
  // Mails that nobody asked for.
  inviteByEmail: { points: 10, duration: 24 * HOUR_S },
  importByAccount: { points: 60, duration: HOUR_S },
  // Each may take a core for half a minute.
  suggestByAccount: { points: 60, duration: HOUR_S },
  announceByConference: { points: 20, duration: HOUR_S },
  parcelByAddress: { points: 30_000, duration: HOUR_S },
  // What one attendee says of rooms.
  reportByClient: { points: 60, duration: HOUR_S },
  trialMailByAccount: { points: 10, duration: HOUR_S },
  writeByAccount: { points: 600, duration: MINUTE_S },
} as const

export type LimitName = keyof typeof limits

/**
 * Counts one use of `key` against a limit, in the database, so that all processes count together.
 * @param key who is counted: an account's id, an e-mail address, a device, a network address
 * @throws {AppError} RATE_LIMITED when the limit is passed
 */
export async function consume(db: PrismaClient, name: LimitName, key: string): Promise<void> {
  const limit = limiter(db, name)
  let refusal = await refusalOf(limit, key)
  if (refusal && refusal.msBeforeNext > limits[name].duration * 1000 + CLOCKS_APART_MS) {
    await limit.delete(key)
    refusal = await refusalOf(limit, key)
  }
  if (!refusal) return
  count('limits', 'refused')
  log.warn({ limit: name, who: NAMED.test(name) ? key : fingerprint(key) }, 'A limit was passed')
  throw new AppError('RATE_LIMITED', `${name}, again in ${Math.ceil(refusal.msBeforeNext / 1000)} s`)
}

/** Counts one use; null: it is within the limit. */
async function refusalOf(limit: RateLimiterPrisma, key: string): Promise<RateLimiterRes | null> {
  try {
    await limit.consume(key)
    return null
  } catch (error) {
    if (error instanceof RateLimiterRes) return error
    throw error
  }
}

// An account's id or a network address says who; addresses of people and names of browsers are told apart, and not
// told.
const NAMED = /By(Account|Address|Conference|All)$/

function fingerprint(key: string): string {
  return hashToken(key).slice(0, 12)
}

const limitersOf = new WeakMap<PrismaClient, Map<LimitName, RateLimiterPrisma>>()

function limiter(db: PrismaClient, name: LimitName): RateLimiterPrisma {
  const known = limitersOf.get(db) ?? new Map<LimitName, RateLimiterPrisma>()
  limitersOf.set(db, known)
  const kept = known.get(name)
  if (kept) return kept
  const made = new RateLimiterPrisma({
    storeClient: db,
    tableName: 'rateLimit',
    keyPrefix: name,
    ...limits[name],
    // Whoever knocks on regardless is refused without asking the database.
    inMemoryBlockOnConsumed: limits[name].points,
    // One of them sweeps old rows for all.
    clearExpiredByTimeout: known.size === 0,
  })
  known.set(name, made)
  return made
}
