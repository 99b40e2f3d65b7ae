import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { listInScope, type Editing } from '@/lib/schedule/scope'
import type { Board, BoardRoom, BoardSpeaker, BoardTrack } from '../board'
import { listAbsences } from './list-absences'
import { readPlannedDraft } from './planned-draft'
import { readDraft } from './read-draft'
import { readSessions } from './read-sessions'

/**
 * All that the board shows of a conference: as it is published, and the draft that its organizers share. A few queries,
 * however many sessions there are.
 * @throws {AppError} NOT_FOUND when the conference was deleted
 */
export async function loadBoard(db: Database, granted: Editing): Promise<Board> {
  const { conferenceId } = granted
  // First: what changes while the rest is read makes a newer version, at which the board is read again.
  const { timeZone, version } = await findConference(db, conferenceId)
  const draft = await readDraft(db, conferenceId)
  const sessions = (await readSessions(db, conferenceId)).map(({ session }) => session)
  return {
    timeZone,
    version,
    days: [...new Set(sessions.map(({ dayOn }) => dayOn))].sort(),
    rooms: await listRooms(db, conferenceId),
    tracks: await listTracks(db, conferenceId),
    speakers: await listSpeakers(db, conferenceId),
    walks: await listWalks(db, conferenceId),
    sessions,
    mine: await listInScope(db, granted),
    draft,
    planned: await readPlannedDraft(db, conferenceId),
  }
}

/** What is other on a board whose programme has not changed. */
export async function loadDraft(
  db: Database,
  { conferenceId }: Editing,
): Promise<{ version: number } & Pick<Board, 'draft' | 'planned'>> {
  const { version } = await findConference(db, conferenceId)
  return { version, draft: await readDraft(db, conferenceId), planned: await readPlannedDraft(db, conferenceId) }
}

async function findConference(db: Database, id: string): Promise<{ timeZone: string; version: number }> {
  const conference = await db.conference.findFirst({
    where: { id, deletedAt: null },
    select: { timeZone: true, version: true },
  })
  if (!conference) throw new AppError('NOT_FOUND', 'conference')
  return conference
}

function listRooms(db: Database, conferenceId: string): Promise<BoardRoom[]> {
  return db.room.findMany({
    where: { conferenceId, archivedAt: null },
    select: { id: true, name: true, zone: true, floor: true, capacity: true, allowsOverlap: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}

function listTracks(db: Database, conferenceId: string): Promise<BoardTrack[]> {
  return db.track.findMany({
    where: { conferenceId, archivedAt: null },
    select: { id: true, name: true, color: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
}

async function listSpeakers(db: Database, conferenceId: string): Promise<BoardSpeaker[]> {
  const speakers = await db.speaker.findMany({
    where: { conferenceId, archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const away = await listAbsences(db, conferenceId)
  return speakers.map((speaker) => ({ ...speaker, away: away.get(speaker.id) ?? [] }))
}

async function listWalks(db: Database, conferenceId: string): Promise<Board['walks']> {
  const walks = await db.walk.findMany({ where: { conferenceId }, orderBy: [{ fromZone: 'asc' }, { toZone: 'asc' }] })
  return walks.map(({ fromZone, toZone, minutes }) => ({ from: fromZone, to: toZone, minutes }))
}
