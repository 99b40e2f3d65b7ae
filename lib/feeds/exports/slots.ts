import { addDays, instantOf, MINUTE_MS, zonedInstant } from '@/lib/platform/time'
import { mixedDigits, randomUuidOf } from '@/lib/platform/ids/uuid'
import { isolated } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { calendarWords, type CalendarWords } from '../calendar-words'
import { fileLine, fileText, webUri } from './clean'
import type { ExportedProgramme, ExportedRoom, ExportedSession, ExportedSpeaker } from './programme'

/**
 * What the files of the frab family have in common, XML and JSON: days, in them rooms, in them events. Texts are clean,
 * addresses are as RFC 3986 writes them, instants have an offset.
 */
export type FrabDay = { index: number; date: string; start: string; end: string; rooms: FrabRoom[] }
export type FrabRoom = { name: string; guid: string | null; slots: FrabSlot[] }

/**
 * A session in one of its rooms: an "event" of frab's, of which id, guid, code and slug must each be unique in a file.
 * Where a session has several rooms, the first has its own; those of the others are made of both.
 */
export type FrabSlot = {
  id: number
  guid: string
  /** Six of 0–9 and A–Z. */
  code: string
  slug: string
  room: string
  title: string
  type: string
  date: string
  /** Null: its source gave none after the start. */
  end: string | null
  /** "09:30", on the clocks of the conference. */
  start: string
  /** "0:45"; "00:00" where no end is known. */
  duration: string
  track: string | null
  language: string | null
  description: string | null
  url: string
  originUrl: string | null
  persons: { guid: string; name: string; biography: string | null; url: string }[]
  links: SlotLink[]
  attachments: SlotLink[]
}
export type SlotLink = { url: string; title: string; type: 'media' | 'slides' }

type Timed = ExportedSession & { startAt: Date }
type Placed = { session: Timed; room: ExportedRoom | null; index: number }

// More than a conference has sessions: the further rooms of one have numbers beyond.
const NEXT_ROOM = 1_000_000
// When a day ends and the next begins for clients that sort what is after midnight: as pretalx has it.
const DAY_CHANGE = '04:00'

/** The days of a programme with what has a time; a day of which nothing has one yet is empty. */
export function frabDays(programme: ExportedProgramme): FrabDay[] {
  const words = calendarWords(programme.conference.language)
  const timed = programme.sessions.flatMap((session): Timed[] =>
    session.startAt ? [{ ...session, startAt: session.startAt }] : [],
  )
  return programme.days.map((date, at) => {
    const sessions = timed.filter(({ dayOn }) => dayOn === date)
    return {
      index: at + 1,
      date,
      ...spanOf(date, sessions, programme.conference.timeZone),
      rooms: roomsOf(sessions, programme, words),
    }
  })
}

/**
 * From four in the morning to the minute before four: EventFahrplan takes the end for the time up to which a start
 * belongs to the night before. What begins outside makes the day longer; how long it lasts does not.
 */
function spanOf(date: string, sessions: Timed[], timeZone: string): { start: string; end: string } {
  const changeOn = (day: string) => (instantOf(`${day}T${DAY_CHANGE}`, timeZone) ?? new Date(day)).getTime()
  const starts = sessions.map(({ startAt }) => startAt.getTime())
  // One after the other: a call has no room for ten thousand arguments.
  const first = starts.reduce((least, at) => Math.min(least, at), changeOn(date))
  const last = starts.reduce((most, at) => Math.max(most, at), changeOn(addDays(date, 1)) - MINUTE_MS)
  return { start: zonedInstant(new Date(first), timeZone), end: zonedInstant(new Date(last), timeZone) }
}

/** In the order of the conference's rooms; what has none comes last, in a room without a name. */
function roomsOf(sessions: Timed[], programme: ExportedProgramme, words: CalendarWords): FrabRoom[] {
  const rooms = new Map<string, FrabRoom>(
    programme.rooms.map(({ id, name }) => [fileLine(name), { name: fileLine(name), guid: id, slots: [] }]),
  )
  for (const session of sessions)
    for (const placed of placesOf(session)) {
      const slot = slotOf(placed, programme, words)
      const room = rooms.get(slot.room) ?? { name: slot.room, guid: placed.room?.id ?? null, slots: [] }
      rooms.set(slot.room, room)
      room.slots.push(slot)
    }
  return [...rooms.values()].filter(({ slots }) => slots.length > 0)
}

function placesOf(session: Timed): Placed[] {
  const rooms = session.rooms.length > 0 ? session.rooms : [null]
  return rooms.map((room, index) => ({ session, room, index }))
}

function slotOf({ session, room, index }: Placed, programme: ExportedProgramme, words: CalendarWords): FrabSlot {
  const { conference, publicUrl } = programme
  const id = session.number + index * NEXT_ROOM
  const date = zonedInstant(session.startAt, conference.timeZone)
  const title = fileLine(session.title)
  const links = (address: string | null, type: SlotLink['type'], title: string) => {
    const url = webUri(address)
    return url ? [{ url, title, type }] : []
  }
  return {
    id,
    guid: index === 0 || !room ? session.id : randomUuidOf(mixedDigits(session.id, room.id)),
    code: id.toString(36).toUpperCase().padStart(6, '0'),
    slug: slugOf(conference.acronym, session.slug, index),
    room: fileLine(room?.name ?? ''),
    // No field of theirs says it.
    title: session.status === 'cancelled' ? words('cancelledTitle', { title: isolated(title) }) : title,
    type: session.kind,
    date,
    end: hasEnd(session) ? zonedInstant(session.endAt, conference.timeZone) : null,
    start: date.slice(11, 16),
    duration: durationOf(session),
    track: session.track && fileLine(session.track.name),
    language: session.language && fileLine(session.language),
    description: session.description && fileText(session.description),
    url: `${publicUrl}${pageAddress(conference.slug, 'session', session.slug)}`,
    originUrl: webUri(session.url),
    persons: session.speakers.map((speaker) => personOf(speaker, programme)),
    links: links(session.replayUrl, 'media', words('replay')),
    attachments: links(session.slidesUrl, 'slides', words('slides')),
  }
}

/** At least four characters behind the acronym. */
function slugOf(acronym: string, slug: string, index: number): string {
  const own = index === 0 ? slug : `${slug}-${index + 1}`
  return `${acronym}-${own.length < 4 ? `${own}-session` : own}`
}

function hasEnd(session: Timed): session is Timed & { endAt: Date } {
  return session.endAt !== null && session.endAt > session.startAt
}

function durationOf(session: Timed): string {
  const lasts = hasEnd(session) ? session.endAt.getTime() - session.startAt.getTime() : 0
  const minutes = Math.round(lasts / MINUTE_MS)
  const [hours, rest] = minutes >= 100 * 60 ? [99, 59] : [Math.floor(minutes / 60), minutes % 60]
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
}

function personOf({ id, slug, name, bio }: ExportedSpeaker, { conference, publicUrl }: ExportedProgramme) {
  return {
    guid: id,
    name: fileLine(name),
    biography: bio && fileText(bio),
    url: `${publicUrl}${pageAddress(conference.slug, 'speaker', slug)}`,
  }
}
