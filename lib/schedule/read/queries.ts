import { settleBidi } from '@/lib/platform/bidi'
import { countBy, type Database } from '@/lib/platform/db'
import { sessionSlug } from './load-agenda'

const conferenceFields = {
  id: true,
  slug: true,
  name: true,
  acronym: true,
  timeZone: true,
  language: true,
  venue: true,
  url: true,
  visibility: true,
  demo: true,
  version: true,
  updatedAt: true,
} as const

/** The conference at an address, whoever asks; callers decide who may see it. */
export function getConference(db: Database, slug: string) {
  return db.conference.findUnique({ where: { slug }, select: conferenceFields })
}

/** One session in full, by its number in the conference. */
export async function getSession(db: Database, conferenceId: string, number: number) {
  const session = await db.session.findUnique({
    where: { conferenceId_number: { conferenceId, number } },
    include: {
      rooms: { select: { roomId: true }, orderBy: { position: 'asc' } },
      speakers: {
        select: { speaker: { select: { id: true, name: true, company: true } } },
        orderBy: { position: 'asc' },
      },
    },
  })
  if (!session) return null
  const { rooms, speakers, imported, dayOn, ...rest } = session
  return {
    ...rest,
    slug: sessionSlug(session),
    dayOn: dayOn.toISOString().slice(0, 10),
    madeByHand: imported === null,
    roomIds: rooms.map(({ roomId }) => roomId),
    speakers: speakers.map(({ speaker }) => speaker),
  }
}

/** What a speaker says of themselves: a line, and a text. */
export function getSpeakerText(
  db: Database,
  id: string,
): Promise<{ tagline: string | null; bio: string | null } | null> {
  return db.speaker.findUnique({ where: { id }, select: { tagline: true, bio: true } })
}

/** A speaker who stands. */
export function getSpeaker(db: Database, conferenceId: string, id: string) {
  return db.speaker.findUnique({
    where: { id, conferenceId, archivedAt: null },
    select: { id: true, name: true, company: true, tagline: true, bio: true },
  })
}

/** The texts of sessions, and of speakers on themselves, by id; those without one are left out. */
export async function listDescriptions(db: Database, conferenceId: string): Promise<Record<string, string>> {
  const [sessions, speakers] = await Promise.all([
    db.session.findMany({
      where: { conferenceId, description: { not: null } },
      select: { id: true, description: true },
      orderBy: { number: 'asc' },
    }),
    db.speaker.findMany({
      where: { conferenceId, bio: { not: null } },
      select: { id: true, bio: true },
      orderBy: { id: 'asc' },
    }),
  ])
  const texts = [
    ...sessions.map(({ id, description }) => [id, description]),
    ...speakers.map(({ id, bio }) => [id, bio]),
  ]
  return Object.fromEntries(texts.filter(([, text]) => text))
}

/** Rooms that stand, with how many sessions each has, and what else would go along if it were merged into another. */
export async function listRooms(db: Database, conferenceId: string) {
  const rooms = await db.room.findMany({
    where: { conferenceId, archivedAt: null },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  const roomId = { in: rooms.map(({ id }) => id) }
  const counted = { by: 'roomId', where: { roomId }, _count: true } as const
  const standing = { ...counted, where: { roomId, revokedAt: null } } as const
  const announced = { ...counted, where: { roomId, withdrawnAt: null } } as const
  const [placed, aliases, said] = [
    await db.sessionRoom.groupBy(counted),
    await db.roomAlias.groupBy(counted),
    await db.reading.groupBy(counted),
  ]
  const [links, words] = [await db.stewardLink.groupBy(standing), await db.announcement.groupBy(announced)]
  const [sessions, names, readings, stewardLinks, announcements] = [
    countBy(placed, (row) => row.roomId),
    countBy(aliases, (row) => row.roomId),
    countBy(said, (row) => row.roomId),
    countBy(links, (row) => row.roomId),
    countBy(words, (row) => row.roomId),
  ]
  return rooms.map((room) => ({
    ...room,
    name: settleBidi(room.name),
    sessions: sessions(room.id),
    moves: {
      sessions: sessions(room.id),
      names: names(room.id),
      readings: readings(room.id),
      stewardLinks: stewardLinks(room.id),
      announcements: announcements(room.id),
    },
  }))
}

/** Tracks that stand, with how many sessions each has, and what else would go along if it were merged into another. */
export async function listTracksToEdit(db: Database, conferenceId: string) {
  const tracks = await db.track.findMany({
    where: { conferenceId, archivedAt: null },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
  })
  const counted = { by: 'trackId', where: { trackId: { in: tracks.map(({ id }) => id) } }, _count: true } as const
  const [shown, aliases] = [await db.session.groupBy(counted), await db.trackAlias.groupBy(counted)]
  const [sessions, names] = [countBy(shown, (row) => row.trackId), countBy(aliases, (row) => row.trackId)]
  return tracks.map((track) => ({
    ...track,
    name: settleBidi(track.name),
    sessions: sessions(track.id),
    moves: { sessions: sessions(track.id), names: names(track.id) },
  }))
}
