import type { PushAnswer, ChangeRefusal } from '../../answers'
import type { Mutation, MutationName, MutationOf } from '../../mutation'

/**
 * What was made on a device and how it stands with the server: pure. What is shown is always the server's rows with the
 * outbox laid over them (shown.ts): an answer that is lost, late or repeated cannot leave the two apart.
 */

/** A change that was made here, until the server's rows show it. */
export type OutboxEntry = {
  /** Grows with every change of this store. */
  order: number
  conferenceId: string
  mutation: Mutation
  /** It left this device once: it stays as it was then. */
  sent?: boolean
  /** The server ran it: a pull that reaches this revision brings what it did. */
  doneBy?: number
  /** The server will not run it. Kept, so that the person can see what and why, and try again. */
  refused?: ChangeRefusal
  /** Said again to a server that may have it all: where that refuses it, it is let go, and what was told stays here. */
  quiet?: boolean
  /** What it builds on was sent before it once more, because the server did not have it. */
  hasBase?: boolean
  /** So often the server broke over it, though it was well. */
  tries?: number
}

/** An entry with a change of one name. */
export type EntryOf<Name extends MutationName> = OutboxEntry & { mutation: MutationOf<Name> }

// A push is answered as a whole: a small one gets through where the network keeps breaking off.
const BATCH = 50
const BATCH_CHARACTERS = 400_000

/** The server has not answered for it yet. */
export function isWaiting(entry: OutboxEntry): boolean {
  return entry.doneBy === undefined && entry.refused === undefined
}

/** What to push next, in the order in which it was made. @param most entries */
export function nextBatch(entries: readonly OutboxEntry[], most = BATCH): OutboxEntry[] {
  const batch: OutboxEntry[] = []
  let characters = 0
  for (const entry of entries.filter(isWaiting).sort(byOrder).slice(0, most)) {
    characters += JSON.stringify(entry.mutation.args).length
    // The first goes alone, however large it is.
    if (batch.length > 0 && characters > BATCH_CHARACTERS) break
    batch.push(entry)
  }
  return batch
}

/** The entries that a push's answer changes, as they are then. */
export function settle(entries: readonly OutboxEntry[], { results, revision }: PushAnswer): OutboxEntry[] {
  const resultOf = new Map(results.map((result) => [result.id, result]))
  return entries.filter(isWaiting).flatMap((entry): OutboxEntry[] => {
    const result = resultOf.get(entry.mutation.id)
    if (!result) return []
    const { tries: _tries, ...rest } = entry
    if (result.ok) return [{ ...rest, doneBy: revision }]
    // No verdict: another edit takes its place.
    return result.code === 'BASE_MISSING' ? [] : [{ ...rest, refused: result.code }]
  })
}

/** The entries that a pull's rows show from now on. */
export function shownBy(entries: readonly OutboxEntry[], revision: number): number[] {
  return entries.filter(({ doneBy }) => doneBy !== undefined && doneBy <= revision).map(({ order }) => order)
}

/** What a server that was put back ran may be undone: it is sent once more, and runs where it has not. */
export function undone(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter(({ doneBy }) => doneBy !== undefined).map(({ doneBy: _doneBy, ...entry }) => entry)
}

/** Is this an entry with a change of one of these names? */
export function isEntryOf<Name extends MutationName>(entry: OutboxEntry, ...names: Name[]): entry is EntryOf<Name> {
  return names.some((name) => name === entry.mutation.name)
}

export function byOrder(a: OutboxEntry, b: OutboxEntry): number {
  return a.order - b.order
}
