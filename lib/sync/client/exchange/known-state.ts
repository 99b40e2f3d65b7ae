import type { OutboxEntry } from '../store/outbox'
import type { StorageState } from '../store/storage-state'

/**
 * What screens show of each kind: rooms add their own (`declare module '@/lib/sync/client/exchange/known-state'`).
 * Absent: not read yet.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- It is filled where the kinds are.
export interface Shown {}

/** What the screens know of this device's own store. */
export type LocalState = Partial<Shown> & {
  /** The store was read: what is not here is not there. */
  ready: boolean
  /** What the server has of whoever is here was fetched once, or there is nobody: what is not here is nowhere. */
  fetched: boolean
  /** How many changes the server has not answered for. */
  waiting: number
  /** Changes that the server will not take, with their reason. */
  refused: readonly OutboxEntry[]
  /** How many changes are nowhere but in this page's memory: they are gone with it. */
  unkept: number
  /** The server answered last time. */
  online: boolean
  /** It answered that it cannot take anything just now. */
  troubled: boolean
  /** The server no longer takes this person's changes from here: they wait for the next sign-in. */
  signedOut: boolean
  /** That is because their account is blocked. */
  blocked: boolean
  /** How this device's own store is. */
  storage: StorageState
}

export const nothingKnown: LocalState = {
  ready: false,
  fetched: false,
  waiting: 0,
  unkept: 0,
  refused: [],
  online: true,
  troubled: false,
  signedOut: false,
  blocked: false,
  storage: 'ok',
}
