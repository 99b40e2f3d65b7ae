import { isolated, settleBidi } from '@/lib/platform/bidi'
import { pageAddress, paths } from '@/lib/program/addresses'
import type { PartKind } from '@/lib/program/parts'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import { calendarWords } from './calendar-words'
import type { DocumentContext } from './document'
import { writeCalendar } from './ics'
import { findCalendarSession, findPart, listCalendarSessions, type Part } from './queries'
import { sessionEntry } from './session-entry'

/** The calendar of a whole conference: every session with a time, containers, services and cancelled ones included. */
export function conferenceCalendar(context: DocumentContext): Promise<string> {
  return calendarOf(context)
}

/** The calendar of one track, room, speaker or co-located event, by `params.slug`; null if there is none. */
export async function partCalendar(
  context: DocumentContext,
  kind: PartKind,
): Promise<string | { movedTo: string } | null> {
  const part = await findPart(context.db, context.conference.id, kind, context.params.slug ?? '')
  if (!part) return null
  return part.slug === context.params.slug
    ? calendarOf(context, part)
    : { movedTo: paths[kind].replace(`:${kind}`, `${part.slug}.ics`) }
}

// Postgres's integer; an address may hold anything.
const NUMBER = /^([1-9]\d{0,8})(?:-|$)/

/**
 * One session for somebody's own calendar, by the number that its address begins with: its entry is the one that the
 * other calendars have of it, so that it stands there once. Null if there is none, or none with a time.
 */
export async function sessionCalendar(context: DocumentContext): Promise<string | { movedTo: string } | null> {
  const { db, conference, publicUrl, instanceId, params } = context
  const [, number] = NUMBER.exec(params.slug ?? '') ?? []
  const session = number === undefined ? null : await findCalendarSession(db, conference.id, Number(number))
  if (!session?.startAt) return null
  const slug = sessionSlug(session)
  if (slug !== params.slug) return { movedTo: `sessions/${slug}.ics` }
  const words = calendarWords(conference.language)
  return writeCalendar({
    id: session.id,
    instanceId,
    name: settleBidi(session.title),
    description: '',
    timeZone: conference.timeZone,
    busy: true,
    entries: sessionEntry(session, { conference, publicUrl, words }),
  })
}

async function calendarOf(context: DocumentContext, part?: Part): Promise<string> {
  const { db, conference, publicUrl, instanceId } = context
  const words = calendarWords(conference.language)
  const sessions = await listCalendarSessions(db, conference.id, part)
  const path = part ? pageAddress(conference.slug, part.kind, part.slug) : pageAddress(conference.slug, 'now')
  const pageUrl = `${publicUrl}${path}`
  const feedUrl = part ? `${pageUrl}.ics` : `${pageUrl}/schedule.ics`
  return writeCalendar({
    id: part?.id ?? conference.id,
    instanceId,
    name: part
      ? words('partName', { conference: isolated(conference.name), part: isolated(part.name) })
      : settleBidi(conference.name),
    description: words('description', { conference: isolated(conference.name) }),
    timeZone: conference.timeZone,
    published: { feedUrl, pageUrl },
    busy: false,
    entries: sessions.flatMap((session) => sessionEntry(session, { conference, publicUrl, words })),
  })
}
