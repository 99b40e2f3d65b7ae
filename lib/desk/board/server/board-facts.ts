import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { loadBecame } from '@/lib/program/became'
import { changeProgram, Unchanged } from '@/lib/schedule/edit/conference-version'
import { mergeAbsences, type MergedAbsences } from '../../absences'
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
 * Says when a speaker cannot be there, in place of what was seen; what others said and took away since stands.
 * @returns what stands then, and what of it others did
 * @throws {AppError} NOT_FOUND when the speaker is another conference's, or none
 */
export function setAbsences(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { speaker: asked, absences: wanted, seen }: { speaker: string; absences: readonly Span[]; seen: readonly Span[] },
  now: Date,
): Promise<MergedAbsences> {
  return changeProgram<MergedAbsences>(db, granted, now, async (tx, { id: conferenceId }) => {
    const became = await loadBecame(tx, conferenceId, 'speaker')
    const speakerId = became(asked)
    if ((await tx.speaker.count({ where: { id: speakerId, conferenceId } })) === 0)
      throw new AppError('NOT_FOUND', 'speaker')
    const all = await tx.absence.findMany({ where: { conferenceId }, orderBy: { startAt: 'asc' } })
    const before = all.filter((absence) => became(absence.speakerId) === speakerId)
    const merged = mergeAbsences(seen, before.map(spanOf), wanted)
    const { absences } = merged
    if (isSame(before, absences)) return new Unchanged(merged)
    await tx.absence.deleteMany({ where: { id: { in: before.map(({ id }) => id) } } })
    await tx.absence.createMany({ data: absences.map((span) => ({ ...span, conferenceId, speakerId })) })
    return merged
  })
}

function spanOf({ startAt, endAt }: { startAt: Date; endAt: Date }): Span {
  return { startAt: startAt.toISOString(), endAt: endAt.toISOString() }
}

function isSame(before: readonly { startAt: Date; endAt: Date }[], wanted: readonly Span[]): boolean {
  const said = before.map(({ startAt, endAt }) => `${startAt.toISOString()} ${endAt.toISOString()}`)
  const asked = wanted.map(({ startAt, endAt }) => `${startAt} ${endAt}`)
  return said.toSorted().join() === asked.toSorted().join()
}
