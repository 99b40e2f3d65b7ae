import { byOrder, isEntryOf, type EntryOf, type OutboxEntry } from '@/lib/sync/client/store/outbox'
import { attendanceChange, attendanceWith, blockChange, blockWith, noAttendance } from '../said'
import type { Attendance, Block } from '../schema'
import type { AttendanceRow } from './rows'

/**
 * Builds before this one queued whole rows of attendances and blocks. A phone that comes back with some says of each
 * only what its person changed: the rest may have been said anew on another device. What left this device before stays
 * as it was.
 */

/** @param rows what the server last told, which is what stood here when a change was made */
export function narrowAttendances(entries: readonly OutboxEntry[], rows: readonly AttendanceRow[]): OutboxEntry[] {
  const attended = new Map<string, Attendance>(rows.map(({ sessionId, ...row }) => [sessionId, row]))
  return inOrder(entries).map((entry) =>
    isEntryOf(entry, 'setAttendance') ? narrowAttendance(entry, attended) : entry,
  )
}

/** @param rows as for attendances */
export function narrowBlocks(entries: readonly OutboxEntry[], rows: readonly Block[]): OutboxEntry[] {
  const planned = new Map(rows.map((block) => [block.id, block]))
  return inOrder(entries).map((entry) => (isEntryOf(entry, 'setBlock') ? narrowBlock(entry, planned) : entry))
}

function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return entries.filter(({ refused }) => !refused).sort(byOrder)
}

function narrowAttendance(entry: EntryOf<'setAttendance'>, attended: Map<string, Attendance>): OutboxEntry {
  const { sessionId, ...said } = entry.mutation.args
  const before = attended.get(sessionId) ?? noAttendance
  const after = attendanceWith(before, said)
  attended.set(sessionId, after)
  const isWhole =
    !said.adds &&
    !said.asOf &&
    said.status !== undefined &&
    said.watchReplay !== undefined &&
    said.findSlides !== undefined
  return isWhole && !entry.sent
    ? { ...entry, mutation: { ...entry.mutation, args: { ...attendanceChange(before, after), sessionId } } }
    : entry
}

function narrowBlock(entry: EntryOf<'setBlock'>, planned: Map<string, Block>): OutboxEntry {
  const { args } = entry.mutation
  const before = planned.get(args.id)
  const after = blockWith(before, args)
  if (after) planned.set(after.id, after)
  const isWhole =
    !args.adds && !args.asOf && args.title !== undefined && args.startAt !== undefined && args.daily !== undefined
  return before && after && isWhole && !entry.sent
    ? { ...entry, mutation: { ...entry.mutation, args: blockChange(before, after) } }
    : entry
}
