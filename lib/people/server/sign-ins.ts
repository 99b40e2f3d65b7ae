import type { Database } from '@/lib/platform/db'
import { SESSION_IDLE_S, SESSION_LIFE_S } from '../session-token'

/** One device that is signed in: what it is ("Firefox, Windows"), and when it was last here, to half a day. */
export type ShownSignIn = { id: string; device: string; createdAt: Date; lastSeenAt: Date }

/** What a sign-in begins with. */
export type SignInStart = {
  userId: string
  /** deviceLabel's. */ device: string
  /** Of the browser's cookie (device.ts), if it has one. */ deviceHash: string | null
}

/** Notes that a device signs in. @returns the id that its token carries */
export async function startSignIn(
  db: Database,
  { userId, device, deviceHash }: SignInStart,
  now: Date,
): Promise<string> {
  const id = crypto.randomUUID()
  await db.signIn.create({ data: { id, userId, device, deviceHash, createdAt: now, lastSeenAt: now } })
  return id
}

/**
 * Ends one sign-in of a person, and the alerts of its browser. Somebody else's, or one that has ended, stays as it is.
 */
export async function endSignIn(db: Database, userId: string, id: string, now: Date): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { userId, signInId: id } })
  await db.signIn.updateMany({ where: { id, userId, endedAt: null }, data: { endedAt: now } })
}

/** A person's sign-ins that have not ended, the last seen first. */
export async function listSignIns(db: Database, userId: string, now: Date): Promise<ShownSignIn[]> {
  const { validFrom } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { validFrom: true } })
  const { begun, used } = oldest(now)
  return db.signIn.findMany({
    where: {
      userId,
      endedAt: null,
      createdAt: { gte: validFrom > begun ? validFrom : begun },
      lastSeenAt: { gte: used },
    },
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
  })
}

/**
 * Deletes those that ended, grew too old or were not used for too long, with the alerts of their browsers: a token
 * without its row is nobody's.
 * @returns how many
 */
export async function purgeSignIns(db: Database, now: Date): Promise<number> {
  const { begun, used } = oldest(now)
  const over = { OR: [{ endedAt: { lt: now } }, { createdAt: { lt: begun } }, { lastSeenAt: { lt: used } }] }
  await db.pushSubscription.deleteMany({ where: { signIn: over } })
  return (await db.signIn.deleteMany({ where: over })).count
}

/** The earliest instants at which a sign-in that counts may have begun, and been used last. */
export function oldest(now: Date): { begun: Date; used: Date } {
  return {
    begun: new Date(now.getTime() - SESSION_LIFE_S * 1000),
    used: new Date(now.getTime() - SESSION_IDLE_S * 1000),
  }
}
