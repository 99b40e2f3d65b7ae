import { attendanceChange, attendanceWith, blockChange, blockWith, noAttendance } from '@/lib/planning/said'
import type { Attendance, Block } from '@/lib/planning/schema'
import { byOrder, type EntryOf, type OutboxEntry } from './outbox'
import type { AttendanceRow } from './shown'

/** What the server last told, which is what stood here when a change was made. */
type Rows = { attendances: readonly AttendanceRow[]; blocks: readonly Block[] }

/**
 * Builds before this one queued whole rows of attendances and blocks. A phone that comes back with some says of each
 * only what its person changed: the rest may have been said anew on another device. What left this device before stays
 * as it was.
 */
export function withoutWholeRows(entries: readonly OutboxEntry[], { attendances, blocks }: Rows): OutboxEntry[] {
  const [attended, planned] = [
    new Map<string, Attendance>(attendances.map(({ sessionId, ...row }) => [sessionId, row])),
    new Map(blocks.map((block) => [block.id, block])),
  ]
  return entries
    .filter(({ refused }) => !refused)
    .sort(byOrder)
    .map((entry) => {
      if (isAttendance(entry)) return narrowAttendance(entry, attended)
      return isBlock(entry) ? narrowBlock(entry, planned) : entry
    })
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

function isAttendance(entry: OutboxEntry): entry is EntryOf<'setAttendance'> {
  return entry.mutation.name === 'setAttendance'
}

function isBlock(entry: OutboxEntry): entry is EntryOf<'setBlock'> {
  return entry.mutation.name === 'setBlock'
}
