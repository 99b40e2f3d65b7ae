import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { changeProgram, Unchanged } from './conference-version'
import { editParts, readPart } from './part'
import type { SpeakerEdit } from './schema'
import { currentSpeaker } from './seen/current-edits'
import { mergeEdit } from './seen/merge-edit'

/**
 * Corrects what is said of a speaker. Of one whom a source names, what changes is the organizer's own from then on. The
 * same values again change nothing.
 * @param seen what the form showed: of what was not changed in it, what others wrote since stays
 * @throws {AppError} NOT_FOUND when there is no such speaker; CHANGED_MEANWHILE when somebody else changed the
 * same field meanwhile
 */
export async function editSpeaker(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  speakerId: string,
  asked: SpeakerEdit,
  now: Date,
  seen: SpeakerEdit | null = null,
): Promise<void> {
  await changeProgram<void>(db, granted, now, async (tx, program) => {
    const edit = seen ? mergeEdit(seen, asked, await currentSpeaker(tx, program.id, speakerId)) : asked
    const part = await readPart(tx, program.id, 'speaker', speakerId)
    const by = { userId: granted.userId, now }
    const hasChanged = await editParts(tx, program, 'speaker', [{ part, edit }], by)
    return hasChanged ? undefined : new Unchanged(undefined)
  })
}
