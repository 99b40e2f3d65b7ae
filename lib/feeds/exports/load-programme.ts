import { settleLines } from '@/lib/platform/bidi'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { partsOf } from '@/lib/program/agenda-parts'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import type { DocumentContext } from '../document'
import type { ExportedProgramme, ExportedSession } from './programme'

type Context = Pick<DocumentContext, 'db' | 'conference' | 'publicUrl'>
type Texts = {
  sessions: ReadonlyMap<string, { description: string | null; url: string | null }>
  bios: ReadonlyMap<string, string | null>
}

/** A conference's programme with its texts; null for one that is gone. Three queries more than its agenda takes. */
export async function loadProgramme({ db, conference, publicUrl }: Context): Promise<ExportedProgramme | null> {
  const where = { conferenceId: conference.id }
  const [about, agenda, sessions, speakers] = await Promise.all([
    db.conference.findUnique({ where: { id: conference.id }, select: { acronym: true, url: true } }),
    loadAgenda(db, conference.id),
    db.session.findMany({ where, select: { id: true, description: true, url: true } }),
    db.speaker.findMany({ where, select: { id: true, bio: true } }),
  ])
  if (!about || !agenda) return null
  const texts = {
    sessions: new Map(sessions.map((session) => [session.id, session])),
    bios: new Map(speakers.map(({ id, bio }) => [id, bio])),
  }
  const { slug, name, language, timeZone, venue = null, version } = agenda.conference
  return {
    conference: { slug, name, language, timeZone, venue, version, ...about },
    publicUrl,
    days: agenda.days,
    rooms: agenda.rooms.map(({ id, slug, name, capacity = null }) => ({ id, slug, name, capacity })),
    tracks: agenda.tracks.map(({ slug, name }) => ({ slug, name })),
    sessions: sessionsOf(agenda, texts),
  }
}

function sessionsOf(agenda: Agenda, texts: Texts): ExportedSession[] {
  const { rooms, tracks, colocatedEvents, speakers } = partsOf(agenda)
  return agenda.sessions.map((session) => ({
    ...factsOf(session),
    description: settleLines(texts.sessions.get(session.id)?.description ?? '') || null,
    url: texts.sessions.get(session.id)?.url ?? null,
    rooms: session.rooms.flatMap((id) => {
      const room = rooms.get(id)
      return room ? [{ id, slug: room.slug, name: room.name, capacity: room.capacity ?? null }] : []
    }),
    track: tracks.get(session.track ?? '') ?? null,
    colocated: colocatedEvents.get(session.colocated ?? '')?.name ?? null,
    speakers: session.speakers.flatMap((id) => {
      const speaker = speakers.get(id)
      const bio = settleLines(texts.bios.get(id) ?? '') || null
      return speaker ? [{ id, slug: speaker.slug, name: speaker.name, company: speaker.company ?? null, bio }] : []
    }),
  }))
}

function factsOf({ id, number, slug, title, kind, status, dayOn, ...session }: AgendaSession) {
  return {
    id,
    number,
    slug,
    title,
    kind,
    status,
    dayOn,
    startAt: session.startAt === undefined ? null : new Date(session.startAt),
    endAt: session.endAt === undefined ? null : new Date(session.endAt),
    language: session.language ?? null,
    capacity: session.capacity ?? null,
    level: session.level ?? null,
    flags: session.flags ?? [],
    slidesUrl: session.slides ?? null,
    replayUrl: session.replay ?? null,
  }
}
