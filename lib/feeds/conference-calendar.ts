import { isolated, settleBidi } from '@/lib/platform/bidi'
import { laterOf } from '@/lib/platform/time'
import { pageAddress, paths } from '@/lib/program/addresses'
import type { PartKind } from '@/lib/program/parts'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import { calendarWords } from './calendar-words'
import type { DatedText, DocumentContext } from './document'
import { writeCalendar, type CalendarEntry } from './ics'
import {
  calendarRevisedAt,
  findCalendarSession,
  findPart,
  listCalendarSessions,
  listPartSessions,
  type Part,
  type PartSession,
} from './queries'
import { sessionEntry, type EntryPlace } from './session-entry'

/**
 * The calendar of a whole conference: every session, containers, services and cancelled ones included. Null while it
 * has none: a calendar is never empty (RFC 5545 §3.6).
 */
export async function conferenceCalendar(context: DocumentContext): Promise<DatedText | null> {
  const { db, conference } = context
  const changedAt = await calendarRevisedAt(db, conference, conference.id)
  const sessions = await listCalendarSessions(db, conference.id)
  const place = placeOf(context)
  const entries = sessions.map((session) => sessionEntry(session, place))
  return calendarOf(context, { entries, changedAt })
}

/**
 * The calendar of one track, room, speaker or co-located event, by `params.slug`, with what left it not long ago; null
 * if there is none, or nothing in it.
 */
export async function partCalendar(
  context: DocumentContext,
  kind: PartKind,
): Promise<DatedText | { movedTo: string } | null> {
  const { db, conference, params } = context
  const part = await findPart(db, conference.id, kind, params.slug ?? '')
  if (!part) return null
  if (part.slug !== params.slug) return { movedTo: paths[kind].replace(`:${kind}`, `${part.slug}.ics`) }
  return partCalendarAt(context, part)
}

/** The same of a part that is known. */
export async function partCalendarAt(context: DocumentContext, part: Part): Promise<DatedText | null> {
  const { db, conference } = context
  const changedAt = await calendarRevisedAt(db, conference, part.id)
  const sessions = await listPartSessions(db, conference.id, part)
  const place = placeOf(context)
  const entries = sessions.map((session) => partEntry(session, place))
  return calendarOf(context, { entries, changedAt, part })
}

/** A calendar keeps what left it, cancelled, for as long as its subscribers may need to hear of it. */
function partEntry({ session, departure }: PartSession, place: EntryPlace): CalendarEntry {
  const entry = sessionEntry(session, place)
  if (!departure) return entry
  const own = {
    ...entry,
    sequence: entry.sequence + departure.sequence,
    updatedAt: laterOf(departure.changedAt, entry.updatedAt),
  }
  if (!departure.leftAt) return own
  const title = calendarWords(departure.language)('leftTitle', { title: isolated(session.title) })
  return { ...own, status: 'cancelled', title }
}

// Postgres's integer; an address may hold anything.
const NUMBER = /^([1-9]\d{0,8})(?:-|$)/

/**
 * One session for somebody's own calendar, by the number that its address begins with: its entry is the one that the
 * other calendars have of it, so that it stands there once. Null if there is none.
 */
export async function sessionCalendar(context: DocumentContext): Promise<DatedText | { movedTo: string } | null> {
  const { db, conference, instanceId, params } = context
  const [, number] = NUMBER.exec(params.slug ?? '') ?? []
  const session = number === undefined ? null : await findCalendarSession(db, conference.id, Number(number))
  if (!session) return null
  const slug = sessionSlug(session)
  if (slug !== params.slug) return { movedTo: `sessions/${slug}.ics` }
  const text = writeCalendar({
    instanceId,
    name: settleBidi(session.title),
    description: '',
    timeZone: conference.timeZone,
    busy: true,
    revisedAt: session.updatedAt,
    entries: [sessionEntry(session, placeOf(context))],
  })
  return { text, changedAt: null }
}

function placeOf({ conference, publicUrl }: DocumentContext): EntryPlace {
  return { conference, publicUrl, words: calendarWords(conference.language) }
}

function calendarOf(
  context: DocumentContext,
  { entries, changedAt, part }: { entries: CalendarEntry[]; changedAt: Date | null; part?: Part },
): DatedText | null {
  if (entries.length === 0) return null
  const { conference, publicUrl, instanceId, isSecret = false } = context
  const { words } = placeOf(context)
  const path = part ? pageAddress(conference.slug, part.kind, part.slug) : pageAddress(conference.slug, 'now')
  const pageUrl = `${publicUrl}${path}`
  const feedUrl = part ? `${pageUrl}.ics` : `${pageUrl}/schedule.ics`
  const text = writeCalendar({
    instanceId,
    name: part
      ? words('partName', { conference: isolated(conference.name), part: isolated(part.name) })
      : settleBidi(conference.name),
    description: words('description', { conference: isolated(conference.name) }),
    timeZone: conference.timeZone,
    ...(!isSecret && { published: { feedUrl, pageUrl } }),
    busy: false,
    revisedAt: changedAt ?? conference.updatedAt,
    entries,
  })
  return { text, changedAt }
}
