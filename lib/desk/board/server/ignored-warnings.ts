import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { Unchanged } from '@/lib/schedule/edit/conference-version'
import { changeDraft } from './change-draft'

/**
 * Remembers that organizers have seen a warning and want to hear of it no more, or, `isIgnored` being false, of it
 * again.
 * @param key of the warning
 * @returns the draft's version
 */
export function setIgnored(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { key, isIgnored }: { key: string; isIgnored: boolean },
  now: Date,
): Promise<{ version: number }> {
  const { conferenceId, userId } = granted
  return changeDraft(db, granted, async (tx, { version, next }) => {
    const { count } = isIgnored
      ? await tx.ignoredWarning.createMany({
          data: [{ conferenceId, key, userId, createdAt: now }],
          skipDuplicates: true,
        })
      : await tx.ignoredWarning.deleteMany({ where: { conferenceId, key } })
    return count === 0 ? new Unchanged({ version }) : { version: next }
  })
}
