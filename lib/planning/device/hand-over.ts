import type { Rename } from '@/lib/sync/client/kind'
import { isEntryOf, type EntryOf, type OutboxEntry } from '@/lib/sync/client/store/outbox'
import type { Mutation } from '@/lib/sync/mutation'
import { saidIn } from '../said'
import { shownAttendances, shownBlocks, shownKnown, shownPicks } from './shown'

/**
 * What of a guest's plan to hand to whoever signs in: what stands at the end, in one change for each thing, which only
 * adds: what the account has of the same stays. A pick made and dropped as a guest, or a wish taken back, says nothing
 * about the account's. Each goes under the id of the last change about its thing.
 */

/** @param entries in order; so for the others */
export function standingPicks(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const [picks, known] = [shownPicks([], entries), shownKnown([], entries)]
  const about = entries.flatMap((entry) => (isEntryOf(entry, 'setPick', 'dropPick') ? entry : []))
  return lastOfEach(about, ({ mutation }) => mutation.args.sessionId).flatMap((entry): OutboxEntry[] => {
    const { conferenceId, mutation } = entry
    const { sessionId } = mutation.args
    const [rank, knownVersion] = [picks.get(conferenceId)?.get(sessionId), known.get(conferenceId)?.get(sessionId)]
    if (!rank || mutation.name !== 'setPick') return []
    const args = { sessionId, rank, ...(knownVersion !== undefined && { knownVersion }), adds: true as const }
    return [{ ...entry, mutation: { ...mutation, args } }]
  })
}

export function standingAttendances(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const attendances = shownAttendances([], entries)
  const about = entries.flatMap((entry) => (isEntryOf(entry, 'setAttendance') ? entry : []))
  return lastOfEach(about, ({ mutation }) => mutation.args.sessionId).flatMap((entry): OutboxEntry[] => {
    const { sessionId } = entry.mutation.args
    const said = saidIn(attendances.get(entry.conferenceId)?.get(sessionId))
    return said
      ? [{ ...entry, mutation: { ...entry.mutation, args: { ...said, sessionId, adds: true as const } } }]
      : []
  })
}

export function standingBlocks(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const blocks = new Map([...shownBlocks([], entries).values()].flat().map((block) => [block.id, block]))
  const about = entries.flatMap((entry) => (isEntryOf(entry, 'setBlock', 'dropBlock') ? entry : []))
  return lastOfEach(about, ({ mutation }) => mutation.args.id).flatMap((entry): OutboxEntry[] => {
    const { mutation } = entry
    if (mutation.name !== 'setBlock') return []
    const block = blocks.get(mutation.args.id)
    // Of one that was handed over before, only what changed since is here.
    return block ? [{ ...entry, mutation: { ...mutation, args: { ...block, adds: true as const } } }] : [entry]
  })
}

/** A block of another account's backup, under an id of the person's own. */
export function renamedBlock(mutation: Mutation, own: Rename): Mutation | null {
  if (mutation.name === 'setBlock') return { ...mutation, args: { ...mutation.args, id: own(mutation.args.id) } }
  return mutation.name === 'dropBlock' ? { ...mutation, args: { id: own(mutation.args.id) } } : null
}

function lastOfEach<Entry extends EntryOf<'setPick' | 'dropPick' | 'setAttendance' | 'setBlock' | 'dropBlock'>>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
}
