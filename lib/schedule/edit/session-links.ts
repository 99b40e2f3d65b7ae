import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { lockConference, raiseVersion } from './conference-version'
import type { SessionLinks } from './schema'

/**
 * Says where a session's slides and its replay are; no import takes that back, and it is no change of the programme to
 * be told of.
 * @throws {AppError} NOT_FOUND
 */
export async function setSessionLinks(
  db: PrismaClient,
  conferenceId: string,
  sessionId: string,
  { slidesUrl, replayUrl }: SessionLinks,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId)
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, conferenceId },
      data: { slidesUrl, replayUrl, updatedAt: now },
    })
    if (count === 0) throw new AppError('NOT_FOUND', 'session')
    await raiseVersion(tx, conference, now)
  })
}
