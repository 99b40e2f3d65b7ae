import type { Agenda, AgendaColocatedEvent, AgendaRoom, AgendaSession, AgendaSpeaker, AgendaTrack } from './agenda'
import { hasDoors } from './doors'

/** What sessions have in common, and a person can look at by itself. Each is the name of its page, too. */
export const partKinds = ['speaker', 'room', 'track', 'colocated'] as const
export type PartKind = (typeof partKinds)[number]

/** Is this the name of a part's page? */
export function isPartKind(name: string): name is PartKind {
  return partKinds.some((kind) => kind === name)
}

/** The page that lists all of a kind. */
export const listOf = { speaker: 'speakers', room: 'rooms', track: 'tracks', colocated: 'colocatedEvents' } as const

type Parts = { speaker: AgendaSpeaker; room: AgendaRoom; track: AgendaTrack; colocated: AgendaColocatedEvent }
export type AgendaPart = { [Kind in PartKind]: { kind: Kind; part: Parts[Kind] } }[PartKind]

/** The part that has this address, or had it before. */
export function partAt(agenda: Agenda, kind: PartKind, slug: string): AgendaPart | null {
  return find(agenda, kind, (part) => part.slug === slug) ?? find(agenda, kind, (part) => had(part, slug))
}

/** The part with this id; null: there is none any more. */
export function partOf(agenda: Agenda, kind: PartKind, id: string): AgendaPart | null {
  return find(agenda, kind, (part) => part.id === id)
}

/** Is this session in the room, under the track, by the speaker, of the co-located event? */
export function isOfPart({ rooms, speakers, track, colocated }: AgendaSession, kind: PartKind, id: string): boolean {
  if (kind === 'room') return rooms.includes(id)
  if (kind === 'speaker') return speakers.includes(id)
  return (kind === 'track' ? track : colocated) === id
}

/** Does anybody give it? A break, a cloakroom and the frame around a co-located event are no sessions to be counted. */
export function isGiven(session: AgendaSession): boolean {
  return session.status !== 'cancelled' && hasDoors(session)
}

/**
 * Leaves out the container session of a co-located event, which only says when and where it is. Where nothing else is
 * known of the event, the container is all there is, and stays.
 */
export function withoutFrame(sessions: AgendaSession[]): AgendaSession[] {
  const within = sessions.filter(({ kind }) => kind !== 'container')
  return within.length > 0 ? within : sessions
}

type Addressed = { id: string; slug: string; formerly?: string[] }

function find(agenda: Agenda, kind: PartKind, isWanted: (part: Addressed) => boolean): AgendaPart | null {
  const within = <Kind extends PartKind>(of: Kind, parts: Parts[Kind][]) => {
    const part = parts.find(isWanted)
    return part ? { kind: of, part } : null
  }
  if (kind === 'speaker') return within(kind, agenda.speakers)
  if (kind === 'room') return within(kind, agenda.rooms)
  if (kind === 'track') return within(kind, agenda.tracks)
  return within(kind, agenda.colocatedEvents)
}

function had({ formerly }: Addressed, slug: string): boolean {
  return formerly?.includes(slug) ?? false
}
