import type Dexie from 'dexie'
import type { Table } from 'dexie'
import type { PulledSchemas, PullAnswer } from '../answers'
import type { Mutation, MutationName } from '../mutation'
import type { ReadDocument } from '../read-document'
import type { LocalState, Shown } from './exchange/known-state'
import type { OutboxEntry } from './store/outbox'
import type { StorageState } from './store/storage-state'

/** A table of a store: its primary key and indexes, as Dexie has them, since a version of the store. */
export type TableDeclaration = { name: TableName; since: number; indexes: string }

/**
 * One kind of what people have on several devices: what every page needs of it. The server's twin is a ServedKind.
 * How to add one: docs/how-to/add-a-synced-kind.md.
 */
export type Kind = {
  /** Its table here, and its rows in a pull's answer. */
  table: TableDeclaration & { name: keyof PulledSchemas }
  changes: readonly MutationName[]
  /**
   * Reads what screens show of it, in a transaction over the tables of all kinds; what is drawn of one kind alone and
   * takes a moment to read (notes) is better told by `open`.
   * @returns what is shown with these changes of this device laid over it; parts that say the same as before are the
   * same objects, so that screens draw only what is another
   */
  shown?: (store: PersonStore) => Promise<(entries: readonly OutboxEntry[], before: Partial<Shown>) => Partial<Shown>>
  /** Called when somebody's store is opened, for what is shown besides. */
  open?: (here: Here) => Opened
  /** Stores what pages were left with before this store had it. @returns whether there was anything */
  storeLeft?: (store: PersonStore, now: Date) => Promise<boolean>
  /** What only somebody with an account needs: of a part of its own, so that guests do not fetch it. */
  sync: () => Promise<KindSync>
}

export type Opened = {
  /** Called whenever what is shown is another. */ shown?(shown: Partial<Shown>): void
  stop(): void
}

/** How a kind is kept in step with the server. */
export type KindSync = {
  /** Its rows in a pull's answer. */
  rows: PulledSchemas[keyof PulledSchemas]
  /** What a change is about, for whoever runs changes out of their order; else its `id` or `sessionId`. */
  about?: (mutation: Mutation) => readonly string[] | null
  /**
   * Takes pulled rows into the store, in the transaction of the pull.
   * @param unshown the entries that this pull does not show
   */
  take: (store: PersonStore, answer: PullAnswer, unshown: readonly OutboxEntry[], now: Date) => Promise<void>
  /** What needs code that is fetched for it is fetched before the transaction begins. */
  prepare?: (answer: PullAnswer, isAll: boolean) => Promise<void>
  /** What a server that may have been put back is to hear again. In the transaction of the pull, before `take`. */
  again: (store: PersonStore, answer: PullAnswer, history: History, now: Date) => Promise<NewEntry[]>
  /** Builds of before queued more than their person had changed: what leaves this device first says only that. */
  narrow?: (store: PersonStore, entries: readonly OutboxEntry[]) => Promise<OutboxEntry[]>
  /** A change as it is sent. */
  sent?: (mutation: Mutation) => Mutation
  handOver: HandOver
  /** For a kind whose changes build on one another. */
  edits?: Edits
  /** Sends what goes beside the changes, one thing at a time. */
  beside?: (store: PersonStore, person: string) => Beside
  /** Has what goes beside the changes wait again where it was given up because the server broke over it each time. */
  anotherTry?: (store: PersonStore) => Promise<void>
}

/**
 * How a server stands to what it told this device before. `isBehind`: its counter is below: what it has and a build of
 * before holds otherwise is older. `isSure`: it was put back; else it may know everything.
 */
export type History = { isBehind: boolean; isSure: boolean }

/** To be kicked when something may wait and the server answers. */
export type Beside = { kick(): void; stop(): void }

/** How what a guest made comes to whoever signs in. */
export type HandOver = {
  /**
   * The changes to hand over, of all that the guest made of this kind, in order: of what is replaced by the next, what
   * stands at the end. Each keeps its id, however often the move begins again.
   */
  standing?: (entries: readonly OutboxEntry[]) => OutboxEntry[]
  /** A change under ids of the person's own. */
  renamed?: (mutation: Mutation, own: Rename) => Mutation | null
  /** Rows that no change brings. Read in a transaction. */
  rows?: (guest: PersonStore) => Promise<GuestRows>
}
export type Rename = (id: string) => string
export type GuestRows = {
  /** Code that is fetched for it is here when this resolves. */
  prepare(): Promise<void>
  /** Puts them into the person's store, in a transaction. */
  give(person: PersonStore, own: Rename): Promise<void>
  /** Takes them out of the guest's, in a transaction. @param since ids that were changed meanwhile: those stay */
  clear(since: ReadonlySet<string>): Promise<void>
}

/** A kind whose things are edited piece by piece: a server that lacks a piece is sent the whole. */
export type Edits = {
  name: MutationName
  /** What needs code that is fetched for it. */
  load: () => Promise<EditCode>
}
export type EditCode = {
  /** The server took these edits in. Called in the transaction of the push. */
  confirm(store: PersonStore, settled: readonly OutboxEntry[]): Promise<void>
  /** Says what an edit builds on. @returns whether there was anything to say */
  sayBase(store: PersonStore, entry: OutboxEntry, now: Date): Promise<boolean>
  /** An edit was too large: what was cut since is said anew. */
  sayShorter(store: PersonStore, mutation: Mutation): Promise<void>
  /** Sends a refused edit once more, as the thing is now. */
  sayAgain(store: PersonStore, mutation: Mutation): Promise<void>
  /** A refused edit is given up: what only this device has of the thing goes. */
  letGo(store: PersonStore, mutation: Mutation): Promise<void>
}

export type NewEntry = Omit<OutboxEntry, 'order'>

/** The tables of rooms: each adds its own (`declare module '@/lib/sync/client/kind'`). */
// oxlint-disable-next-line typescript/no-empty-object-type -- It is filled where the kinds are.
export interface Tables {}
export type TableName = keyof Tables

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

/** What is registered of rooms (lib/device.ts). */
export type Registered = {
  kinds: readonly Kind[]
  kept: readonly TableDeclaration[]
  documents: readonly ReadDocument[]
}
/** A kind with what keeps it in step with the server. */
export type SyncedKind = Kind & KindSync

/** One person's database on this device. */
export type PersonStore = Tables & {
  /** Whose it is; null: a guest's. One in this page's memory may become that of whoever turns out to be here. */
  person: string | null
  dexie: Dexie
  registered: Registered
  /** The kinds with what keeps them in step: fetched at the first call. */
  synced(): Promise<readonly SyncedKind[]>
  outbox: Table<OutboxEntry, number, NewEntry>
  progress: Table<Progress, string>
  /** In the table of progress, so that stores of before open as they are. */
  origins: Table<Origins, string>
}

/** What is open and written into, letter by letter. */
export type OpenText = { flush(): Promise<void>; closed: Promise<void> }

/** The store of whoever is here, for as long as they are. */
export type Here = {
  store: PersonStore
  tell: (part: Partial<LocalState>) => void
  /** To be called with how the store is, after something was written into it, or was not. */
  storageTold: (storage: StorageState) => void
  /** Something was written that the server does not have. */
  changed: () => void
  /** Whoever signs in waits until this is settled: it is begun as a guest, and ends as one. */
  hold: (until: Promise<unknown>) => void
  /** What is open in this store (a text) is stored and let end before the store is closed. */
  keepOpen: (text: OpenText) => void
}
