import { isolated, settleBidi } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { calendarWords } from './calendar-words'
import type { DocumentContext } from './document'
import { writeCalendar } from './ics'
import { findPart, listCalendarSessions, type Part, type PartKind } from './queries'
import { sessionEntry } from './session-entry'

const folders: Record<PartKind, string> = {
  track: 'tracks',
  room: 'rooms',
  speaker: 'speakers',
  colocated: 'colocated',
}

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
  const path = `${folders[kind]}/${part.slug}.ics`
  return part.slug === context.params.slug ? calendarOf(context, part, path) : { movedTo: path }
}

async function calendarOf(context: DocumentContext, part?: Part, path = 'schedule.ics'): Promise<string> {
  const { db, conference, publicUrl, instanceId } = context
  const words = calendarWords(conference.language)
  const sessions = await listCalendarSessions(db, conference.id, part)
  const pageUrl = `${publicUrl}${pageAddress(conference.slug, 'now')}`
  return writeCalendar({
    id: part?.id ?? conference.id,
    instanceId,
    name: part
      ? words('partName', { conference: isolated(conference.name), part: isolated(part.name) })
      : settleBidi(conference.name),
    description: words('description', { conference: isolated(conference.name) }),
    timeZone: conference.timeZone,
    published: { feedUrl: `${pageUrl}/${path}`, pageUrl },
    busy: false,
    entries: sessions.flatMap((session) => sessionEntry(session, { conference, publicUrl, words })),
  })
}
