import type { Note } from '@/lib/notes/schema'
import type { SessionNews } from '@/lib/planning/changes'
import type { OutboxEntry } from '../store/outbox'
import type { ShownAttendances, ShownBlocks, ShownKnown, ShownPicks, ShownSeen } from '../store/shown'
import type { StorageState } from '../store/storage-state'

/** What the screens know of this device's own store. */
export type LocalState = {
  /** The store was read: what is not here is not there. */
  ready: boolean
  picks: ShownPicks
  blocks: ShownBlocks
  attendances: ShownAttendances
  known: ShownKnown
  seen: ShownSeen
  /** Slug → what changed for me there that I have not seen; absent: not asked for, or not read yet. */
  news: ReadonlyMap<string, readonly SessionNews[]>
  /** What the server has of whoever is here was fetched once, or there is nobody: what is not here is nowhere. */
  fetched: boolean
  /** All of them, deleted ones too; empty until somebody asks for notes. */
  notes: readonly Note[]
  notesReady: boolean
  /** How many changes the server has not answered for. */
  waiting: number
  /** Changes that the server will not take, with their reason. */
  refused: readonly OutboxEntry[]
  /** How many changes are nowhere but in this page's memory: they are gone with it. */
  unkept: number
  /** The server answered last time. */
  online: boolean
  /** The server no longer takes this person's changes from here: they wait for the next sign-in. */
  signedOut: boolean
  /** How this device's own store is. */
  storage: StorageState
}

export const nothingKnown: LocalState = {
  ready: false,
  fetched: false,
  picks: new Map(),
  blocks: new Map(),
  attendances: new Map(),
  known: new Map(),
  seen: new Map(),
  news: new Map(),
  notes: [],
  notesReady: false,
  waiting: 0,
  unkept: 0,
  refused: [],
  online: true,
  signedOut: false,
  storage: 'ok',
}
