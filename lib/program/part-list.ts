import type { Agenda, AgendaSession } from './agenda'
import { fromLetterOn } from './names/initials'
import { isGiven, withoutFrame } from './parts'

/** When something of a day begins and ends at the latest; without instants where no time is known. */
export type DaySpan = { dayOn: string; startAt?: string; endAt?: string }

export type SpeakerItem = { slug: string; name: string; company?: string; sessions: number }
export type TrackItem = { slug: string; name: string; color: number; sessions: number; days: string[] }
export type ColocatedItem = {
  slug: string
  name: string
  pass?: string
  sessions: number
  days: DaySpan[]
  /** Their names, the most used first. */ rooms: string[]
}

/** Everybody who gives a session that stands, by name as people of the conference's language sort it. */
export function listSpeakers(agenda: Agenda): SpeakerItem[] {
  const counts = countBy(agenda.sessions.filter(isGiven).flatMap(({ speakers }) => speakers))
  const { compare } = new Intl.Collator(agenda.conference.language, { sensitivity: 'base' })
  return agenda.speakers
    .map(({ id, slug, name, company }) => ({ slug, name, company, sessions: counts.get(id) ?? 0 }))
    .filter(({ sessions }) => sessions > 0)
    .sort((a, b) => compare(fromLetterOn(a.name), fromLetterOn(b.name)) || (a.slug < b.slug ? -1 : 1))
}

/** The tracks that have a session, in the organizers' order. */
export function listTracks(agenda: Agenda): TrackItem[] {
  return agenda.tracks
    .map(({ id, slug, name, color }) => {
      const own = agenda.sessions.filter(({ track, status }) => track === id && status !== 'cancelled')
      return { slug, name, color, sessions: own.length, days: [...new Set(own.map(({ dayOn }) => dayOn))] }
    })
    .filter(({ sessions }) => sessions > 0)
}

/** The co-located events by their first day and hour: when and where each is, and how much is in it. */
export function listColocatedEvents(agenda: Agenda): ColocatedItem[] {
  const names = new Map(agenda.rooms.map(({ id, name }) => [id, name]))
  return agenda.colocatedEvents
    .map(({ id, slug, name, pass }) => {
      const own = agenda.sessions.filter(({ colocated, status }) => colocated === id && status !== 'cancelled')
      const rooms = [...countBy(withoutFrame(own).flatMap((session) => session.rooms))].sort((a, b) => b[1] - a[1])
      return {
        slug,
        name,
        pass,
        sessions: own.filter(isGiven).length,
        days: spansOf(own),
        rooms: rooms.flatMap(([room]) => names.get(room) ?? []),
      }
    })
    .sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : firstOf(a) > firstOf(b) ? 1 : 0))
}

/** From the first start to the last end of each day that has one of these sessions. */
export function spansOf(sessions: readonly AgendaSession[]): DaySpan[] {
  const spans = new Map<string, DaySpan>()
  for (const { dayOn, startAt, endAt } of sessions) {
    const span = spans.get(dayOn)
    spans.set(dayOn, {
      dayOn,
      startAt: least(span?.startAt, startAt),
      endAt: greatest(span?.endAt, endAt ?? startAt),
    })
  }
  return [...spans.values()].sort((a, b) => (a.dayOn < b.dayOn ? -1 : 1))
}

/** What has no day comes last. */
function firstOf({ days: [first] }: ColocatedItem): string {
  return first ? `${first.dayOn} ${first.startAt ?? '~'}` : '~'
}

function least(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

function greatest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
