import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken } from '@/lib/platform/ids'
import { MINUTE_MS } from '@/lib/platform/time'
import { MOST_PARCEL_BYTES, PARCEL_LIFE_MINUTES } from '../parcel-limits'

/** More than a hall sends within ten minutes; a bound for the disk. */
const MOST_STANDING = 2_000

/**
 * Keeps what a device sealed until another takes it, ten minutes at most. Whoever holds its token may take it; what is in it they alone can read.
 * @param tokenHash SHA-256 of the token, hex: the token itself is not told before it is used
 * @throws {AppError} INVALID when it is empty or too large; CONFLICT when the token was used before; UNAVAILABLE when too many are on their way
 */
export async function keepParcel(db: Database, tokenHash: string, sealed: Buffer, now: Date): Promise<{ expiresAt: Date }> {
  if (sealed.length === 0 || sealed.length > MOST_PARCEL_BYTES) throw new AppError('INVALID', 'parcel size')
  await purgeParcels(db, now)
  if ((await db.parcel.count()) >= MOST_STANDING) throw new AppError('UNAVAILABLE', 'too many parcels')
  const expiresAt = new Date(now.getTime() + PARCEL_LIFE_MINUTES * MINUTE_MS)
  const { count } = await db.parcel.createMany({ data: [{ tokenHash, sealed: new Uint8Array(sealed), expiresAt }], skipDuplicates: true })
  if (count === 0) throw new AppError('CONFLICT', 'parcel')
  return { expiresAt }
}

/**
 * Gives a parcel out and forgets it: of two who ask at once, one gets it.
 * @throws {AppError} NOT_FOUND when there is none (any more)
 */
export async function takeParcel(db: Database, token: string, now: Date): Promise<Uint8Array> {
  const [parcel] = await db.$queryRaw<{ sealed: Uint8Array; expiresAt: Date }[]>`DELETE FROM "Parcel" WHERE "tokenHash" = ${hashToken(token)} RETURNING "sealed", "expiresAt"`
  if (!parcel || parcel.expiresAt <= now) throw new AppError('NOT_FOUND', 'parcel')
  return parcel.sealed
}

/** Deletes those that nobody took in time. @returns how many */
export async function purgeParcels(db: Database, now: Date): Promise<number> {
  return (await db.parcel.deleteMany({ where: { expiresAt: { lte: now } } })).count
}
