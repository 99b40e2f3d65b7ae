import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { laterBySecond } from '@/lib/platform/time'
import { gatherEdit } from './release'
import { reviseEntries, settleEntries } from './revise-entries'

export type LockedConference = {
  id: string
  slug: string
  timeZone: string
  version: number
  lastNumber: number
  /** When its documents last changed. */
  updatedAt: Date
}

/**
 * Takes the conference's row for the rest of the transaction: whoever else writes to its schedule waits. So the version
 * and the numbers that follow from what was read are nobody else's. Not FOR UPDATE: whoever picks, writes and counts
 * there refers to that row, and a whole hall would wait for a long release.
 * @throws {AppError} NOT_FOUND when there is none, or it was deleted
 */
export async function lockConference(tx: Prisma.TransactionClient, id: string): Promise<LockedConference> {
  const [conference] = await tx.$queryRaw<LockedConference[]>`
    SELECT "id"::text, "slug", "timeZone", "version", "lastNumber", "updatedAt" FROM "Conference"
    WHERE "id" = ${id}::uuid AND "deletedAt" IS NULL FOR NO KEY UPDATE`
  if (!conference) throw new AppError('NOT_FOUND', 'conference')
  await settleEntries(tx, id)
  return conference
}

/**
 * Raises the version by one, once a transaction, after all that was changed: a trigger tells every screen. Calendars'
 * entries are revised with it.
 */
export async function raiseVersion(
  tx: Prisma.TransactionClient,
  conference: LockedConference,
  now: Date,
): Promise<number> {
  const { version } = await tx.conference.update({
    where: { id: conference.id },
    data: {
      version: conference.version + 1,
      lastNumber: conference.lastNumber,
      updatedAt: laterBySecond(now, conference.updatedAt),
    },
    select: { version: true },
  })
  await reviseEntries(tx, conference.id, now)
  return version
}

/** The programme as it is while it is changed. */
export type ChangedProgram = LockedConference & {
  /** What its version will be. */
  revision: number
}

/** What a change answers that changed nothing: the version stays. */
export class Unchanged<Value> {
  constructor(readonly value: Value) {}
}

/**
 * Changes a programme: takes its row, runs, raises its version, in one transaction. What it wrote into the history of
 * changes is in the day's release.
 * @param change hands back `new Unchanged(value)` where nothing was to be done
 * @param patience for what changes thousands of sessions
 * @throws {AppError} NOT_FOUND when there is no such conference, or it was deleted
 */
export function changeProgram<Value>(
  db: PrismaClient,
  { conferenceId, userId }: Granted<'editSessions' | 'editSchedule' | 'editConference'>,
  now: Date,
  change: (tx: Prisma.TransactionClient, program: ChangedProgram) => Promise<Value | Unchanged<Value>>,
  patience?: { timeout: number; maxWait: number },
): Promise<Value> {
  return db.$transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId)
    const program = { ...conference, revision: conference.version + 1 }
    const changed = await change(tx, program)
    if (changed instanceof Unchanged) return changed.value
    const version = await raiseVersion(tx, program, now)
    const told = await tx.change.findFirst({ where: { conferenceId, version }, select: { id: true } })
    if (told) await gatherEdit(tx, conference, { version, userId }, now)
    return changed
  }, patience)
}
