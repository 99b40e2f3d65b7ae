import type { Agenda, AgendaSession } from './agenda'
import { isOfPart, type PartKind } from './parts'
import { groupBy } from '@/lib/platform/collections/group-by'

/**
 * One day of an agenda, with only the rooms, tracks and speakers that its sessions name; all days stay listed. Speakers
 * have short ids of its own: theirs were a sixth of what a day's page weighs.
 */
export function sliceDay(agenda: Agenda, day: string): Agenda {
  const ofDay = slice(agenda, (session) => session.dayOn === day)
  const short = new Map(ofDay.speakers.map(({ id }, index) => [id, String(index)]))
  return {
    ...ofDay,
    speakers: ofDay.speakers.map((speaker) => ({ ...speaker, id: short.get(speaker.id) ?? speaker.id })),
    sessions: ofDay.sessions.map((session) => ({
      ...session,
      speakers: session.speakers.flatMap((id) => short.get(id) ?? []),
    })),
  }
}

/** One session of an agenda, with what it names. */
export function sliceSession(agenda: Agenda, id: string): Agenda {
  return slice(agenda, (session) => session.id === id)
}

/** The sessions of one room, track, speaker or co-located event, with what they name; itself too if it has none. */
export function slicePart(agenda: Agenda, kind: PartKind, id: string): Agenda {
  return slice(agenda, (session) => isOfPart(session, kind, id), [id])
}

/** An agenda's conference and days, without a session. */
export function sliceNothing(agenda: Agenda): Agenda {
  return { ...slice(agenda, () => false), walks: undefined }
}

function slice(agenda: Agenda, wanted: (session: AgendaSession) => boolean, besides: readonly string[] = []): Agenda {
  const sessions = agenda.sessions.filter(wanted)
  const named = new Set([
    ...besides,
    ...sessions.flatMap((session) => [
      ...session.rooms,
      ...session.speakers,
      session.track ?? '',
      session.colocated ?? '',
    ]),
  ])
  const keep = <T extends { id: string }>(parts: T[]) => parts.filter((part) => named.has(part.id))
  return {
    ...agenda,
    rooms: keep(agenda.rooms),
    tracks: keep(agenda.tracks),
    colocatedEvents: keep(agenda.colocatedEvents),
    speakers: keep(agenda.speakers),
    sessions,
    floors: undefined,
  }
}

/** The sessions beside one on its day. */
export type Neighbours = Partial<Record<'before' | 'after', { slug: string; title: string }>>

/**
 * Finds the sessions before and after one on the same day, in the agenda's order. Cancelled sessions are skipped.
 * @returns neither key where it is the only one
 */
export function sessionsBeside({ sessions }: Agenda, { id, dayOn }: Pick<AgendaSession, 'id' | 'dayOn'>): Neighbours {
  const ofDay = sessions.filter(
    (session) => session.dayOn === dayOn && (session.status !== 'cancelled' || session.id === id),
  )
  const at = ofDay.findIndex((session) => session.id === id)
  const [before, after] = [ofDay[at - 1], ofDay[at + 1]].map(
    (session) => session && { slug: session.slug, title: session.title },
  )
  return { ...(before && { before }), ...(after && { after }) }
}

/** Sessions that begin together. Those without a time come last, under `startAt: null`. */
export type Slot = { startAt: string | null; sessions: AgendaSession[] }

/** A day's sessions by their start, in order. */
export function slotsOf(sessions: AgendaSession[]): Slot[] {
  return [...groupBy(sessions, ({ startAt }) => startAt ?? null)]
    .map(([startAt, together]) => ({ startAt, sessions: together }))
    .sort((a, b) =>
      a.startAt === b.startAt ? 0 : a.startAt === null ? 1 : b.startAt === null ? -1 : a.startAt < b.startAt ? -1 : 1,
    )
}

/** The day to show first: today if the conference has it, else the next one, else its first: it is read from there. */
export function dayToShow(days: string[], today: string): string | undefined {
  return days.find((day) => day >= today) ?? days[0]
}
