import { requireAccess } from '@/lib/people/server/access'
import { personOf } from '@/lib/people/person-of'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import type { Material } from '../material'
import { ownWords } from './own-words'

/**
 * What a person brought home from a conference: only what is theirs alone, without anything they deleted. Notes that
 * were ever a group's stay out, with their photos.
 * @throws {AppError} UNAUTHENTICATED to a guest; NOT_FOUND to whoever may not see the conference
 */
export async function loadMaterial(db: Database, viewer: Viewer, conferenceId: string): Promise<Material> {
  const { id: userId } = personOf(viewer)
  const conference = await db.conference.findUnique({
    where: { id: conferenceId },
    select: { id: true, visibility: true },
  })
  if (!conference) throw new AppError('NOT_FOUND')
  await requireAccess(db, viewer, conference, 'plan')
  const agenda = await loadAgenda(db, conferenceId)
  if (!agenda) throw new AppError('NOT_FOUND')
  const own = { userId, conferenceId }
  const [picks, attendances, notes, photos, sessions] = await Promise.all([
    db.pick.findMany({ where: { ...own, droppedAt: null }, select: { sessionId: true, rank: true } }),
    db.attendance.findMany({
      where: own,
      select: { sessionId: true, status: true, watchReplay: true, findSlides: true, reason: true, updatedAt: true },
      orderBy: { revision: 'asc' },
    }),
    db.note.findMany({
      where: { ...own, ...ownWords, deletedAt: null },
      select: { id: true, sessionId: true, place: true, text: true, notedAt: true, updatedAt: true },
    }),
    db.photo.findMany({
      where: { userId, deletedAt: null, bytes: { gt: 0 }, note: { ...own, ...ownWords, deletedAt: null } },
      select: { id: true, noteId: true, caption: true, takenAt: true },
    }),
    db.session.findMany({
      where: { conferenceId, OR: [{ slidesUrl: { not: null } }, { replayUrl: { not: null } }] },
      select: { id: true, slidesUrl: true, replayUrl: true },
    }),
  ])
  return {
    agenda,
    picks: new Map(picks.map(({ sessionId, rank }) => [sessionId, rank])),
    attendances: new Map(
      attendances.map(({ sessionId, reason, updatedAt, ...attendance }) => [
        sessionId,
        { ...attendance, ...(reason && { reason }), markedAt: updatedAt.toISOString() },
      ]),
    ),
    notes: notes.map(({ id, sessionId, place, text, notedAt, updatedAt }) => ({
      id,
      text,
      notedAt: notedAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      ...(sessionId && { sessionId }),
      ...(place && { place }),
    })),
    photos: photos.flatMap(({ noteId, caption, takenAt, id }) =>
      noteId ? [{ id, noteId, takenAt: takenAt.toISOString(), ...(caption && { caption }) }] : [],
    ),
    links: new Map(
      sessions.map(({ id, slidesUrl, replayUrl }) => [
        id,
        { ...(slidesUrl && { slidesUrl }), ...(replayUrl && { replayUrl }) },
      ]),
    ),
  }
}
