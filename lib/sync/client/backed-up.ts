import type * as z from 'zod/mini'
import type { Change } from '../mutation'
import type { PersonStore, Rename } from './kind'
import type { OutboxEntry } from './store/outbox'

/** The lists of a backup, by their names in its file: each kind adds its own (`declare module`). */
// oxlint-disable-next-line typescript/no-empty-object-type -- It is filled where the kinds are.
export interface BackupLists {}

/** A change to be made as if somebody had made it by hand: it goes through the outbox like any other. */
export type BroughtChange = { conferenceId: string } & Change

/** How a kind is written into a backup, and brought back. */
type Declaration<Name extends keyof BackupLists> = {
  /** Of its list in the file. */
  name: Name
  /** What a row in the file is, which anybody may have written. */
  row: z.ZodMiniType<BackupLists[Name][number]>
  /** The list may be missing: backups were made before it was in them. */
  isLater?: true
  /** What is on this device, as the screens show it; in a transaction over the tables of all kinds. */
  read: (store: PersonStore, entries: readonly OutboxEntry[]) => Promise<BackupLists[Name]>
  /**
   * The changes that bring those rows that are not here: what is here stays as it is.
   * @param own a row's id in the hands of whoever is here: another account gets ids of its own
   */
  bring: (rows: BackupLists[Name], here: BackupLists[Name], own: Rename) => BroughtChange[]
}

/** Gives the rows of one of a file's lists that can be read. */
export type RowReader = <Row>(name: string, row: z.ZodMiniType<Row>, isLater: boolean) => Row[]

/** A kind that is in backups, whatever its rows are. */
export type BackedUp = {
  name: keyof BackupLists
  read: (store: PersonStore, entries: readonly OutboxEntry[]) => Promise<Partial<BackupLists>>
  parse: (rowsOf: RowReader) => Partial<BackupLists>
  bring: (backup: BackupLists, here: BackupLists, own: Rename) => BroughtChange[]
}

/** Joins what each of the kinds in backups gave. */
export function joinLists(lists: readonly Partial<BackupLists>[]): BackupLists {
  // Every name is there: each kind gives its own.
  return Object.assign({}, ...lists) as BackupLists
}

/** Declares that a kind is in backups; it is registered in lib/notes/device/backup/backed-up.ts. */
export function backedUp<Name extends keyof BackupLists>(declaration: Declaration<Name>): BackedUp {
  const { name, row, isLater = false, read, bring } = declaration
  // Which name has rows of which type is lost on the way through an object.
  const list = (rows: BackupLists[Name][number][]) => ({ [name]: rows }) as Partial<BackupLists>
  return {
    name,
    read: async (store, entries) => list(await read(store, entries)),
    parse: (rowsOf) => list(rowsOf(name, row, isLater)),
    bring: (backup, here, own) => bring(backup[name], here[name], own),
  }
}
