import type { Note } from '@/lib/notes/schema'
import { attendanceWith, blockWith, noAttendance } from '@/lib/planning/said'
import type { Attendance, Block, PickRank } from '@/lib/planning/schema'
import { byOrder, type OutboxEntry } from './outbox'

/**
 * What screens show: the server's rows with everything made here since laid over them, in order; what was refused is
 * not.
 */

/** A pick as the server last told it. */
export type ServerPick = {
  sessionId: string
  conferenceId: string
  rank: PickRank
  /** Of the conference: older changes of the session are no news. */ knownVersion?: number
} & Told
/** By the server's clock: when it was last said; builds before kept none. */
type Told = { updatedAt?: string }
export type BlockRow = Block & Told
export type AttendanceRow = Attendance & { sessionId: string; conferenceId: string } & Told
/** Up to which version of a conference its changes were seen. */
export type SeenRow = { conferenceId: string; version: number }
/**
 * A note as this device holds it: what was typed here is in its text and state at once; `deletedAt` is the server's.
 */
export type NoteRow = Note & {
  /** The Yjs document. */ state: Uint8Array
  /** What the server said it holds of it (lib/notes/confirmed.ts); absent: nothing yet. */ confirmed?: Uint8Array
}

/** conference id → session id → rank */
export type ShownPicks = ReadonlyMap<string, ReadonlyMap<string, PickRank>>
/** conference id → session id → the version of the programme that whoever picked it knew */
export type ShownKnown = ReadonlyMap<string, ReadonlyMap<string, number>>
/** conference id → its blocks, by beginning */
export type ShownBlocks = ReadonlyMap<string, readonly Block[]>
/** conference id → session id → attendance */
export type ShownAttendances = ReadonlyMap<string, ReadonlyMap<string, Attendance>>
/** conference id → version */
export type ShownSeen = ReadonlyMap<string, number>

export function shownPicks(picks: readonly ServerPick[], entries: readonly OutboxEntry[]): ShownPicks {
  const shown = new Map<string, Map<string, PickRank>>()
  for (const { sessionId, conferenceId, rank } of picks) partOf(shown, conferenceId).set(sessionId, rank)
  for (const { conferenceId, mutation } of standing(entries)) {
    if (mutation.name === 'dropPick') partOf(shown, conferenceId).delete(mutation.args.sessionId)
    if (mutation.name !== 'setPick') continue
    const { sessionId, rank, adds } = mutation.args
    const part = partOf(shown, conferenceId)
    if (rank && !(adds && part.has(sessionId))) part.set(sessionId, rank)
  }
  return shown
}

/** What is not there (a device that did not say): nothing is news until the server has told. */
export function shownKnown(picks: readonly ServerPick[], entries: readonly OutboxEntry[]): ShownKnown {
  const shown = new Map<string, Map<string, number>>()
  for (const { sessionId, conferenceId, knownVersion } of picks)
    if (knownVersion !== undefined) partOf(shown, conferenceId).set(sessionId, knownVersion)
  for (const { conferenceId, mutation } of standing(entries)) {
    if (mutation.name === 'dropPick') partOf(shown, conferenceId).delete(mutation.args.sessionId)
    if (mutation.name !== 'setPick') continue
    const { sessionId, knownVersion, adds } = mutation.args
    const part = partOf(shown, conferenceId)
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
  const byConference = new Map<string, Block[]>()
  for (const block of sorted)
    byConference.set(block.conferenceId, [...(byConference.get(block.conferenceId) ?? []), block])
  return byConference
}

export function shownAttendances(rows: readonly AttendanceRow[], entries: readonly OutboxEntry[]): ShownAttendances {
  const shown = new Map<string, Map<string, Attendance>>()
  for (const { sessionId, conferenceId, updatedAt: _updatedAt, ...attendance } of rows)
    partOf(shown, conferenceId).set(sessionId, attendance)
  for (const { conferenceId, mutation } of standing(entries)) {
    if (mutation.name !== 'setAttendance') continue
    const { sessionId, ...said } = mutation.args
    const part = partOf(shown, conferenceId)
    part.set(sessionId, attendanceWith(part.get(sessionId) ?? noAttendance, said))
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

/** All notes, deleted ones too, the newest first. */
export function shownNotes(rows: readonly NoteRow[], entries: readonly OutboxEntry[]): Note[] {
  const deletedAt = new Map<string, string | undefined>()
  for (const { mutation } of standing(entries)) {
    if (mutation.name === 'deleteNote') deletedAt.set(mutation.args.id, mutation.at)
    else if (mutation.name === 'restoreNote' || mutation.name === 'editNote') deletedAt.set(mutation.args.id, undefined)
  }
  const notes = rows.map(({ state: _state, confirmed: _confirmed, deletedAt: told, ...note }): Note => {
    const deleted = deletedAt.has(note.id) ? deletedAt.get(note.id) : told
    return deleted ? { ...note, deletedAt: deleted } : note
  })
  return notes.sort((a, b) => b.notedAt.localeCompare(a.notedAt) || a.id.localeCompare(b.id))
}

/**
 * `next`, with the parts of `before` where they say the same: a screen draws itself anew only for its own conference.
 */
export function keepEqual<Part>(
  before: ReadonlyMap<string, Part>,
  next: ReadonlyMap<string, Part>,
): ReadonlyMap<string, Part> {
  return new Map(
    [...next].map(([key, part]) => {
      const known = before.get(key)
      return [key, known !== undefined && isEqual(known, part) ? known : part]
    }),
  )
}

/** Do these say the same? Maps in whichever order. */
export function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, plain) === JSON.stringify(b, plain)
}

/** Maps as JSON, in no order of their own. */
function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value].sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)) : value
}

function standing(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter(({ refused }) => !refused).sort(byOrder)
}

function partOf<Value>(shown: Map<string, Map<string, Value>>, conferenceId: string): Map<string, Value> {
  const known = shown.get(conferenceId) ?? new Map<string, Value>()
  shown.set(conferenceId, known)
  return known
}
