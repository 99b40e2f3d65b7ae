import { notes, photos } from './notes/device/kinds'
import { attendances, blocks, picks, seen } from './planning/device/kinds'
import type { agendaDocument } from './program/agenda-document'
import { changesSchema, descriptionsSchema } from './program/device/document-schemas'
import { readAgenda } from './program/device/read-agenda'
import type { changesDocument, descriptionsDocument } from './program/programme-documents'
import type { announcementsDocument } from './rooms/announcements-document'
import { announcementsSchema } from './rooms/announcements-schema'
import { roomStatesSchema } from './rooms/room-states'
import type { roomStatesDocument } from './rooms/room-states-document'
import { startEngine, type Engine, type Screens } from './sync/client/exchange/engine'
import type { PersonStore, Registered } from './sync/client/kind'
import { openStoreOf } from './sync/client/store/store'
import type { StorePlace } from './sync/client/store/store-place'
import { readBy, readByParts, type ReadDocument } from './sync/read-document'

/** The one list of the documents that screens follow, with what a browser reads each by. */
export const readDocuments: readonly ReadDocument[] = [
  readByParts<typeof agendaDocument>('agenda.json', readAgenda),
  readBy<typeof descriptionsDocument>('descriptions.json', descriptionsSchema),
  readBy<typeof changesDocument>('changes.json', changesSchema),
  readBy<typeof announcementsDocument>('announcements.json', announcementsSchema),
  readBy<typeof roomStatesDocument>('room-states.json', roomStatesSchema),
]

/** The one list of what rooms keep on a device. The server's twin is lib/handlers.ts. */
export const registered: Registered = {
  // Notes come before what is said of their photos.
  kinds: [notes, picks, blocks, attendances, seen, photos],
  kept: [
    { name: 'agendas', since: 1, indexes: 'slug' },
    { name: 'announcements', since: 3, indexes: 'slug' },
    { name: 'changes', since: 4, indexes: 'slug' },
    { name: 'together', since: 5, indexes: 'conferenceId' },
    { name: 'recapDrafts', since: 6, indexes: 'id' },
    { name: 'floorPlans', since: 7, indexes: 'picture, slug' },
    { name: 'keptFacts', since: 8, indexes: 'slug' },
    { name: 'descriptions', since: 8, indexes: 'slug' },
  ],
  documents: readDocuments,
}

/** startEngine with all that there is. */
export function startDevice(screens: Screens): Promise<Engine> {
  return startEngine(registered, screens)
}

/** openStoreOf with all that there is. */
export function openStore(person: string | null, place?: StorePlace): PersonStore {
  return openStoreOf(registered, person, place)
}
