import type { PickRank } from '@/lib/planning/schema'
import type { PullAnswer, PushAnswer, Refusal } from '../answers'
import type { Mutation } from '../protocol'

/**
 * What a device knows, and how it changes: pure, so that it can be tried against the real server in random order. What is
 * shown is always the server's rows with the outbox laid over them: an answer that is lost, late or repeated cannot leave
 * the two apart.
 */

/** A pick as the server last told it. */
export type ServerPick = { sessionId: string; conferenceId: string; rank: PickRank }

/** A change that was made here, until the server's rows show it. */
export type OutboxEntry = {
  /** Grows with every change of this store. */
  order: number
  conferenceId: string
  mutation: Mutation
  /** The server ran it: a pull that reaches this revision brings what it did. */
  doneBy?: number
  /** The server will not run it. Kept, so that the person can see what and why. */
  refused?: Refusal
}

/** conference id → session id → rank */
export type ShownPicks = ReadonlyMap<string, ReadonlyMap<string, PickRank>>

// A push is answered as a whole: a small one gets through where the network keeps breaking off.
const BATCH = 50

/** The server has not answered for it yet. */
export function isWaiting(entry: OutboxEntry): boolean {
  return entry.doneBy === undefined && entry.refused === undefined
}

/** What to push next, in the order in which it was made. */
export function nextBatch(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter(isWaiting).sort(byOrder).slice(0, BATCH)
}

/** The entries that a push's answer changes, as they are then. */
export function settle(entries: readonly OutboxEntry[], { results, revision }: PushAnswer): OutboxEntry[] {
  const resultOf = new Map(results.map((result) => [result.id, result]))
  return entries.filter(isWaiting).flatMap((entry) => {
    const result = resultOf.get(entry.mutation.id)
    if (!result) return []
    return [result.ok ? { ...entry, doneBy: revision } : { ...entry, refused: result.code }]
  })
}

/** What a pull changes in a store: rows to put, rows and entries to remove. */
export type PulledChange = { restart: boolean; put: ServerPick[]; removePicks: string[]; removeEntries: number[] }

/** @param after the cursor that the pull was asked with */
export function takePull(entries: readonly OutboxEntry[], { picks, revision }: PullAnswer, after: number): PulledChange {
  // The counter went back: the server was restored from a backup, and told everything it knows.
  const restart = revision < after
  return {
    restart,
    put: picks.filter(({ droppedAt }) => !droppedAt).map(({ sessionId, conferenceId, rank }) => ({ sessionId, conferenceId, rank })),
    removePicks: picks.filter(({ droppedAt }) => droppedAt).map(({ sessionId }) => sessionId),
    removeEntries: entries.filter(({ doneBy }) => doneBy !== undefined && (restart || doneBy <= revision)).map(({ order }) => order),
  }
}

/** The server's picks with everything made here since laid over them. */
export function shownPicks(picks: readonly ServerPick[], entries: readonly OutboxEntry[]): ShownPicks {
  const shown = new Map<string, Map<string, PickRank>>()
  const picksOf = (conferenceId: string) => {
    const known = shown.get(conferenceId) ?? new Map<string, PickRank>()
    shown.set(conferenceId, known)
    return known
  }
  for (const { sessionId, conferenceId, rank } of picks) picksOf(conferenceId).set(sessionId, rank)
  for (const { conferenceId, mutation, refused } of [...entries].sort(byOrder)) {
    if (refused) continue
    if (mutation.name === 'setPick') picksOf(conferenceId).set(mutation.args.sessionId, mutation.args.rank)
    else picksOf(conferenceId).delete(mutation.args.sessionId)
  }
  return shown
}

/**
 * What of a guest's changes to hand to whoever signs in: the picks that stand at the end. A pick made and dropped as a guest
 * says nothing about the same pick of the account.
 */
export function entriesToHandOver(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const last = new Map([...entries].sort(byOrder).map((entry) => [entry.mutation.args.sessionId, entry]))
  return [...last.values()].filter(({ mutation }) => mutation.name === 'setPick').sort(byOrder)
}

function byOrder(a: OutboxEntry, b: OutboxEntry): number {
  return a.order - b.order
}

/** `next`, with the maps of `before` where they say the same: a screen draws itself anew only for its own conference. */
export function keepEqual(before: ShownPicks, next: ShownPicks): ShownPicks {
  return new Map([...next].map(([conferenceId, picks]) => {
    const known = before.get(conferenceId)
    const same = known?.size === picks.size && [...picks].every(([sessionId, rank]) => known.get(sessionId) === rank)
    return [conferenceId, same ? known : picks]
  }))
}
