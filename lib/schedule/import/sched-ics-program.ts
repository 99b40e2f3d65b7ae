import type { Problem } from '@/lib/platform/errors'
import { limits, type Program, type ProgramRoom, type ProgramSession, type ProgramSpeaker } from '../program'
import { shorten } from './clean-text'
import { colocatedName } from './colocated-name'
import { programmeDays } from './late-night'
import { knownPeople, splitTitle, type PersonInTitle } from './people-in-title'
import { withinLimit } from './plain-text'
import { readableNames } from './readable-name'
import { capacityInName } from './room-capacity'
import type { SchedEvent } from './sched-ics-event'
import { sessionKind } from './session-kind'
import { roomNameOf, venueSuffix } from './venue-suffix'

export type SchedSite = { title: string | null; siteKey: string | null }

/**
 * Makes one sched site's events a program. What a property means is decided over all events: which end of LOCATION is the
 * venue, which names in SUMMARY are people, how a shouted category is spelt. A site of co-located events (its key says so)
 * has their names as CATEGORIES; any other has its tracks there, and each container is a co-located event of its own.
 */
export function siteProgram(site: SchedSite, events: SchedEvent[], timeZone: string, problems: Problem[]): Program {
  const suffix = venueSuffix(events.map((event) => event.place))
  const known = knownPeople(events.map((event) => event.summary), events.flatMap((event) => placeNames(event.place)))
  const readable = readableNames(events.map((event) => event.summary))
  const dayOf = programmeDays(events.flatMap(({ startAt, endAt }) => (startAt ? [{ startAt, endAt }] : [])), timeZone)
  const isColocatedSite = /colocated/i.test(site.siteKey ?? '')

  const roomNames = new Map(events.map((event) => [event.place, roomNameOf(event.place, suffix)]))
  const siblings = [...roomNames.values()].filter((name) => name !== null)
  const rooms = new Map<string, ProgramRoom>()
  const tracks = new Map<string, { key: string; name: string }>()
  const colocatedEvents = new Map<string, { key: string; name: string }>()
  const speakers = new Map<string, ProgramSpeaker>()

  const roomOf = (event: SchedEvent): ProgramRoom[] => {
    const placed = roomNames.get(event.place)
    if (!placed) return []
    const name = withinLimit(placed, limits.name, event.path, problems)
    return [{ key: name, name, floor: null, capacity: capacityInName(name, siblings), capacityKind: 'seats' }]
  }

  const sessionOf = (event: SchedEvent): ProgramSession => {
    const { title, people } = splitTitle(event.summary, known)
    const kind = sessionKind({ title, category: isColocatedSite ? null : event.category, hasSpeakers: people.length > 0 })
    const category = event.category && { key: event.category.toLowerCase(), name: readable(event.category) }
    const colocated = isColocatedSite ? category : kind === 'container' && named(colocatedName(title))
    const track = isColocatedSite ? null : category
    return {
      sourceId: event.uid,
      title,
      rawTitle: event.summary,
      description: event.description,
      kind,
      cancelled: event.cancelled,
      dayOn: event.dateOn ?? (event.startAt ? dayOf(event.startAt) : ''),
      startAt: event.startAt?.toISOString() ?? null,
      endAt: event.endAt?.toISOString() ?? null,
      roomKeys: roomOf(event).map((room) => keep(rooms, room)),
      trackKey: track ? keep(tracks, track) : null,
      colocatedKey: colocated ? keep(colocatedEvents, colocated) : null,
      speakerKeys: [...new Set(people.map((person) => keep(speakers, speakerOf(person))))],
      language: null,
      url: event.url,
      capacity: null,
    }
  }

  const sessions = events.map(sessionOf)
  const parts = { rooms: [...rooms.values()], tracks: [...tracks.values()], colocatedEvents: [...colocatedEvents.values()], speakers: [...speakers.values()] }
  return { ...site, timeZone: null, language: null, ...parts, sessions }
}

function speakerOf({ name, company, tagline }: PersonInTitle): ProgramSpeaker {
  const kept = (text: string | null) => text && shorten(text, limits.name)
  return { key: shorten(`${name}|${company ?? ''}`.toLowerCase(), limits.name), name: shorten(name, limits.name), company: kept(company), tagline: kept(tagline), bio: null }
}

function named(name: string): { key: string; name: string } {
  const kept = shorten(name, limits.name)
  return { key: kept.toLowerCase(), name: kept }
}

/** Every leading part of a place: "San Juan" and "San Juan, Puerto Rico". */
function placeNames(place: string): string[] {
  const parts = place.split(', ')
  return parts.map((_, index) => parts.slice(0, index + 1).join(', '))
}

/** Keeps the first entry under its key. */
function keep<Entry extends { key: string }>(entries: Map<string, Entry>, entry: Entry): string {
  if (!entries.has(entry.key)) entries.set(entry.key, entry)
  return entry.key
}
