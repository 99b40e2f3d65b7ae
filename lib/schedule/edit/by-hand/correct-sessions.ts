import type { Prisma } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { isSameValue } from '@/lib/program/snapshot'
import { writableSessions, type Editing } from '../../scope'
import { recordEdits } from './record-edits'
import type { ChangedProgram } from '../conference-version'
import { namedPlaces, ofStandingPlaces, type PlaceNames } from './named-places'
import type { SessionEdit } from '../schema'
import { editedColumns, editedFields, readFields, wantedFields, type StandingSession } from '../session-fields'
import { writeRooms, writeSpeakers } from './session-lists'
import { sessionTimes, type SessionTimes, type WrongTimes } from '../session-times'

type Tx = Prisma.TransactionClient
export type AskedSession = { id: string; edit: SessionEdit }
/** What became of a session; a refusal where it is not whoever asks' to write, or not there. */
export type CorrectedSession =
  | { ok: true; number: number; twice: string[]; hasChanged: boolean }
  | WrongTimes
  | { ok: false; reason: 'refused'; error: AppError }

/**
 * Corrects sessions within a change of the programme, however many there are in a few statements. On what was imported
 * each field that changes becomes an override, which later imports keep. What cannot be is left as it is.
 * @returns what became of each
 * @throws {AppError} NOT_FOUND when a track or a room is of another conference, or of none
 */
export async function correctSessions(
  tx: Tx,
  program: ChangedProgram,
  granted: Editing,
  asked: readonly AskedSession[],
  now: Date,
): Promise<CorrectedSession[]> {
  const { conferenceId, userId } = granted
  const ids = asked.map(({ id }) => id)
  const given = asked.map(({ edit }) => edit)
  const edits = await ofStandingPlaces(tx, conferenceId, given)
  const [scope, stored, places] = [
    await writableSessions(tx, granted, ids),
    await readFields(tx, conferenceId, ids),
    await namedPlaces(tx, conferenceId, edits),
  ]
  const decided = edits.map((edit, nth) => {
    const [id, standing, named] = [ids[nth] ?? '', stored.get(ids[nth] ?? ''), places[nth]]
    if (!scope.isInside(id) || !scope.mayBeIn(edit.track)) return refused(new AppError('FORBIDDEN', 'scope'))
    if (!standing || !named) return refused(new AppError('NOT_FOUND', 'session'))
    return decide({ sessionId: id, edit, standing, places: named }, program.timeZone)
  })
  const changed = decided.flatMap((one) => ('fields' in one && one.fields.length > 0 ? [one] : []))
  await storeColumns(tx, program, changed)
  const whose = (field: 'rooms' | 'speakers') =>
    changed.filter(({ fields }) => fields.some((one) => one.field === field))
  await writeRooms(tx, whose('rooms'))
  await writeSpeakers(tx, conferenceId, whose('speakers'))
  await recordEdits(tx, changed, { conferenceId, version: program.revision, userId, now })
  return decided.map((one) =>
    'fields' in one ? { ok: true, number: one.number, twice: one.times.twice, hasChanged: one.fields.length > 0 } : one,
  )
}

function refused(error: AppError) {
  return { ok: false as const, reason: 'refused' as const, error }
}

type Wanted = { sessionId: string; edit: SessionEdit; standing: StandingSession; places: PlaceNames }

/** Which fields of a session are to say something else. */
function decide({ sessionId, edit, standing, places }: Wanted, timeZone: string) {
  const times = sessionTimes(edit, timeZone, standing.fields)
  if ('ok' in times) return times
  const wanted = wantedFields(edit, times, places, standing.fields)
  const fields = editedFields.flatMap((field) => {
    const [old, next] = [standing.fields[field], wanted[field]]
    return isSameValue(old, next) ? [] : [{ field, old, new: next }]
  })
  const { number, imported: isImported, roomIds } = standing
  return { sessionId, edit, times, fields, number, isImported, roomIds }
}

async function storeColumns(
  tx: Tx,
  { revision }: ChangedProgram,
  changed: readonly { sessionId: string; edit: SessionEdit; times: SessionTimes }[],
): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ sessionId, edit, times }) => ({ id: sessionId, ...editedColumns(edit, times) }))
  await tx.$executeRaw`
    UPDATE "Session" s SET "title" = r."title", "description" = r."description", "kind" = r."kind",
      "language" = r."language", "capacity" = r."capacity", "level" = r."level", "flags" = r."flags",
      "trackId" = r."trackId", "dayOn" = r."dayOn", "startAt" = r."startAt", "endAt" = r."endAt",
      "revision" = ${revision}
    FROM jsonb_populate_recordset(NULL::"Session", ${JSON.stringify(rows)}::jsonb) AS r WHERE s."id" = r."id"`
}
