import { servedDocuments as liveDocuments } from '@/lib/handlers'
import { PROGRAMME } from '@/lib/program/conference-document'
import { partKinds, type PartKind } from '@/lib/program/parts'
import { paths } from '@/lib/program/addresses'
import { conferenceCalendar, partCalendar, sessionCalendar } from './conference-calendar'
import type { ConferenceDocument, DocumentContext, ServedDocument } from './document'
import { changesFeed } from './exports/changes-feed'
import { writeFrabJson } from './exports/frab-json'
import { writeFrabXml } from './exports/frab-xml'
import { loadProgramme } from './exports/load-programme'
import type { Exporter } from './exports/programme'
import { writeTable } from './exports/table'
import { listChanges } from '@/lib/schedule/read/list-changes'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'

const ICS = 'text/calendar; charset=utf-8'
const JSON_TEXT = 'application/json; charset=utf-8'

/** What a programme can be written as, besides calendars. */
const exporters: Exporter[] = [
  { path: 'schedule.xml', mediaType: 'application/xml; charset=utf-8', write: writeFrabXml },
  { path: 'schedule.json', mediaType: JSON_TEXT, write: writeFrabJson },
  { path: 'schedule.csv', mediaType: 'text/csv; charset=utf-8; header=present', isDownload: true, write: writeTable },
]

/** Every document of a conference that is no page and changes with its programme alone. */
export const documents: ConferenceDocument[] = [
  { path: 'schedule.ics', mediaType: ICS, cache: 'feed', render: conferenceCalendar },
  ...partKinds.map(partDocument),
  { path: 'sessions/:slug.ics', mediaType: ICS, cache: 'feed', isDownload: true, render: sessionCalendar },
  ...exporters.map(exportDocument),
  { path: 'changes.xml', mediaType: 'application/atom+xml; charset=utf-8', cache: 'feed', render: renderChanges },
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

function exportDocument({ write, ...exporter }: Exporter): ConferenceDocument {
  return {
    ...exporter,
    cache: 'feed',
    async render(context) {
      const programme = await loadProgramme(context)
      return programme && write(programme)
    },
  }
}

async function renderChanges({ db, conference, publicUrl }: DocumentContext): Promise<string | null> {
  const agenda = await loadAgenda(db, conference.id)
  return agenda && changesFeed(agenda, await listChanges(db, conference.id), publicUrl)
}
