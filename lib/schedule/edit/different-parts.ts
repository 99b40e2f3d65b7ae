import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

type Pair = { oneId: string; otherId: string }

/** The rooms, or tracks, of which an organizer said that they are not one. */
export function listDifferent(db: Database, conferenceId: string): Promise<Pair[]> {
  return db.differentParts.findMany({ where: { conferenceId }, select: { oneId: true, otherId: true } })
}

/**
 * Says that two rooms, or two tracks, are not one, or takes that back. No screen of the programme shows it: its version
 * stays.
 * @throws {AppError} NOT_FOUND when they are not two rooms or two tracks of this conference
 */
export async function setDifferent(
  db: PrismaClient,
  { conferenceId }: Granted<'editSchedule'>,
  { part, other, isDifferent }: { part: string; other: string; isDifferent: boolean },
): Promise<void> {
  const [oneId = part, otherId = other] = [part, other].sort()
  const both = { conferenceId, oneId, otherId }
  if (!isDifferent) return void (await db.differentParts.deleteMany({ where: both }))
  const where = { conferenceId, id: { in: [oneId, otherId] } }
  if (!(await Promise.all([db.room.count({ where }), db.track.count({ where })])).includes(2))
    throw new AppError('NOT_FOUND', 'part')
  await db.differentParts.createMany({ data: [both], skipDuplicates: true })
}
