import { colocatedName } from '../reading/colocated-name'
import type { ParseOptions } from '../reading/adapter'
import { programmeDays } from '../reading/late-night'
import { knownPeople, splitTitle } from '../reading/people-in-title'
import type { ProgramDraft } from '../reading/program-draft'
import { readableNames } from '../reading/readable-name'
import { capacityReader } from '../reading/room-capacity'
import type { SchedEvent } from './event'
import { sessionKind } from '../reading/session-kind'
import { titleFlags } from '../reading/title-flags'
import { roomNameOf, venueSuffix } from '../reading/venue-suffix'

/**
 * Adds one sched site's events to a program. What a property means is decided over all events: which end of LOCATION is
 * the venue, which names in SUMMARY are people, how a shouted category is spelt. A site of co-located events (its key
 * says so) has their names as CATEGORIES; any other has its tracks there, and each container is a co-located event of
 * its own.
 * @returns for each SUMMARY its title, without the people and what is said of seats and passes
 */
export function addSite(
  draft: ProgramDraft,
  siteKey: string | null,
  events: SchedEvent[],
  { timeZone, answers }: ParseOptions,
): Map<string, string> {
  const titles = new Map<string, string>()
  const suffix = venueSuffix(events.map((event) => event.place))
  const rooms = new Set(events.flatMap((event) => roomNameOf(event.place, suffix) ?? []))
  const capacityOf = capacityReader(rooms, answers, draft)
  const flagged = new Map(events.map(({ summary }) => [summary, titleFlags(summary)]))
  const summaries = [...flagged.values()].map(({ title }) => title)
  const known = knownPeople(
    summaries,
    events.flatMap((event) => placeNames(event.place)),
  )
  const readable = readableNames(summaries)
  const dayOf = programmeDays(
    events.flatMap(({ startAt, endAt }) => (startAt ? [{ startAt, endAt }] : [])),
    timeZone,
  )
  const isColocatedSite = /colocated/i.test(siteKey ?? '')

  for (const event of events) {
    const { title: unflagged, flags } = flagged.get(event.summary) ?? { title: event.summary, flags: [] }
    const { title, people } = splitTitle(unflagged, known)
    titles.set(event.summary, title)
    const kind = sessionKind({
      title,
      category: isColocatedSite ? null : event.category,
      hasSpeakers: people.length > 0,
    })
    const category = event.category && readable(event.category)
    const colocated = isColocatedSite ? category : kind === 'container' ? colocatedName(title) : null
    const room = roomNameOf(event.place, suffix)
    const roomKey = room && draft.addRoom(room, { capacity: capacityOf(room) })
    draft.addSession(event.path, {
      sourceId: event.uid,
      rawTitle: event.summary,
      description: event.description,
      kind,
      cancelled: event.cancelled,
      dayOn: event.dateOn ?? (event.startAt ? dayOf(event.startAt) : ''),
      startAt: event.startAt,
      endAt: event.endAt,
      roomKeys: roomKey ? [roomKey] : [],
      trackKey: isColocatedSite ? null : draft.addTrack(category),
      colocatedKey: draft.addColocatedEvent(colocated),
      speakerKeys: people.flatMap((person) => draft.addSpeaker(person) ?? []),
      language: null,
      url: event.url,
      capacity: null,
      flags,
    })
  }
  return titles
}

/** Every leading part of a place: "San Juan" and "San Juan, Puerto Rico". */
function placeNames(place: string): string[] {
  const parts = place.split(', ')
  return parts.map((_, index) => parts.slice(0, index + 1).join(', '))
}
