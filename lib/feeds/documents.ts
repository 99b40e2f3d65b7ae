import { documents as liveDocuments } from '@/lib/handlers'
import { PROGRAMME } from '@/lib/program/conference-document'
import { conferenceCalendar, partCalendar } from './conference-calendar'
import type { ConferenceDocument, ServedDocument } from './document'
import type { PartKind } from './queries'

const ICS = 'text/calendar; charset=utf-8'
const JSON_TEXT = 'application/json; charset=utf-8'

/** Every document of a conference that is no page and changes with its programme alone. */
export const documents: ConferenceDocument[] = [
  { path: 'schedule.ics', mediaType: ICS, cache: 'feed', render: conferenceCalendar },
  partDocument('tracks', 'track'),
  partDocument('rooms', 'room'),
  partDocument('speakers', 'speaker'),
  partDocument('colocated', 'colocated'),
  ...liveDocuments.filter(({ document }) => document.topic === PROGRAMME).map(ofVersion),
]

function partDocument(folder: string, kind: PartKind): ConferenceDocument {
  return {
    path: `${folder}/:slug.ics`,
    mediaType: ICS,
    cache: 'feed',
    render: (context) => partCalendar(context, kind),
  }
}

function ofVersion({ document, render }: ServedDocument): ConferenceDocument {
  return {
    path: document.name,
    mediaType: JSON_TEXT,
    cache: 'live',
    async render({ db, conference }) {
      const [text = null] = (await render({ db, conferenceId: conference.id, now: conference.updatedAt })) ?? []
      return text
    },
  }
}
