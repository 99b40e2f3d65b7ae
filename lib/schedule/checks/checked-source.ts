import { z } from 'zod'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { textField } from '@/lib/platform/fields'
import type { FetchedFile } from '../bring-in/fetching/fetch-source'
import { CHECK_LEASE_MS, nextCheck, paceOf, type ConferenceDays } from './pace'

const fetchedSchema = z.array(
  z.object({
    url: textField(),
    address: textField(),
    etag: textField().nullable(),
    lastModified: textField().nullable(),
    hadPassword: z.literal(true).optional(),
  }),
)

/** The files of a source as they are kept; what is not readable is not known. */
export function fetchedOf(stored: Prisma.JsonValue): FetchedFile[] {
  return fetchedSchema.safeParse(stored).data ?? []
}

/** Did its address hold a password the last time? It is not kept, so that nobody can ask there again. */
export function isLocked({ fetched }: { fetched: Prisma.JsonValue }): boolean {
  return fetchedOf(fetched).some(({ hadPassword }) => hadPassword)
}

const checkedFields = {
  id: true,
  name: true,
  format: true,
  address: true,
  timeZone: true,
  fetched: true,
  contentHash: true,
  fetchedAt: true,
  failures: true,
  conference: { select: { id: true, timeZone: true } },
  waiting: { select: { contentHash: true, fetched: true } },
} satisfies Prisma.SourceSelect

/** A source that is being checked, as it was when that began. */
export type CheckedSource = Omit<Prisma.SourceGetPayload<{ select: typeof checkedFields }>, 'address'> & {
  address: string
}

/** Takes the source that is due longest, whatever the number of processes; null: none is. */
export async function takeDueSource(db: PrismaClient, now: Date): Promise<CheckedSource | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    UPDATE "Source" SET "checkingUntil" = ${leaseFrom(now)}::timestamptz
    WHERE "id" = (
      SELECT s."id" FROM "Source" s JOIN "Conference" c ON c."id" = s."conferenceId"
      WHERE s."nextCheckAt" <= ${now}::timestamptz AND s."checkMinutes" > 0 AND s."address" IS NOT NULL
        AND c."deletedAt" IS NULL AND (s."checkingUntil" IS NULL OR s."checkingUntil" <= ${now}::timestamptz)
      ORDER BY s."nextCheckAt", s."id" LIMIT 1 FOR UPDATE OF s SKIP LOCKED)
    RETURNING "id"::text`
  return row ? loadChecked(db, row.id) : null
}

/** Takes this source of a conference; null: somebody is checking it, or it has no address. */
export async function takeSource(
  db: PrismaClient,
  { id, conferenceId }: { id: string; conferenceId: string },
  now: Date,
): Promise<CheckedSource | null> {
  const { count } = await db.source.updateMany({
    where: {
      id,
      conferenceId,
      address: { not: null },
      OR: [{ checkingUntil: null }, { checkingUntil: { lte: now } }],
    },
    data: { checkingUntil: leaseFrom(now) },
  })
  return count > 0 ? loadChecked(db, id) : null
}

/**
 * Lets go of a source after a check, and says when the next one is.
 * @param failed absent: the check did not fail
 */
export async function releaseSource(
  db: PrismaClient,
  { id, conference }: CheckedSource,
  failed: { retryAfter?: string } | undefined,
  { now, random }: { now: Date; random: number },
): Promise<void> {
  const days = await daysOf(db, conference)
  await db.$transaction(async (tx) => {
    // Somebody may have set another pace in the meantime, or it may be gone.
    const [source] = await tx.$queryRaw<{ checkMinutes: number | null; failures: number }[]>`
      SELECT "checkMinutes", "failures" FROM "Source" WHERE "id" = ${id}::uuid FOR UPDATE`
    if (!source) return
    const failures = failed ? source.failures + 1 : 0
    const pace = paceOf(source.checkMinutes ?? 0, days, now)
    const next = nextCheck({ pace, failures, retryAfter: failed?.retryAfter }, now, random)
    await tx.source.update({
      where: { id },
      data: { checkingUntil: null, failures, nextCheckAt: pace > 0 ? next : null },
    })
  })
}

/** The first and last day on which a conference has something; null: it has nothing. */
export async function daysOf(
  db: Database,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<ConferenceDays | null> {
  const { _min, _max } = await db.session.aggregate({
    where: { conferenceId: id, status: { not: 'cancelled' } },
    _min: { dayOn: true },
    _max: { dayOn: true },
  })
  const say = (day: Date) => day.toISOString().slice(0, 10)
  return _min.dayOn && _max.dayOn ? { first: say(_min.dayOn), last: say(_max.dayOn), timeZone } : null
}

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + CHECK_LEASE_MS)
}

async function loadChecked(db: Database, id: string): Promise<CheckedSource | null> {
  const source = await db.source.findUnique({ where: { id }, select: checkedFields })
  return source?.address ? { ...source, address: source.address } : null
}
