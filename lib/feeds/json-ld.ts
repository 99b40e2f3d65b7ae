import { jsonLdText } from '@/lib/platform/json-ld'
import { pageAddress } from '@/lib/program/addresses'
import type { Agenda, AgendaSession } from '@/lib/program/agenda'
import { partsOf } from '@/lib/program/agenda-parts'

/**
 * A conference as a schema.org Event, ready to stand between script tags. Null for one without a day.
 * Its dates are days, without a time or zone.
 */
export function conferenceJsonLd(agenda: Agenda, publicUrl: string): string | null {
  const [first, last] = [agenda.days[0], agenda.days.at(-1)]
  if (!first || !last) return null
  return jsonLdText({
    ...conferenceEvent(agenda, publicUrl),
    inLanguage: agenda.conference.language,
    startDate: first,
    endDate: last,
    eventStatus: 'https://schema.org/EventScheduled',
    location: placeOf(agenda, []),
  })
}

/**
 * A session as a schema.org Event, ready to stand between script tags. Instants are UTC; one without a time has its
 * day.
 * @param session one of the agenda's, with its description if the page shows it
 */
export function sessionJsonLd(
  agenda: Agenda,
  session: AgendaSession & { description?: string | null },
  publicUrl: string,
): string {
  const { rooms, speakers } = partsOf(agenda)
  const performers = session.speakers.flatMap((id) => speakers.get(id) ?? [])
  // schema.org knows a level of what is taught only.
  const isTaught = session.kind === 'talk' || session.kind === 'workshop'
  return jsonLdText({
    '@type': isTaught ? 'EducationEvent' : 'Event',
    '@id': sessionUrl(agenda, session, publicUrl),
    url: sessionUrl(agenda, session, publicUrl),
    name: session.title,
    description: session.description || undefined,
    inLanguage: session.language ?? agenda.conference.language,
    educationalLevel: isTaught ? session.level : undefined,
    startDate: session.startAt ?? session.dayOn,
    endDate: session.endAt,
    eventStatus:
      session.status === 'cancelled' ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    location: placeOf(
      agenda,
      session.rooms.flatMap((id) => rooms.get(id)?.name ?? []),
    ),
    performer: performers.map(({ name, company }) => ({
      '@type': 'Person',
      name,
      worksFor: company && { '@type': 'Organization', name: company },
    })),
    superEvent: conferenceEvent(agenda, publicUrl),
  })
}

function conferenceEvent({ conference }: Agenda, publicUrl: string) {
  return {
    '@type': 'Event',
    '@id': `${publicUrl}${pageAddress(conference.slug, 'now')}`,
    url: `${publicUrl}${pageAddress(conference.slug, 'now')}`,
    name: conference.name,
  }
}

function placeOf({ conference }: Agenda, roomNames: string[]) {
  const name = [...roomNames, conference.venue ?? ''].filter(Boolean).join(', ')
  return name ? { '@type': 'Place', name } : undefined
}

function sessionUrl({ conference }: Agenda, session: AgendaSession, publicUrl: string): string {
  return `${publicUrl}${pageAddress(conference.slug, 'session', session.slug)}`
}
