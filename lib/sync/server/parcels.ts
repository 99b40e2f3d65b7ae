import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { hashToken } from '@/lib/platform/ids'
import { log } from '@/lib/platform/log'
import { MINUTE_MS } from '@/lib/platform/time'
import { MOST_PARCEL_BYTES, PARCEL_LIFE_MINUTES } from '../parcel-limits'

/** More than a hall sends within ten minutes; a bound for the disk. */
const MOST_STANDING = 2_000
// Of one sender: a person's devices, or all guests behind one address.
const MOST_OF_PERSON = 20
const MOST_OF_ADDRESS = 200
const MOST_SENDER_BYTES = 100_000_000

/** Whose a parcel is: a person by their account, a guest by an address that they cannot invent. */
export type ParcelSender = { kind: 'person' | 'address'; key: string }

/**
 * Keeps what a device sealed until another takes it, ten minutes at most. Whoever holds its token may take it; what is
 * in it they alone can read.
 * @param tokenHash SHA-256 of the token, hex: the token itself is not told before it is used Of one sender's the oldest
 * go first, and where all are too many those of whoever has most: nobody keeps others from carrying.
 * @throws {AppError} INVALID when it is empty or too large; CONFLICT when the token was used before
 */
export async function keepParcel(
  db: Database,
  sender: ParcelSender,
  tokenHash: string,
  sealed: Buffer,
  now: Date,
): Promise<{ expiresAt: Date }> {
  if (sealed.length === 0 || sealed.length > MOST_PARCEL_BYTES) throw new AppError('INVALID', 'parcel size')
  await purgeParcels(db, now)
  const expiresAt = new Date(now.getTime() + PARCEL_LIFE_MINUTES * MINUTE_MS)
  const { count } = await db.parcel.createMany({
    data: [{ tokenHash, sender: hashToken(`${sender.kind} ${sender.key}`), sealed: new Uint8Array(sealed), expiresAt }],
    skipDuplicates: true,
  })
  if (count === 0) throw new AppError('CONFLICT', 'parcel')
  await dropTooMany(db, sender, now)
  return { expiresAt }
}

async function dropTooMany(db: Database, sender: ParcelSender, now: Date): Promise<void> {
  const [key, most] = [
    hashToken(`${sender.kind} ${sender.key}`),
    sender.kind === 'person' ? MOST_OF_PERSON : MOST_OF_ADDRESS,
  ]
  const own = await db.$executeRaw`
    DELETE FROM "Parcel" WHERE "id" IN (SELECT "id" FROM (
      SELECT "id", row_number() OVER newest AS "place", sum(octet_length("sealed")) OVER newest AS "bytes"
      FROM "Parcel" WHERE "sender" = ${key} WINDOW newest AS (ORDER BY "expiresAt" DESC, "id")
    ) AS ranked WHERE "place" > ${most} OR "bytes" > ${MOST_SENDER_BYTES})`
  const others = await db.$executeRaw`
    DELETE FROM "Parcel" WHERE "id" IN (SELECT "id" FROM (
      SELECT "id", "expiresAt", row_number() OVER (PARTITION BY "sender" ORDER BY "expiresAt" DESC, "id") AS "place"
      FROM "Parcel"
    ) AS ranked
    ORDER BY "place" DESC, "expiresAt" LIMIT greatest(0, (SELECT count(*) FROM "Parcel") - ${MOST_STANDING}))`
  if (own + others > 0)
    log.warn(
      {
        own,
        others,
        from: sender.kind === 'address' ? sender.key : undefined,
        person: sender.kind === 'person' ? sender.key : undefined,
        at: now,
      },
      'Parcels that nobody had taken were dropped: there were too many',
    )
}

/**
 * Gives a parcel out and forgets it: of two who ask at once, one gets it.
 * @throws {AppError} NOT_FOUND when there is none (any more)
 */
export async function giveOutParcel(db: Database, token: string, now: Date): Promise<Uint8Array> {
  const [parcel] = await db.$queryRaw<
    { sealed: Uint8Array; expiresAt: Date }[]
  >`DELETE FROM "Parcel" WHERE "tokenHash" = ${hashToken(token)} RETURNING "sealed", "expiresAt"`
  if (!parcel || parcel.expiresAt <= now) throw new AppError('NOT_FOUND', 'parcel')
  return parcel.sealed
}

/** Deletes those that nobody took in time. @returns how many */
export async function purgeParcels(db: Database, now: Date): Promise<number> {
  return (await db.parcel.deleteMany({ where: { expiresAt: { lte: now } } })).count
}
