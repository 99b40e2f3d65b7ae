import { shownIn, standing } from '@/lib/sync/client/store/fold'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'
import { attendanceWith, blockWith, noAttendance } from '../said'
import type { Attendance, Block, PickRank } from '../schema'
import type { AttendanceRow, BlockRow, SeenRow, ServerPick } from './rows'
import { groupBy } from '@/lib/platform/collections/group-by'

/**
 * What screens show of a plan: the server's rows with everything made here since laid over them, in order; what was
 * refused is not.
 */

/** conference id → session id → rank */
export type ShownPicks = ReadonlyMap<string, ReadonlyMap<string, PickRank>>
/** conference id → session id → the version of the programme that whoever picked it knew */
export type ShownKnown = ReadonlyMap<string, ReadonlyMap<string, number>>
/** conference id → its blocks, by beginning */
export type ShownBlocks = ReadonlyMap<string, readonly Block[]>
/** conference id → session id → attendance; those of which something was said last come last */
export type ShownAttendances = ReadonlyMap<string, ReadonlyMap<string, Attendance>>
/** conference id → version */
export type ShownSeen = ReadonlyMap<string, number>

declare module '@/lib/sync/client/exchange/known-state' {
  interface Shown {
    picks: ShownPicks
    known: ShownKnown
    blocks: ShownBlocks
    attendances: ShownAttendances
    seen: ShownSeen
  }
}

export function shownPicks(picks: readonly ServerPick[], entries: readonly OutboxEntry[]): ShownPicks {
  const shown = new Map<string, Map<string, PickRank>>()
  for (const { sessionId, conferenceId, rank } of picks) shownIn(shown, conferenceId).set(sessionId, rank)
  for (const { conferenceId, mutation } of standing(entries)) {
    if (mutation.name === 'dropPick') shownIn(shown, conferenceId).delete(mutation.args.sessionId)
    if (mutation.name !== 'setPick') continue
    const { sessionId, rank, adds } = mutation.args
    const part = shownIn(shown, conferenceId)
    if (rank && !(adds && part.has(sessionId))) part.set(sessionId, rank)
  }
  return shown
}

/** What is not there (a device that did not say): nothing is news until the server has told. */
export function shownKnown(picks: readonly ServerPick[], entries: readonly OutboxEntry[]): ShownKnown {
  const shown = new Map<string, Map<string, number>>()
  for (const { sessionId, conferenceId, knownVersion } of picks)
    if (knownVersion !== undefined) shownIn(shown, conferenceId).set(sessionId, knownVersion)
  for (const { conferenceId, mutation } of standing(entries)) {
    if (mutation.name === 'dropPick') shownIn(shown, conferenceId).delete(mutation.args.sessionId)
    if (mutation.name !== 'setPick') continue
    const { sessionId, knownVersion, adds } = mutation.args
    const part = shownIn(shown, conferenceId)
    if (knownVersion !== undefined && !(adds && part.has(sessionId))) part.set(sessionId, knownVersion)
  }
  return shown
}

export function shownBlocks(blocks: readonly BlockRow[], entries: readonly OutboxEntry[]): ShownBlocks {
  const shown = new Map(blocks.map(({ updatedAt: _updatedAt, ...block }): [string, Block] => [block.id, block]))
  for (const { mutation } of standing(entries)) {
    if (mutation.name === 'dropBlock') shown.delete(mutation.args.id)
    if (mutation.name !== 'setBlock') continue
    const block = blockWith(shown.get(mutation.args.id), mutation.args)
    // Dropped on another device meanwhile: the server, which knows the rest of it, brings it back.
    if (block) shown.set(block.id, block)
  }
  const sorted = [...shown.values()].sort((a, b) => a.startAt.localeCompare(b.startAt) || a.id.localeCompare(b.id))
  return groupBy(sorted, ({ conferenceId }) => conferenceId)
}

export function shownAttendances(rows: readonly AttendanceRow[], entries: readonly OutboxEntry[]): ShownAttendances {
  const shown = new Map<string, Map<string, Attendance>>()
  const saidAt = ({ statusAt, updatedAt = '' }: AttendanceRow) => statusAt ?? updatedAt
  const asSaid = [...rows].sort((a, b) => saidAt(a).localeCompare(saidAt(b)))
  for (const { sessionId, conferenceId, updatedAt: _updatedAt, statusAt: _statusAt, ...attendance } of asSaid)
    shownIn(shown, conferenceId).set(sessionId, attendance)
  for (const { conferenceId, mutation } of standing(entries)) {
    if (mutation.name !== 'setAttendance') continue
    const { sessionId, ...said } = mutation.args
    const part = shownIn(shown, conferenceId)
    const before = part.get(sessionId) ?? noAttendance
    // A wish, or what a backup had, says nothing of where somebody is now.
    if (said.status !== undefined && !said.adds) part.delete(sessionId)
    part.set(sessionId, attendanceWith(before, said))
  }
  return shown
}

export function shownSeen(rows: readonly SeenRow[], entries: readonly OutboxEntry[]): ShownSeen {
  const shown = new Map(rows.map(({ conferenceId, version }) => [conferenceId, version]))
  for (const { mutation } of standing(entries)) {
    if (mutation.name !== 'acknowledgeChanges') continue
    const { conferenceId, version, undoes } = mutation.args
    const known = shown.get(conferenceId) ?? 0
    if (undoes === undefined ? version > known : undoes === known) shown.set(conferenceId, version)
  }
  return shown
}
