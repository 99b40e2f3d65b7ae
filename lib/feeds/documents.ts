import { listChanges } from '@/lib/schedule/read/list-changes'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { listDescriptions } from '@/lib/schedule/read/queries'
import { conferenceCalendar, partCalendar } from './conference-calendar'
import type { ConferenceDocument, DocumentContext } from './document'
import type { PartKind } from './queries'

const ICS = 'text/calendar; charset=utf-8'
const JSON_TEXT = 'application/json; charset=utf-8'

/** Every document of a conference that is not a page. */
export const documents: ConferenceDocument[] = [
  { path: 'schedule.ics', mediaType: ICS, cache: 'feed', render: conferenceCalendar },
  partDocument('tracks', 'track'),
  partDocument('rooms', 'room'),
  partDocument('speakers', 'speaker'),
  partDocument('colocated', 'colocated'),
  { path: 'agenda.json', mediaType: JSON_TEXT, cache: 'live', render: agendaJson },
  { path: 'descriptions.json', mediaType: JSON_TEXT, cache: 'live', render: descriptionsJson },
  { path: 'changes.json', mediaType: JSON_TEXT, cache: 'live', render: changesJson },
]

function partDocument(folder: string, kind: PartKind): ConferenceDocument {
  return {
    path: `${folder}/:slug.ics`,
    mediaType: ICS,
    cache: 'feed',
    render: (context) => partCalendar(context, kind),
  }
}

async function agendaJson({ db, conference }: DocumentContext): Promise<string | null> {
  const agenda = await loadAgenda(db, conference.id)
  return agenda && JSON.stringify(agenda)
}

/** The sessions' texts by session id: what the search of a schedule reads besides titles. */
async function descriptionsJson({ db, conference }: DocumentContext): Promise<string> {
  return JSON.stringify(await listDescriptions(db, conference.id))
}

/** What changed, newest first: a device picks out what touches its own picks. */
async function changesJson({ db, conference }: DocumentContext): Promise<string> {
  return JSON.stringify(await listChanges(db, conference.id))
}
