import { notes, photos } from './notes/device/kinds'
import { attendances, blocks, picks, seen } from './planning/device/kinds'
import { startEngine, type Engine, type Screens } from './sync/client/exchange/engine'
import type { PersonStore, Registered } from './sync/client/kind'
import { openStoreOf } from './sync/client/store/store'
import type { StorePlace } from './sync/client/store/store-place'

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
  ],
}

/** startEngine with all that there is. */
export function startDevice(screens: Screens): Promise<Engine> {
  return startEngine(registered, screens)
}

/** openStoreOf with all that there is. */
export function openStore(person: string | null, place?: StorePlace): PersonStore {
  return openStoreOf(registered, person, place)
}
