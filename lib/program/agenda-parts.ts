import { isolated } from '@/lib/platform/bidi'
import type { Agenda, AgendaColocatedEvent, AgendaRoom, AgendaSession, AgendaSpeaker, AgendaTrack } from './agenda'

/** An agenda's parts by id, for screens that look many of them up. */
export type AgendaParts = {
  rooms: ReadonlyMap<string, AgendaRoom>
  tracks: ReadonlyMap<string, AgendaTrack>
  colocatedEvents: ReadonlyMap<string, AgendaColocatedEvent>
  speakers: ReadonlyMap<string, AgendaSpeaker>
  sessions: ReadonlyMap<string, AgendaSession>
}

/** Makes maps by id of what an agenda lists (tracks, rooms, speakers and the like), to be made once an agenda. */
export function partsOf(agenda: Agenda): AgendaParts {
  return {
    rooms: byId(agenda.rooms),
    tracks: byId(agenda.tracks),
    colocatedEvents: byId(agenda.colocatedEvents),
    speakers: byId(agenda.speakers),
    sessions: byId(agenda.sessions),
  }
}

/** A session's rooms, in its own order; those that are not in the agenda are left out. */
export function roomsOf(session: Pick<AgendaSession, 'rooms'>, parts: Pick<AgendaParts, 'rooms'>): AgendaRoom[] {
  return session.rooms.flatMap((id) => parts.rooms.get(id) ?? [])
}

/** The names of a session's rooms, as they are read. */
export function roomNames(session: AgendaSession, parts: AgendaParts): string {
  return roomsOf(session, parts)
    .map(({ name }) => isolated(name))
    .join(', ')
}

/** The names of a session's speakers, each with their company. */
export function speakerNames(session: AgendaSession, parts: AgendaParts): string {
  const speakers = session.speakers.flatMap((id) => parts.speakers.get(id) ?? [])
  return speakers
    .map((speaker) =>
      speaker.company ? `${isolated(speaker.name)} (${isolated(speaker.company)})` : isolated(speaker.name),
    )
    .join(', ')
}

/** The names of a session's speakers alone: in a list there is no room for their companies. */
export function speakersAlone(session: AgendaSession, parts: AgendaParts): string {
  return session.speakers
    .flatMap((id) => parts.speakers.get(id) ?? [])
    .map(({ name }) => isolated(name))
    .join(', ')
}

function byId<T extends { id: string }>(items: T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
