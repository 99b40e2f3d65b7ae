import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { changeProgram } from './conference-version'
import type { SessionLinksEdit } from './schema'

/**
 * Says where a session's slides and its replay are; no import takes that back, and it is no change of the programme to
 * be told of.
 * @throws {AppError} NOT_FOUND
 */
export async function setSessionLinks(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  sessionId: string,
  { slidesUrl, replayUrl }: SessionLinksEdit,
  now: Date,
): Promise<void> {
  await changeProgram(db, granted, now, async (tx, { id: conferenceId }) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, conferenceId },
      data: { slidesUrl, replayUrl, updatedAt: now },
    })
    if (count === 0) throw new AppError('NOT_FOUND', 'session')
  })
}
