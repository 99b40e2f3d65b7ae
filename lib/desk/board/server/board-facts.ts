import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { loadBecame } from '@/lib/program/became'
import { changeProgram, Unchanged } from '@/lib/schedule/edit/conference-version'
import type { Span } from '../board'

/**
 * Lets several things be in a room at once, or no longer.
 * @throws {AppError} NOT_FOUND when the room is another conference's, or none
 */
export function setAllowsOverlap(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { room: asked, allowsOverlap }: { room: string; allowsOverlap: boolean },
  now: Date,
): Promise<void> {
  return changeProgram<void>(db, granted, now, async (tx, { id: conferenceId }) => {
    const id = (await loadBecame(tx, conferenceId, 'room'))(asked)
    const room = await tx.room.findUnique({ where: { id, conferenceId }, select: { allowsOverlap: true } })
    if (!room) throw new AppError('NOT_FOUND', 'room')
    if (room.allowsOverlap === allowsOverlap) return new Unchanged(undefined)
    await tx.room.update({ where: { id }, data: { allowsOverlap } })
  })
}

/**
 * Says when a speaker cannot be there, in place of what was said before.
 * @throws {AppError} NOT_FOUND when the speaker is another conference's, or none
 */
export function setAbsences(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { speaker: asked, absences }: { speaker: string; absences: readonly Span[] },
  now: Date,
): Promise<void> {
  return changeProgram<void>(db, granted, now, async (tx, { id: conferenceId }) => {
    const became = await loadBecame(tx, conferenceId, 'speaker')
    const speakerId = became(asked)
    if ((await tx.speaker.count({ where: { id: speakerId, conferenceId } })) === 0)
      throw new AppError('NOT_FOUND', 'speaker')
    const all = await tx.absence.findMany({ where: { conferenceId }, orderBy: { startAt: 'asc' } })
    const before = all.filter((absence) => became(absence.speakerId) === speakerId)
    if (isSame(before, absences)) return new Unchanged(undefined)
    await tx.absence.deleteMany({ where: { id: { in: before.map(({ id }) => id) } } })
    await tx.absence.createMany({ data: absences.map((span) => ({ ...span, conferenceId, speakerId })) })
  })
}

function isSame(before: readonly { startAt: Date; endAt: Date }[], wanted: readonly Span[]): boolean {
  const said = before.map(({ startAt, endAt }) => `${startAt.toISOString()} ${endAt.toISOString()}`)
  const asked = wanted.map(({ startAt, endAt }) => `${startAt} ${endAt}`)
  return said.toSorted().join() === asked.toSorted().join()
}
