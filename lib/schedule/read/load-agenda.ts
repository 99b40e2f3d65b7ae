import type { Prisma } from '@/generated/prisma/client'
import { settleBidi } from '@/lib/platform/bidi'
import type { Database } from '@/lib/platform/db'
import { slugify } from '@/lib/platform/slug'
import { listFormerSlugs } from '@/lib/program/part-addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { listFloors, placeOnFloor } from '../building/list-floors'
import { everShown, untoldVersion } from './while-private'
import { sessionFlags, type SessionFlag } from '@/lib/program/session-flags'

/**
 * A conference's programme as screens and documents read it; null for one that does not exist. Nine queries, whatever
 * its size; same state, same order. No name in it turns another around.
 */
export async function loadAgenda(db: Database, conferenceId: string): Promise<Agenda | null> {
  const where = { conferenceId }
  // Before the rest: were it read with a commit between, an old programme would pass for the new version.
  const conference = await db.conference.findUnique({
    where: { id: conferenceId },
    select: {
      id: true,
      slug: true,
      name: true,
      timeZone: true,
      language: true,
      venue: true,
      c3navUrl: true,
      visibility: true,
      publicSinceVersion: true,
      version: true,
    },
  })
  if (!conference) return null
  const { c3navUrl, publicSinceVersion, ...facts } = conference
  const untold = untoldVersion({ ...facts, publicSinceVersion })
  const [rooms, tracks, colocatedEvents, speakers, sessions, walks, floors, former] = await Promise.all([
    db.room.findMany({ where, orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }] }),
    db.track.findMany({ where, orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }] }),
    db.colocatedEvent.findMany({ where, orderBy: [{ position: 'asc' }, { name: 'asc' }, { id: 'asc' }] }),
    db.speaker.findMany({
      where: { conferenceId, archivedAt: null },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, slug: true, name: true, company: true },
    }),
    db.session.findMany({ where: { conferenceId, ...everShown(untold) }, select: sessionFields }),
    db.walk.findMany({ where, orderBy: [{ fromZone: 'asc' }, { toZone: 'asc' }] }),
    listFloors(db, conferenceId),
    listFormerSlugs(db, conferenceId),
  ])
  const shown = new Set(floors.map(({ id }) => id))
  const roomOrder = new Map(rooms.map((room, index) => [room.id, index]))
  const listed = sessions.map(sessionOf).sort((a, b) => compare(a, b, roomOrder))
  const usedRooms = new Set(listed.flatMap((session) => session.rooms))
  const usedTracks = new Set(listed.map((session) => session.track))
  return {
    conference: {
      ...facts,
      c3nav: c3navUrl ?? undefined,
      name: settleBidi(conference.name),
      venue: conference.venue === null ? undefined : settleBidi(conference.venue),
    },
    days: [...new Set(listed.map((session) => session.dayOn))].sort(),
    rooms: rooms
      .filter((room) => !room.archivedAt || usedRooms.has(room.id))
      .map(({ id, slug, name, floor, zone, capacity, capacityKind, ...at }) => ({
        id,
        slug,
        formerly: former.get(id),
        name: settleBidi(name),
        floor: floor ?? undefined,
        zone: zone ?? undefined,
        capacity: capacity ?? undefined,
        capacityKind,
        place: placeOnFloor(at, shown),
      })),
    tracks: tracks
      .filter((track) => !track.archivedAt || usedTracks.has(track.id))
      .map(({ id, slug, name, color }) => ({ id, slug, formerly: former.get(id), name: settleBidi(name), color })),
    colocatedEvents: colocatedEvents.map(({ id, slug, name, pass }) => ({
      id,
      slug,
      formerly: former.get(id),
      name: settleBidi(name),
      pass: pass ?? undefined,
    })),
    speakers: speakers.map(({ company, ...speaker }) => ({
      ...speaker,
      formerly: former.get(speaker.id),
      name: settleBidi(speaker.name),
      company: company === null ? undefined : settleBidi(company),
    })),
    sessions: listed,
    walks: walks.map(({ fromZone, toZone, minutes }) => ({ from: fromZone, to: toZone, minutes })),
    floors:
      floors.length > 0
        ? floors.map(({ metresWide: _metres, ...floor }) => ({ ...floor, name: settleBidi(floor.name) }))
        : undefined,
  }
}

const sessionFields = {
  id: true,
  number: true,
  title: true,
  kind: true,
  status: true,
  dayOn: true,
  startAt: true,
  endAt: true,
  trackId: true,
  colocatedId: true,
  parentId: true,
  language: true,
  capacity: true,
  level: true,
  flags: true,
  slidesUrl: true,
  replayUrl: true,
  rooms: { select: { roomId: true }, orderBy: [{ position: 'asc' }, { roomId: 'asc' }] },
  speakers: { select: { speakerId: true }, orderBy: [{ position: 'asc' }, { speakerId: 'asc' }] },
} satisfies Prisma.SessionSelect

type Row = Prisma.SessionGetPayload<{ select: typeof sessionFields }>

function sessionOf(row: Row): AgendaSession {
  return {
    id: row.id,
    number: row.number,
    slug: sessionSlug(row),
    title: settleBidi(row.title),
    kind: row.kind,
    status: row.status,
    dayOn: row.dayOn.toISOString().slice(0, 10),
    startAt: row.startAt?.toISOString(),
    endAt: row.endAt?.toISOString(),
    rooms: row.rooms.map(({ roomId }) => roomId),
    track: row.trackId ?? undefined,
    colocated: row.colocatedId ?? undefined,
    parent: row.parentId ?? undefined,
    speakers: row.speakers.map(({ speakerId }) => speakerId),
    language: row.language ?? undefined,
    capacity: row.capacity ?? undefined,
    level: row.level === null ? undefined : settleBidi(row.level),
    flags: flagsOf(row),
    slides: row.slidesUrl ?? undefined,
    replay: row.replayUrl ?? undefined,
  }
}

function flagsOf({ flags }: Row): SessionFlag[] | undefined {
  const known = sessionFlags.filter((flag) => flags.includes(flag))
  return known.length > 0 ? known : undefined
}

/** The last part of a session's address: its number, which finds it, and its title, for people. */
export function sessionSlug({ number, title }: { number: number; title: string }): string {
  return `${number}-${slugify(title, 'session')}`
}

// By day, then start (to be announced last), then room, then title; the number decides what is left.
function compare(a: AgendaSession, b: AgendaSession, roomOrder: ReadonlyMap<string, number>): number {
  const key = (session: AgendaSession): [string, string, number, string, number] => [
    session.dayOn,
    session.startAt ?? '~',
    roomOrder.get(session.rooms[0] ?? '') ?? Infinity,
    session.title,
    session.number,
  ]
  const [left, right] = [key(a), key(b)]
  for (let index = 0; index < left.length; index++) {
    const [one, other] = [left[index], right[index]]
    if (one !== undefined && other !== undefined && one !== other) return one < other ? -1 : 1
  }
  return 0
}
