import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

type Pair = { oneId: string; otherId: string }

/** The rooms, tracks or speakers of which an organizer said that they are not one. */
export function listDifferent(db: Database, conferenceId: string): Promise<Pair[]> {
  return db.differentParts.findMany({ where: { conferenceId }, select: { oneId: true, otherId: true } })
}

/**
 * Says that two rooms, tracks or speakers are not one, or takes that back. No screen of the programme shows it: its
 * version stays.
 * @throws {AppError} NOT_FOUND when they are not two of one kind in this conference
 */
export async function setDifferent(
  db: PrismaClient,
  { conferenceId }: Granted<'editSchedule'>,
  { part, other, isDifferent }: { part: string; other: string; isDifferent: boolean },
): Promise<void> {
  if (!isDifferent) return sayOne(db, conferenceId, part, other)
  const where = { conferenceId, id: { in: [part, other] } }
  const counts = [db.room.count({ where }), db.track.count({ where }), db.speaker.count({ where })]
  if (part === other || !(await Promise.all(counts)).includes(2)) throw new AppError('NOT_FOUND', 'part')
  await sayDifferent(db, conferenceId, part, other)
}

/** Keeps that two parts are not one, in a change of the caller's. */
export async function sayDifferent(db: Database, conferenceId: string, ...pair: [string, string]): Promise<void> {
  await db.differentParts.createMany({ data: [{ conferenceId, ...inOrder(pair) }], skipDuplicates: true })
}

/** Forgets that somebody said so. */
export async function sayOne(db: Database, conferenceId: string, ...pair: [string, string]): Promise<void> {
  await db.differentParts.deleteMany({ where: { conferenceId, ...inOrder(pair) } })
}

function inOrder([a, b]: [string, string]): Pair {
  return a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a }
}
