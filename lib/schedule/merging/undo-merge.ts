import type { Merge, Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { AppError } from '@/lib/platform/errors'
import { changeProgram, type ChangedProgram } from '../edit/conference-version'
import { sayDifferent } from '../edit/different-parts'
import { makeRelease } from '../edit/release'
import { joinCalendars } from '../edit/revise-entries'
import { loadBecame } from '@/lib/program/became'
import { listMergesInto } from './merges-into'
import { mergedKinds, type MergedKind } from './kinds'
import { moveThings, returnNames } from './move'
import { movedSchema, type WhatMoved } from './moved'
import { emptyAgain, requirePart, setArchived, type MergedPart } from './parts'
import { returnSessions } from './take-apart'

type Tx = Prisma.TransactionClient
type Doing = { userId: string; now: Date }

/** What was taken back so soon, nobody has walked by. */
const NEWS_AFTER_MS = 10 * 60_000

/**
 * Takes a merge back, as a release: the part is one again with its id, its addresses and names, what hung on it, and
 * the sessions that are its own by now. What has come to the other since stays there.
 * @param isTwo whether it is kept that they are two, so that nobody is asked again
 * @throws {AppError} NOT_FOUND; CONFLICT when it was taken back before
 */
export function undoMerge(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  mergeId: string,
  now: Date,
  isTwo = false,
): Promise<{ sessions: number }> {
  return changeProgram(db, granted, now, async (tx, program) => {
    const merge = await tx.merge.findUnique({ where: { id: mergeId, conferenceId: program.id } })
    if (!merge) throw new AppError('NOT_FOUND', 'merge')
    if (isTwo) await sayDifferent(tx, program.id, merge.partId, merge.intoId)
    return takeBack(tx, program, merge, { userId: granted.userId, now })
  })
}

/** The same, in a change of a programme. */
export async function takeBack(
  tx: Tx,
  { id: conferenceId, revision }: ChangedProgram,
  merge: Merge,
  { userId, now }: Doing,
): Promise<{ sessions: number }> {
  if (merge.undoneAt) throw new AppError('CONFLICT', 'merge')
  const kind = kindOf(merge)
  const moved = movedSchema.parse(merge.moved)
  const became = await loadBecame(tx, conferenceId, kind)
  const part = await requirePart(tx, conferenceId, kind, merge.partId, 'put-away')
  const holder = await requirePart(tx, conferenceId, kind, became(merge.intoId), 'standing')
  const move = { kind, fromId: holder.id, toId: part.id }
  await setArchived(tx, kind, part.id, null)
  await joinCalendars(tx, { fromId: holder.id, intoId: part.id, isParting: true }, now)
  await tx.merge.update({ where: { id: merge.id }, data: { undoneAt: now } })
  await returnNames(tx, move, merge.id, await listMergesInto(tx, conferenceId, kind, part.id))
  await returnAddresses(tx, { conferenceId, kind, part, holderId: holder.id }, moved.addresses)
  await moveThings(tx, move, moved)
  await emptyAgain(tx, merge.intoId, moved.filled)
  const isTold = now.getTime() - merge.createdAt.getTime() > NEWS_AFTER_MS
  const apart = { conferenceId, kind, part, holder }
  const sessions = await returnSessions(tx, apart, moved, { revision, userId, now, isTold })
  const undone = await tx.release.findUnique({ where: { mergeId: merge.id }, select: { id: true } })
  await makeRelease(tx, conferenceId, { kind: 'undo', version: revision, userId, undoesId: undone?.id }, now)
  return { sessions }
}

/** The part's own address is its page's again, and those that it had before lead to it. */
export async function returnAddresses(
  tx: Tx,
  {
    conferenceId,
    kind,
    part,
    holderId,
  }: { conferenceId: string; kind: MergedKind; part: MergedPart; holderId: string },
  former: WhatMoved['addresses'],
): Promise<void> {
  await tx.addressAlias.deleteMany({ where: { conferenceId, kind, slug: part.slug } })
  await tx.addressAlias.updateMany({
    // What has been merged elsewhere since leads there.
    where: { conferenceId, kind, slug: { in: former }, partId: holderId },
    data: { partId: part.id },
  })
}

function kindOf({ kind }: Merge): MergedKind {
  const found = mergedKinds.find((merged) => merged === kind)
  if (!found) throw new AppError('NOT_FOUND', 'merge')
  return found
}
