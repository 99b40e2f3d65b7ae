import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { blockedSince } from './blocked-addresses'
import { hashToken, makeToken } from '@/lib/platform/ids'
import { DAY_MS } from '@/lib/platform/time'
import { CODE_LIFE_MS, LINK_LIFE_MS, hashCode, makeCode, matchesCode, MOST_TRIES } from '../sign-in-codes'

type SignedIn = { ok: true; userId: string }
type Refused<Reason extends string> = { ok: false; reason: Reason }

/** Who asks to sign in: an address, and the browser that typed it (device.ts). */
export type Asker = { email: string; deviceHash: string | null }

/**
 * Makes a code and a link token for an address, whether or not anyone has it: a user is made at first success. The code
 * works in the browser that asked for it, and only its newest: whoever else asks, or guesses, takes nothing from it.
 * The link works wherever its mail is read.
 */
export async function makeSignInCode(
  db: PrismaClient,
  { email, deviceHash }: Asker,
  secret: string,
  now: Date,
): Promise<{ code: string; token: string }> {
  const [id, code, token] = [crypto.randomUUID(), makeCode(), makeToken()]
  await db.signInCode.create({
    data: {
      id,
      email,
      deviceHash,
      codeHash: hashCode(code, id, secret),
      linkHash: hashToken(token),
      expiresAt: new Date(now.getTime() + CODE_LIFE_MS),
      createdAt: now,
    },
  })
  await db.signInCode.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - DAY_MS) } } })
  return { code, token }
}

/**
 * Signs in with the six digits, in the browser that asked for them. Every attempt counts; a code that worked, expired,
 * or was guessed at too often is "code-expired".
 */
export async function redeemCode(
  db: PrismaClient,
  { email, deviceHash, code }: Asker & { code: string },
  secret: string,
  now: Date,
): Promise<SignedIn | Refused<'wrong-code' | 'code-expired'>> {
  const counted = await countTry(db, { email, deviceHash }, now)
  if (!counted) return { ok: false, reason: 'code-expired' }
  if (!matchesCode(code, counted.id, secret, counted.codeHash)) return { ok: false, reason: 'wrong-code' }
  const userId = await spend(db, { id: counted.id, email, expiresAt: { gt: now } }, now)
  return userId ? { ok: true, userId } : { ok: false, reason: 'code-expired' }
}

/**
 * Signs in with the link's token, once. However many others were mailed since, it works for its hour: nobody can take
 * that from who reads the mailbox.
 */
export async function redeemLink(
  db: PrismaClient,
  token: string,
  now: Date,
): Promise<SignedIn | Refused<'link-expired'>> {
  const row = await db.signInCode.findUnique({
    where: { linkHash: hashToken(token) },
    select: { id: true, email: true },
  })
  const userId = row
    ? await spend(db, { ...row, createdAt: { gt: new Date(now.getTime() - LINK_LIFE_MS) } }, now)
    : null
  return userId ? { ok: true, userId } : { ok: false, reason: 'link-expired' }
}

/**
 * Signs in with an account elsewhere. An account that is not joined yet is joined to the user of its address, and only
 * of an address that the provider verified: else anyone could take over anyone.
 */
export async function redeemAccount(
  db: PrismaClient,
  account: { provider: string; providerAccountId: string; verifiedEmail: string | null; name: string | null },
  now: Date,
): Promise<SignedIn | Refused<'unverified'>> {
  const { provider, providerAccountId, verifiedEmail, name } = account
  return db.$transaction(async (tx) => {
    const joined = await tx.account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { user: { select: { id: true, email: true } } },
    })
    const user = joined?.user ?? (verifiedEmail ? await findOrMakeUser(tx, verifiedEmail, name, now) : null)
    if (!user) return { ok: false, reason: 'unverified' }
    await tx.account.createMany({
      data: { provider, providerAccountId, userId: user.id, createdAt: now },
      skipDuplicates: true,
    })
    await ownExamples(tx, user.id, now)
    return { ok: true, userId: user.id }
  })
}

