import type { History } from '@/lib/sync/client/kind'
import { howOf, type Again } from '@/lib/sync/client/store/say-again'
import { attendanceChange, attendanceWith, blockChange, saidIn } from '../said'
import type { PulledAttendance, PulledBlock, PulledPick, PulledSeen } from './pulled'
import type { AttendanceRow, BlockRow, SeenRow, ServerPick } from './rows'

/** What of a plan a server that was put back is to hear again. */

/** @param told what the server says of it; absent: nothing */
export function pickAgain(
  { sessionId, conferenceId, rank, knownVersion, updatedAt }: ServerPick,
  told: PulledPick | undefined,
  isBehind: boolean,
): Again[] {
  const known = knownVersion === undefined ? {} : { knownVersion }
  const how = howOf(updatedAt, told, isBehind)
  const isOther = told?.rank !== rank || told.droppedAt !== null
  if (how && isOther) return [{ conferenceId, name: 'setPick', args: { sessionId, rank, ...known, ...how } }]
  // What was read of a change was read.
  const hasReadMore = !isOther && knownVersion !== undefined && knownVersion > (told.knownVersion ?? 0)
  return hasReadMore ? [{ conferenceId, name: 'setPick', args: { sessionId, knownVersion } }] : []
}

export function blockAgain(
  { updatedAt, ...block }: BlockRow,
  told: PulledBlock | undefined,
  isBehind: boolean,
): Again[] {
  const how = howOf(updatedAt, told, isBehind)
  const isOther =
    !told ||
    told.droppedAt !== null ||
    Object.keys(blockChange(told, block)).length > Object.keys({ id: '', conferenceId: '' }).length
  return how && isOther ? [{ conferenceId: block.conferenceId, name: 'setBlock', args: { ...block, ...how } }] : []
}

export function attendanceAgain(
  { sessionId, conferenceId, updatedAt, status, watchReplay, findSlides, reason = '' }: AttendanceRow,
  told: PulledAttendance | undefined,
  { isBehind, isSure }: History,
): Again[] {
  const how = howOf(updatedAt, told, isBehind)
  // Said later, but by a device that knew nothing of this one's wishes: what it left open is filled in.
  if (told && !how)
    return isSure ? wishesAgain({ sessionId, conferenceId, status, watchReplay, findSlides, reason }, told) : []
  const isOther =
    told?.status !== status ||
    told.watchReplay !== watchReplay ||
    told.findSlides !== findSlides ||
    (told.reason ?? '') !== reason
  return how && isOther
    ? [{ conferenceId, name: 'setAttendance', args: { sessionId, status, watchReplay, findSlides, reason, ...how } }]
    : []
}

function wishesAgain({ sessionId, conferenceId, ...held }: AttendanceRow, told: PulledAttendance): Again[] {
  const there = { ...told, reason: told.reason ?? undefined }
  const filled = attendanceWith(there, { ...saidIn(held), adds: true })
  return Object.keys(attendanceChange(there, filled)).length > 0
    ? [{ conferenceId, name: 'setAttendance', args: { ...saidIn(held), sessionId, adds: true } }]
    : []
}

export function seenAgain({ conferenceId, version }: SeenRow, told: PulledSeen | undefined): Again[] {
  return version > (told?.version ?? -1)
    ? [{ conferenceId, name: 'acknowledgeChanges', args: { conferenceId, version } }]
    : []
}
