import Dexie from 'dexie'
import type { ProgramChange } from '@/lib/planning/changes'
import type { Together } from '@/lib/planning/together'
import type { Announcements } from '@/lib/rooms/announcements-schema'
import type { RecapDraft } from '@/lib/recaps/draft'
import type { Agenda } from '@/lib/program/agenda'
import { dropAllLeft } from '../notes/letters'
import { makeId } from './make-id'
import type { OutboxEntry } from './outbox'
import type { PhotoRow } from '../photos/photo-rows'
import type { AttendanceRow, BlockRow, NoteRow, SeenRow, ServerPick } from './shown'
import { forgetBegun } from './storage-state'
import { databaseName } from './store-name'
import { storePlace, type StorePlace } from './store-place'

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
  /** Since when the server is known not to have the conference any more, or not to show it (ISO). */
  goneAt?: string
}
/** The last announcements of a conference, for a dead network. */
type KeptAnnouncements = { slug: string; list: Announcements }
/** What changed in a conference's programme. */
export type KeptChanges = {
  slug: string
  conferenceId: string
  /** Of the programme, when the server was last asked. */ version: number
  etag: string | null
  changes: ProgramChange[]
}
/** What members of my groups picked, as the server last told (when: ISO). */
type KeptTogether = { conferenceId: string; together: Together; keptAt: string }
/** What an editor holds of a recap and the server does not have yet. */
export type KeptRecapDraft = {
  /** The recap's, a slash, the editor's; the recap's alone in what older versions kept. */ id: string
  /** When the recap that was edited had been saved (ISO). */ editedFrom: string
  draft: RecapDraft
}
/** How far this store has pulled, and what the server calls this device. */
export type Progress = {
  key: 'progress'
  cursor: number
  device: string
  /** A pull was taken in. */
  pulled?: true
  /**
   * What the server said last of how this person's rows stood (server/marks.ts); absent: a build of before pulled last,
   * or nothing yet.
   */
  mark?: string
  /** Everything is to be compared: the server did not know this device's mark, or the device had none yet. */
  recheck?: 'putBack' | 'unsure' | undefined
}

/** Whose backup a guest's notes, blocks and photos came from, by their ids. */
type Origins = { key: 'origins'; of: Record<string, string> }

export type PersonStore = ReturnType<typeof openStore>

/**
 * One database a person, so that nobody who signs in on this device meets what another wrote.
 * @param place where the stores of this page are, unless told otherwise
 */
export function openStore(person: string | null, place: StorePlace | undefined = storePlace()) {
  const dexie = new Dexie(databaseName(person), place)
  dexie.version(1).stores({ picks: 'sessionId', outbox: '++order, &mutation.id', progress: 'key', agendas: 'slug' })
  dexie.version(2).stores({
    blocks: 'id, conferenceId',
    attendances: 'sessionId, conferenceId',
    notes: 'id, conferenceId',
    seen: 'conferenceId',
    photos: 'id, noteId, conferenceId',
    outbox: '++order, &mutation.id, mutation.args.id',
  })
  dexie.version(3).stores({ announcements: 'slug' })
  dexie.version(4).stores({ changes: 'slug' })
  dexie.version(5).stores({ together: 'conferenceId' })
  dexie.version(6).stores({ recapDrafts: 'id' })
  return {
    /** Whose it is; null: a guest's. */
    person,
    dexie,
    picks: dexie.table<ServerPick, string>('picks'),
    blocks: dexie.table<BlockRow, string>('blocks'),
    attendances: dexie.table<AttendanceRow, string>('attendances'),
    notes: dexie.table<NoteRow, string>('notes'),
    seen: dexie.table<SeenRow, string>('seen'),
    photos: dexie.table<PhotoRow, string>('photos'),
    outbox: dexie.table<OutboxEntry, number, NewEntry>('outbox'),
    progress: dexie.table<Progress, string>('progress'),
    /** In the table of progress, so that stores of before open as they are. */
    origins: dexie.table<Origins, string>('progress'),
    agendas: dexie.table<KeptAgenda, string>('agendas'),
    recapDrafts: dexie.table<KeptRecapDraft, string>('recapDrafts'),
    together: dexie.table<KeptTogether, string>('together'),
    announcements: dexie.table<KeptAnnouncements, string>('announcements'),
    changes: dexie.table<KeptChanges, string>('changes'),
  }
}

/** Removes all that is kept here of a person who is gone. Other pages that have it open let go of it. */
export async function removeStore(person: string): Promise<void> {
  await Dexie.delete(databaseName(person))
  forgetBegun(databaseName(person))
  dropAllLeft(databaseName(person))
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
