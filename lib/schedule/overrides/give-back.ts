import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { isSameValue, sessionFields, type OverridableField } from '@/lib/program/snapshot'
import { arrivalsOf } from '../bring-in/arriving-session'
import type { DiffKind, SessionDiff } from '../bring-in/diff'
import { writeSessions } from '../bring-in/import-sessions'
import { changeProgram, Unchanged, type ChangedProgram } from '../edit/conference-version'
import { requireInScope, type Editing } from '../scope'
import { findCalledNow } from './called-now'
import { ownFieldsOf, ownValuesOf, saidValues, shownOf, togetherWith, type OwnValues } from './fields'
import { decideAgain, decidedBefore, leaveToSource } from './given-back'
import { readSaid, type SaidAndShown } from './read-said'

type Tx = Prisma.TransactionClient
type Doing = { userId: string; now: Date }

/**
 * Lets a field that somebody decided be what the source says again, now and with every import; day, start and end go
 * together. It is a change like any edit.
 * @returns the version with which it changed, by which it can be taken again; null: it was the same
 * @throws {AppError} NOT_FOUND when nobody decided it (any more), or the session is of no source
 */
export function giveBack(
  db: PrismaClient,
  granted: Editing,
  { session, field }: { session: string; field: OverridableField },
  now: Date,
): Promise<{ version: number | null }> {
  return changeProgram<{ version: number | null }>(db, granted, now, async (tx, program) => {
    await requireInScope(tx, granted, [session])
    const said = await readSaid(tx, program.id, session)
    const fields = togetherWith(field).filter((one) => said.stored.overridden.has(one))
    if (fields.length === 0) throw new AppError('NOT_FOUND', 'override')
    await leaveToSource(tx, { sessionId: session }, fields, program.revision)
    const values = saidValues(said.stored.imported, fields)
    const isNews = await write(tx, program, said, values, { userId: granted.userId, now })
    return isNews ? { version: program.revision } : new Unchanged({ version: null })
  })
}

/**
 * Undoes that: the fields are again what was decided, and decided by whoever asks.
 * @param version as giveBack answered it
 * @throws {AppError} NOT_FOUND when nothing is given back by it (any more); CONFLICT when one of the fields, or what
 *   goes with it, was changed since
 */
export function takeAgain(
  db: PrismaClient,
  granted: Editing,
  { session, version }: { session: string; version: number },
  now: Date,
): Promise<void> {
  return changeProgram(db, granted, now, async (tx, program) => {
    await requireInScope(tx, granted, [session])
    const [said, of] = [await readSaid(tx, program.id, session), { sessionId: session }]
    const decided = ownValuesOf(await decidedBefore(tx, of, version))
    const fields = ownFieldsOf(decided).map(([field]) => field)
    const { called } = await findCalledNow(tx, program.id, saidValues(said.stored.imported, fields))
    const isAsLeft = ownFieldsOf(called).every(([field, value]) => isSameValue(value, shownOf(said.shown, field)))
    if (!isAsLeft || fields.flatMap(togetherWith).some((field) => said.stored.overridden.has(field)))
      throw new AppError('CONFLICT', 'override')
    const by = { userId: granted.userId, now }
    await write(tx, program, said, decided, by)
    await decideAgain(tx, of, version, by)
  })
}

/**
 * Writes some fields of a session as an import would, with its change; what its source says is left as it is.
 * @returns false where they are so already
 */
async function write(
  tx: Tx,
  program: ChangedProgram,
  { stored, shown, sourceId }: SaidAndShown,
  values: OwnValues,
  { userId, now }: Doing,
): Promise<boolean> {
  const snapshot = { ...stored.imported, ...values }
  const { places, speakerIds, called } = await findCalledNow(tx, program.id, values)
  const fields = sessionFields.flatMap((field) => {
    const value = called[field]
    return value === undefined || isSameValue(shown[field], value) ? [] : [{ field, old: shown[field], new: value }]
  })
  const kind = kindOf(values.cancelled ?? shown.cancelled, shown.cancelled, fields.length)
  if (kind === 'unchanged') return false
  const diff: SessionDiff = { kind, id: stored.id, sourceId: null, snapshot, fields, isNews: true }
  const given = new Set(ownFieldsOf(values).map(([field]) => field))
  const open = { ...stored, overridden: new Set([...stored.overridden].filter((field) => !given.has(field))) }
  const context = { sourceId, importRunId: null, userId, version: program.revision, places, now }
  await writeSessions(
    tx,
    arrivalsOf([diff], [open], () => speakerIds),
    { ...context, conference: program },
  )
  await tx.session.update({ where: { id: stored.id }, data: { imported: stored.imported } })
  return true
}

function kindOf(cancelled: boolean, wasCancelled: boolean, changes: number): DiffKind {
  if (cancelled !== wasCancelled) return cancelled ? 'cancelled' : 'restored'
  return changes > 0 ? 'changed' : 'unchanged'
}
