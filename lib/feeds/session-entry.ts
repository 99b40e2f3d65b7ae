import { isolated, settleBidi, settleLines } from '@/lib/platform/bidi'
import { pageAddress } from '@/lib/program/addresses'
import { dayOfDate } from '@/lib/program/day-date'
import { sessionFlags } from '@/lib/program/session-flags'
import { sessionSlug } from '@/lib/schedule/read/load-agenda'
import { calendarText } from './calendar-text'
import type { CalendarWords } from './calendar-words'
import type { CalendarEntry } from './ics'
import type { CalendarSession } from './queries'

/** Where a session's entry stands: the conference, its page's address, and the words of its language. */
export type EntryPlace = { conference: { slug: string; venue: string | null }; publicUrl: string; words: CalendarWords }

/**
 * A session as an entry of a calendar; without a time it is one of its whole day. Whatever is written here is in the
 * digest of lib/schedule/edit/revise-entries.ts too, or it would change under the same SEQUENCE.
 */
export function sessionEntry(session: CalendarSession, { conference, publicUrl, words }: EntryPlace): CalendarEntry {
  const url = `${publicUrl}${pageAddress(conference.slug, 'session', sessionSlug(session))}`
  return {
    id: session.id,
    sequence: session.sequence,
    status: session.status,
    // Google hides cancelled events and Apple only strikes them through: the title says it too.
    title:
      session.status === 'cancelled'
        ? words('cancelledTitle', { title: isolated(session.title) })
        : settleBidi(session.title),
    dayOn: dayOfDate(session.dayOn),
    startAt: session.startAt,
    endAt: session.endAt,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
    location: [...session.rooms.map(({ room }) => isolated(room.name)), isolated(conference.venue ?? '')]
      .filter(Boolean)
      .join(', '),
    // Not every calendar shows a URL property: the address is the text's last line as well.
    description: [
      session.startAt ? '' : words('timeToCome'),
      factsLine(session, words),
      speakerLine(session),
      settleLines(calendarText(session.description ?? '').trim()),
      url,
    ]
      .filter(Boolean)
      .join('\n\n'),
    category: session.track ? settleBidi(session.track.name) : null,
    url,
    secret: false,
  }
}

/** What one has to know before going, then for whom it is. */
function factsLine({ flags, level }: CalendarSession, words: CalendarWords): string {
  const known = sessionFlags.filter((flag) => flags.includes(flag))
  return [...known.map((flag) => words(`flag.${flag}`)), isolated(level ?? '')].filter(Boolean).join(' · ')
}

function speakerLine(session: CalendarSession): string {
  return session.speakers
    .map(({ speaker }) =>
      speaker.company ? `${isolated(speaker.name)} (${isolated(speaker.company)})` : isolated(speaker.name),
    )
    .join(', ')
}
