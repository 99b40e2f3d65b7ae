import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { changeProgram, Unchanged } from './conference-version'
import { editParts, readPart } from './part'
import type { SpeakerEdit } from './schema'

/**
 * Corrects what is said of a speaker. Of one whom a source names, what changes is the organizer's own from then on. The
 * same values again change nothing.
 * @throws {AppError} NOT_FOUND when there is no such speaker
 */
export async function editSpeaker(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  speakerId: string,
  edit: SpeakerEdit,
  now: Date,
): Promise<void> {
  await changeProgram<void>(db, granted, now, async (tx, program) => {
    const part = await readPart(tx, program.id, 'speaker', speakerId)
    const by = { userId: granted.userId, now }
    const hasChanged = await editParts(tx, program, 'speaker', [{ part, edit }], by)
    return hasChanged ? undefined : new Unchanged(undefined)
  })
}
