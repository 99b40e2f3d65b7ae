import Dexie from 'dexie'
import type { Agenda } from '@/lib/schedule/agenda'
import { makeId } from './make-id'
import type { OutboxEntry, ServerPick } from './outbox'

export type NewEntry = Omit<OutboxEntry, 'order'>
/** The last good programme of a conference, for a dead network. */
export type KeptAgenda = {
  slug: string
  etag: string | null
  agenda: Agenda
  /** The sessions' texts by id; absent: not fetched yet. */
  descriptions?: Record<string, string>
  descriptionsEtag?: string | null
  /** When the server last said that it stands so (ISO). */
  keptAt?: string
}
/** How far this store has pulled, and what the server calls this device. */
type Progress = { key: 'progress'; cursor: number; device: string }

export type PersonStore = ReturnType<typeof openStore>

/** One database a person, so that nobody who signs in on this device meets what another wrote. */
export function openStore(person: string | null) {
  const dexie = new Dexie(person ? `hallway-${person}` : 'hallway-guest')
  dexie.version(1).stores({ picks: 'sessionId', outbox: '++order, &mutation.id', progress: 'key', agendas: 'slug' })
  return {
    dexie,
    picks: dexie.table<ServerPick, string>('picks'),
    outbox: dexie.table<OutboxEntry, number, NewEntry>('outbox'),
    progress: dexie.table<Progress, string>('progress'),
    agendas: dexie.table<KeptAgenda, string>('agendas'),
  }
}

/** How far this store has pulled; begun at the first call. */
export function progressOf(store: PersonStore): Promise<Progress> {
  return store.dexie.transaction('rw', store.progress, async () => {
    const known = await store.progress.get('progress')
    if (known) return known
    const begun: Progress = { key: 'progress', cursor: 0, device: makeId() }
    await store.progress.put(begun)
    return begun
  })
}