/** The name and language that a person chose for themselves. */
export async function updateSettings(
  db: PrismaClient,
  userId: string,
  settings: { name: string | null; language: string },
): Promise<void> {
  await db.user.update({ where: { id: userId }, data: settings })
}

/** The name of a person who has none so far: asked where it first matters, and changed in the settings only. */
export async function nameNameless(
  db: PrismaClient | Prisma.TransactionClient,
  userId: string,
  name: string,
): Promise<void> {
  await db.user.updateMany({ where: { id: userId, name: null }, data: { name } })
}

/** Ends every sign-in of a person made before now, on all their devices. */
export async function signOutEverywhere(db: PrismaClient, userId: string, now: Date): Promise<void> {
  // Later than the last one even where two servers' clocks differ: no sign-in may outlive it.
  await db.$executeRaw`
    UPDATE "User" SET "validFrom" = GREATEST(${now.toISOString()}::timestamptz, "validFrom" + interval '1 millisecond')
    WHERE "id" = ${userId}::uuid`
  await db.signIn.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } })
  // A lost phone shows no more alerts either.
  await db.pushSubscription.deleteMany({ where: { userId } })
}

/**
 * When a sign-in at this moment counts as made: never before the instant from which the person's sign-ins are valid.
 */
export async function signInInstant(db: PrismaClient, userId: string, now: Date): Promise<Date> {
  const { validFrom } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { validFrom: true } })
  return validFrom > now ? validFrom : now
}

// One statement decides whether this attempt still counts, so that a thousand at once get no more than five.
async function countTry(
  db: PrismaClient,
  { email, deviceHash }: Asker,
  now: Date,
): Promise<{ id: string; codeHash: string } | undefined> {
  const rows = await db.$queryRaw<{ id: string; codeHash: string }[]>`
    UPDATE "SignInCode" SET "tries" = "tries" + 1
    WHERE "id" = (
        SELECT "id" FROM "SignInCode" WHERE "email" = ${email} AND "deviceHash" = ${deviceHash}
        ORDER BY "createdAt" DESC, "id" DESC LIMIT 1)
      AND "usedAt" IS NULL AND "expiresAt" > ${now.toISOString()}::timestamptz AND "tries" < ${MOST_TRIES}
    RETURNING "id"::text, "codeHash"`
  return rows[0]
}

/** Takes the row, once, and makes its address's user present. */
function spend(
  db: PrismaClient,
  { email, ...row }: Prisma.SignInCodeWhereInput & { id: string; email: string },
  now: Date,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.signInCode.updateMany({ where: { ...row, usedAt: null }, data: { usedAt: now } })
    if (count === 0) return null
    const user = await findOrMakeUser(tx, email, null, now)
    await ownExamples(tx, user.id, now)
    return user.id
  })
}

async function findOrMakeUser(
  tx: Prisma.TransactionClient,
  email: string,
  name: string | null,
  now: Date,
): Promise<{ id: string; email: string }> {
  return tx.user.upsert({
    where: { email },
    create: { email, name, validFrom: now, createdAt: now, blockedAt: await blockedSince(tx, email) },
    update: {},
    select: { id: true, email: true },
  })
}

/** The first person of an installation owns its examples, and so may remove them (docs/decisions/004). */
async function ownExamples(tx: Prisma.TransactionClient, userId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Membership" ("conferenceId", "userId", "role", "createdAt")
    SELECT "id", ${userId}::uuid, 'owner', ${now.toISOString()}::timestamptz FROM "Conference"
    WHERE "demo" AND NOT EXISTS (SELECT FROM "Membership" WHERE "conferenceId" = "Conference"."id")
      AND NOT EXISTS (SELECT FROM "User" WHERE "id" <> ${userId}::uuid)
    ON CONFLICT DO NOTHING`
}
