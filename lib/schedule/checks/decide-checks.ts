import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { recordRun } from '../bring-in/runs/import-run'
import { lockConference } from '../edit/conference-version'
import { daysOf, isLocked } from './checked-source'
import { nextCheck, paceOf } from './pace'

/**
 * Sets how often a source is checked; the first check is when its pace is over since it was fetched last.
 * @param minutes one of `checkChoices`; 0: never
 * @param random from 0 to 1
 * @throws {AppError} NOT_FOUND; INVALID where it has no address to be asked, or one that needs a password
 */
export async function setChecks(
  db: PrismaClient,
  { conferenceId }: Granted<'import'>,
  { source: id, minutes }: { source: string; minutes: number },
  now: Date,
  random = Math.random(),
): Promise<void> {
  const source = await db.source.findUnique({
    where: { id, conferenceId },
    select: { address: true, fetched: true, fetchedAt: true, conference: { select: { id: true, timeZone: true } } },
  })
  if (!source) throw new AppError('NOT_FOUND', 'source')
  if (minutes > 0 && source.address === null) throw new AppError('INVALID', 'source without an address')
  if (minutes > 0 && isLocked(source)) throw new AppError('INVALID', 'source behind a password')
  const pace = paceOf(minutes, await daysOf(db, source.conference), now)
  const next = nextCheck({ pace, failures: 0 }, source.fetchedAt ?? now, random)
  await db.source.update({
    where: { id, conferenceId },
    data: { checkMinutes: minutes, failures: 0, nextCheckAt: pace > 0 ? (next > now ? next : now) : null },
  })
}

/**
 * Sets where a source is. What was known of the old address, and what waited from there, is let go of.
 * @param address as `sourceAddress` gives it
 * @param hadPassword it was written with one, which is not kept
 * @throws {AppError} NOT_FOUND; CONFLICT where another source of the conference has it
 */
export async function setSourceAddress(
  db: PrismaClient,
  { conferenceId }: Granted<'import'>,
  { source: id, address, hadPassword = false }: { source: string; address: string; hadPassword?: boolean },
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    // Two sources of one address would bring every session twice.
    await lockConference(tx, conferenceId)
    const sources = await tx.source.findMany({
      where: { conferenceId, OR: [{ id }, { address }] },
      select: { id: true, address: true, checkMinutes: true },
    })
    const source = sources.find((known) => known.id === id)
    if (!source) throw new AppError('NOT_FOUND', 'source')
    if (sources.length > 1) throw new AppError('CONFLICT', 'address')
    if (source.address === address) return
    const nextCheckAt = source.checkMinutes ? now : null
    const unasked = { url: address, address, etag: null, lastModified: null, hadPassword }
    await tx.source.update({
      where: { id },
      data: {
        address,
        fetched: hadPassword ? [unasked] : [],
        contentHash: null,
        declined: null,
        failures: 0,
        nextCheckAt,
      },
    })
    await tx.waitingImport.deleteMany({ where: { sourceId: id } })
  })
}

/**
 * Leaves outside what waits: it is asked about again when the source changes.
 * @param hash of the content that somebody saw
 * @returns false where something else waits by now, or nothing
 */
export async function declineWaiting(
  db: PrismaClient,
  { conferenceId, userId }: Granted<'import'>,
  { source: id, hash }: { source: string; hash: string },
  now: Date,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockConference(tx, conferenceId)
    const waiting = await tx.waitingImport.findUnique({
      where: { sourceId: id, contentHash: hash, source: { conferenceId } },
      select: { changesHash: true, fetched: true, address: true, bytes: true, reasons: true },
    })
    if (!waiting) return false
    const { changesHash: declined, fetched, ...run } = waiting
    await tx.source.update({ where: { id }, data: { contentHash: hash, declined, fetched: fetched ?? [] } })
    await tx.waitingImport.delete({ where: { sourceId: id } })
    await recordRun(tx, { ...run, sourceId: id, userId, outcome: 'refused', contentHash: hash }, now)
    return true
  })
}
