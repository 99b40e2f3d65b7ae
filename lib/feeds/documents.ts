import { servedDocuments as liveDocuments } from '@/lib/handlers'
import { PROGRAMME } from '@/lib/program/conference-document'
import { partKinds, type PartKind } from '@/lib/program/parts'
import { paths } from '@/lib/program/addresses'
import { conferenceCalendar, partCalendar, sessionCalendar } from './conference-calendar'
import type { ConferenceDocument, ServedDocument } from './document'

const ICS = 'text/calendar; charset=utf-8'
const JSON_TEXT = 'application/json; charset=utf-8'

/** Every document of a conference that is no page and changes with its programme alone. */
export const documents: ConferenceDocument[] = [
  { path: 'schedule.ics', mediaType: ICS, cache: 'feed', render: conferenceCalendar },
  ...partKinds.map(partDocument),
  { path: 'sessions/:slug.ics', mediaType: ICS, cache: 'feed', isDownload: true, render: sessionCalendar },
  ...liveDocuments.filter(({ document }) => document.topic === PROGRAMME).map(ofVersion),
]

/** Beside the page of the part. */
function partDocument(kind: PartKind): ConferenceDocument {
  return {
    path: `${paths[kind].replace(`:${kind}`, ':slug')}.ics`,
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
