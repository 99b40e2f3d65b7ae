import type { PulledPhoto } from '@/lib/notes/pictures/pulled-photo'
import { attendanceChange, attendanceWith, blockChange, saidIn } from '@/lib/planning/said'
import type { PullAnswer } from '../../answers'
import type { Change } from './recorder'
import type { PhotoRow } from '../photos/photo-rows'
import type { AttendanceRow, BlockRow, SeenRow, ServerPick } from './shown'

/**
 * What a server that was put back to before is to hear again: pure. It told this device of rows that it may not have
 * any more, or as they were earlier. Nothing is taken from it: what it has of later than the device's stands, and what
 * only the device has comes back.
 */

/** What this device was told before, and holds. */
export type Held = {
  picks: readonly ServerPick[]
  blocks: readonly BlockRow[]
  attendances: readonly AttendanceRow[]
  seen: readonly SeenRow[]
  photos: readonly PhotoRow[]
}
export type Again = Change & { conferenceId: string }

/**
 * How a server stands to what it told this device before. `isBehind`: its counter is below: what it has and a build of
 * before holds otherwise is older. `isSure`: it was put back; else it may know everything.
 */
export type History = { isBehind: boolean; isSure: boolean }

export function sayAgain(held: Held, told: PullAnswer, { isBehind, isSure }: History): Again[] {
  const [picks, blocks, attendances] = [
    by(told.picks, ({ sessionId }) => sessionId),
    by(told.blocks, ({ id }) => id),
    by(told.attendances, ({ sessionId }) => sessionId),
  ]
  const [seen, photos] = [by(told.seen, ({ conferenceId }) => conferenceId), by(told.photos, ({ id }) => id)]
  return [
    ...held.picks.flatMap((row) => pickAgain(row, picks.get(row.sessionId), isBehind)),
    ...held.blocks.flatMap((row) => blockAgain(row, blocks.get(row.id), isBehind)),
    ...held.attendances.flatMap((row) => attendanceAgain(row, attendances.get(row.sessionId), { isBehind, isSure })),
    ...held.seen
      .filter(({ conferenceId, version }) => version > (seen.get(conferenceId)?.version ?? -1))
      .map((args): Again => ({ conferenceId: args.conferenceId, name: 'acknowledgeChanges', args })),
    ...held.photos
      .filter(({ mine, deletedAt }) => mine && !deletedAt)
      .flatMap((row) => photoAgain(row, photos.get(row.id))),
  ]
}

function pickAgain(
  { sessionId, conferenceId, rank, knownVersion, updatedAt }: ServerPick,
  told: PullAnswer['picks'][number] | undefined,
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

function blockAgain(
  { updatedAt, ...block }: BlockRow,
  told: PullAnswer['blocks'][number] | undefined,
  isBehind: boolean,
): Again[] {
  const how = howOf(updatedAt, told, isBehind)
  const isOther =
    !told ||
    told.droppedAt !== null ||
    Object.keys(blockChange(told, block)).length > Object.keys({ id: '', conferenceId: '' }).length
  return how && isOther ? [{ conferenceId: block.conferenceId, name: 'setBlock', args: { ...block, ...how } }] : []
}

function attendanceAgain(
  { sessionId, conferenceId, updatedAt, status, watchReplay, findSlides, reason = '' }: AttendanceRow,
  told: PullAnswer['attendances'][number] | undefined,
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

function wishesAgain(
  { sessionId, conferenceId, ...held }: AttendanceRow,
  told: PullAnswer['attendances'][number],
): Again[] {
  const there = { ...told, reason: told.reason ?? undefined }
  const filled = attendanceWith(there, { ...saidIn(held), adds: true })
  return Object.keys(attendanceChange(there, filled)).length > 0
    ? [{ conferenceId, name: 'setAttendance', args: { ...saidIn(held), sessionId, adds: true } }]
    : []
}

function photoAgain(
  { id, noteId, conferenceId, takenAt, mediaType, width, height, caption, updatedAt }: PhotoRow,
  told: PulledPhoto | undefined,
): Again[] {
  const asOf = howOf(updatedAt, told, false)?.asOf
  const isOther =
    !told ||
    (asOf !== undefined &&
      (told.deletedAt !== null || told.noteId !== noteId || (told.caption ?? undefined) !== caption))
  return isOther
    ? [
        {
          conferenceId,
          name: 'setPhoto',
          args: { id, noteId, takenAt, mediaType, width, height, caption: caption ?? '', ...(asOf && { asOf }) },
        },
      ]
    : []
}

/** In which way a row is said again; null: what the server has is as late, or later. */
function howOf(
  updatedAt: string | undefined,
  told: { updatedAt?: string | undefined } | undefined,
  isBehind: boolean,
): { asOf?: string; adds?: true } | null {
  if (!told) return updatedAt === undefined ? { adds: true } : { asOf: updatedAt }
  // A row of a build that kept no times.
  if (updatedAt === undefined || told.updatedAt === undefined) return isBehind ? {} : null
  return Date.parse(updatedAt) > Date.parse(told.updatedAt) ? { asOf: updatedAt } : null
}

function by<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]))
}
