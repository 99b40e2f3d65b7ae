import type { PulledPhoto } from '@/lib/notes/pulled-photo'
import { blockChange } from '@/lib/planning/said'
import type { PullAnswer } from '../answers'
import type { Change } from './recorder'
import type { PhotoRow } from './photo-rows'
import type { AttendanceRow, BlockRow, SeenRow, ServerPick } from './shown'

/**
 * What a server that was put back to before is to hear again: pure. It told this device of rows that it may not have any more, or as they were
 * earlier. Nothing is taken from it: what it has of later than the device's stands, and what only the device has comes back.
 */

/** What this device was told before, and holds. */
export type Held = { picks: readonly ServerPick[]; blocks: readonly BlockRow[]; attendances: readonly AttendanceRow[]; seen: readonly SeenRow[]; photos: readonly PhotoRow[] }
export type Again = Change & { conferenceId: string }

/** @param isBehind the server's counter is below this device's: what it has and a build of before holds otherwise is older */
export function sayAgain(held: Held, told: PullAnswer, isBehind: boolean): Again[] {
  const [picks, blocks, attendances] = [by(told.picks, ({ sessionId }) => sessionId), by(told.blocks, ({ id }) => id), by(told.attendances, ({ sessionId }) => sessionId)]
  const [seen, photos] = [by(told.seen, ({ conferenceId }) => conferenceId), by(told.photos, ({ id }) => id)]
  return [
    ...held.picks.flatMap((row) => pickAgain(row, picks.get(row.sessionId), isBehind)),
    ...held.blocks.flatMap((row) => blockAgain(row, blocks.get(row.id), isBehind)),
    ...held.attendances.flatMap((row) => attendanceAgain(row, attendances.get(row.sessionId), isBehind)),
    ...held.seen.filter(({ conferenceId, version }) => version > (seen.get(conferenceId)?.version ?? -1)).map((args): Again => ({ conferenceId: args.conferenceId, name: 'acknowledgeChanges', args })),
    ...held.photos.filter(({ mine, deletedAt }) => mine && !deletedAt).flatMap((row) => photoAgain(row, photos.get(row.id))),
  ]
}

function pickAgain({ sessionId, conferenceId, rank, knownVersion, updatedAt }: ServerPick, told: PullAnswer['picks'][number] | undefined, isBehind: boolean): Again[] {
  const known = knownVersion === undefined ? {} : { knownVersion }
  const how = howOf(updatedAt, told, isBehind)
  const isOther = told?.rank !== rank || told.droppedAt !== null
  if (how && isOther) return [{ conferenceId, name: 'setPick', args: { sessionId, rank, ...known, ...how } }]
  // What was read of a change was read.
  const hasReadMore = !isOther && knownVersion !== undefined && knownVersion > (told.knownVersion ?? 0)
  return hasReadMore ? [{ conferenceId, name: 'setPick', args: { sessionId, knownVersion } }] : []
}

function blockAgain({ updatedAt, ...block }: BlockRow, told: PullAnswer['blocks'][number] | undefined, isBehind: boolean): Again[] {
  const how = howOf(updatedAt, told, isBehind)
  const isOther = !told || told.droppedAt !== null || Object.keys(blockChange(told, block)).length > Object.keys({ id: '', conferenceId: '' }).length
  return how && isOther ? [{ conferenceId: block.conferenceId, name: 'setBlock', args: { ...block, ...how } }] : []
}

function attendanceAgain({ sessionId, conferenceId, updatedAt, status, watchReplay, findSlides, reason = '' }: AttendanceRow, told: PullAnswer['attendances'][number] | undefined, isBehind: boolean): Again[] {
  const how = howOf(updatedAt, told, isBehind)
  const isOther = told?.status !== status || told.watchReplay !== watchReplay || told.findSlides !== findSlides || (told.reason ?? '') !== reason
  return how && isOther ? [{ conferenceId, name: 'setAttendance', args: { sessionId, status, watchReplay, findSlides, reason, ...how } }] : []
}

function photoAgain({ id, noteId, conferenceId, takenAt, mediaType, width, height, caption, updatedAt }: PhotoRow, told: PulledPhoto | undefined): Again[] {
  const asOf = howOf(updatedAt, told, false)?.asOf
  const isOther = !told || (asOf !== undefined && (told.deletedAt !== null || told.noteId !== noteId || (told.caption ?? undefined) !== caption))
  return isOther ? [{ conferenceId, name: 'setPhoto', args: { id, noteId, takenAt, mediaType, width, height, caption: caption ?? '', ...(asOf && { asOf }) } }] : []
}

/** In which way a row is said again; null: what the server has is as late, or later. */
function howOf(updatedAt: string | undefined, told: { updatedAt?: string | undefined } | undefined, isBehind: boolean): { asOf?: string; adds?: true } | null {
  if (!told) return updatedAt === undefined ? { adds: true } : { asOf: updatedAt }
  // A row of a build that kept no times.
  if (updatedAt === undefined || told.updatedAt === undefined) return isBehind ? {} : null
  return Date.parse(updatedAt) > Date.parse(told.updatedAt) ? { asOf: updatedAt } : null
}

function by<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]))
}
