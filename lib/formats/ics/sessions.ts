import type { Program } from '@/lib/program/program'
import type { SessionFlag } from '@/lib/program/session-flags'
import type { SessionKind } from '@/lib/program/session-kinds'
import type { ParseOptions } from '../reading/adapter'
import { programmeDays } from '../reading/late-night'
import type { ProgramDraft } from '../reading/program-draft'
import { capacityReader } from '../reading/room-capacity'
import { roomNameOf } from '../reading/venue-suffix'
import type { CalendarEvent } from './event'

/** What a source's own habits make of an event's texts. */
export type EventMeaning = {
  /** Without what is no title: SUMMARY may name people as well. */
  title: string
  kind: SessionKind
  track: string | null
  colocated: string | null
  speakers: Parameters<ProgramDraft['addSpeaker']>[0][]
  url: string | null
  flags: SessionFlag[]
  slidesUrl?: string | null
  replayUrl?: string | null
}

/**
 * Adds a source's events to a program, each with its room and its day: which evening a night belongs to, and what a
 * number behind a room's name is, is decided over all of them.
 * @param suffix the end of LOCATION that is the venue's, not the room's
 * @returns for each SUMMARY its title
 */
export function addEvents(
  draft: ProgramDraft,
  events: CalendarEvent[],
  { timeZone, answers, suffix }: ParseOptions & { suffix: string },
  meaningOf: (event: CalendarEvent) => EventMeaning,
): Map<string, string> {
  const titles = new Map<string, string>()
  const rooms = new Set(events.flatMap((event) => roomNameOf(event.place, suffix) ?? []))
  const capacityOf = capacityReader(rooms, answers, draft)
  const dayOf = programmeDays(
    events.flatMap(({ startAt, endAt }) => (startAt ? [{ startAt, endAt }] : [])),
    timeZone,
  )
  for (const event of events) {
    const { title, track, colocated, speakers, ...meaning } = meaningOf(event)
    titles.set(event.summary, title)
    const room = roomNameOf(event.place, suffix)
    const roomKey = room && draft.addRoom(room, { capacity: capacityOf(room) })
    draft.addSession(event.path, {
      ...meaning,
      rawTitle: event.summary,
      sourceId: event.uid,
      description: event.description,
      cancelled: event.cancelled,
      dayOn: event.dateOn ?? (event.startAt ? dayOf(event.startAt) : ''),
      startAt: event.startAt,
      endAt: event.endAt,
      roomKeys: roomKey ? [roomKey] : [],
      trackKey: draft.addTrack(track),
      colocatedKey: draft.addColocatedEvent(colocated),
      speakerKeys: speakers.flatMap((speaker) => draft.addSpeaker(speaker) ?? []),
      language: event.language,
      capacity: null,
    })
  }
  return titles
}

/** Sessions by the titles that were found in their SUMMARY. */
export function withTitles(sessions: Program['sessions'], titles: ReadonlyMap<string, string>): Program['sessions'] {
  return sessions.map((session) => ({ ...session, title: titles.get(session.rawTitle) ?? session.title }))
}
