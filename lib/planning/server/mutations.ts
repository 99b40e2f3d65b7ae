import type { Prisma } from '@/generated/prisma/client'
import { requireAccess } from '@/lib/people/server/access'
import type { UserViewer } from '@/lib/people/server/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import { isStale, saidAt } from '../as-of'
import { nextRevision } from '@/lib/sync/server/pull-counter'
import { attendanceWith, blockChange, blockWith, noAttendance } from '../said'
import type { AcknowledgeChanges, Block, DropBlock, DropPick, SetAttendance, SetBlock } from '../schema'

// Whoever calls these holds the person's lock (pull-counter.ts).

type Transaction = Prisma.TransactionClient

/**
 * Drops a pick and leaves its tombstone. What was never picked, is dropped already, or is of a conference that I may no
 * longer see, is dropped all the same: it is my own row or none.
 */
export async function dropPick(tx: Transaction, userId: string, { sessionId }: DropPick, now: Date): Promise<void> {
  const standing = await tx.pick.count({ where: { userId, sessionId, droppedAt: null } })
  if (standing === 0) return
  const revision = await nextRevision(tx, userId)
  await tx.pick.update({
    where: { userId_sessionId: { userId, sessionId } },
    data: { revision, droppedAt: now, sequence: { increment: 1 }, updatedAt: now },
  })
}

/**
 * Makes a block, changes what is named of it, or brings it back. The same again writes nothing.
 * @throws {AppError} before anything is written: NOT_FOUND when there is no such conference for this person, or the
 * block is somebody else's; CONFLICT when it is of another conference; INVALID when there is none and not all of a new
 * one is named; FORBIDDEN
 */
export async function setBlock(tx: Transaction, viewer: UserViewer, said: SetBlock, now: Date): Promise<void> {
  const { id, conferenceId } = said
  await requireConference(tx, viewer, conferenceId)
  const kept = await tx.block.findUnique({ where: { id } })
  if (kept && kept.userId !== viewer.id) throw new AppError('NOT_FOUND', 'block')
  if (kept && kept.conferenceId !== conferenceId) throw new AppError('CONFLICT', 'block')
  if (isStale(said.asOf, kept)) return
  const before = kept ? blockOf(kept) : undefined
  // What was dropped elsewhere does not stand: saying it again brings it back.
  const next = blockWith(before, kept?.droppedAt ? { ...said, adds: undefined } : said)
  if (!next) throw new AppError('INVALID', 'block')
  if (
    before &&
    !kept?.droppedAt &&
    Object.keys(blockChange(before, next)).length === Object.keys({ id, conferenceId }).length
  )
    return
  const written = { title: next.title, startAt: new Date(next.startAt), endAt: new Date(next.endAt), daily: next.daily }
  const revision = await nextRevision(tx, viewer.id)
  // Never an upsert: it would write over what another person puts under the same id at the same moment.
  if (kept)
    await tx.block.update({
      where: { id },
      data: { ...written, revision, droppedAt: null, sequence: { increment: 1 }, updatedAt: saidAt(said.asOf, now) },
    })
  else
    await tx.block.create({
      data: { id, userId: viewer.id, conferenceId, ...written, revision, updatedAt: saidAt(said.asOf, now) },
    })
}

function blockOf({
  id,
  conferenceId,
  title,
  startAt,
  endAt,
  daily,
}: Omit<Block, 'startAt' | 'endAt'> & { startAt: Date; endAt: Date }): Block {
  return { id, conferenceId, title, startAt: startAt.toISOString(), endAt: endAt.toISOString(), daily }
}

/** Drops a block and leaves its tombstone; what is not mine, or not there, is left as it is. */
export async function dropBlock(tx: Transaction, userId: string, { id }: DropBlock, now: Date): Promise<void> {
  const standing = await tx.block.count({ where: { id, userId, droppedAt: null } })
  if (standing === 0) return
  await tx.block.update({
    where: { id },
    data: { revision: await nextRevision(tx, userId), droppedAt: now, sequence: { increment: 1 }, updatedAt: now },
  })
}

/**
 * Says what became of a session for me: what is not named stays. The same again writes nothing.
 * @throws {AppError} before anything is written: NOT_FOUND when there is no such session for this person, FORBIDDEN
 */
export async function setAttendance(
  tx: Transaction,
  viewer: UserViewer,
  { sessionId, ...said }: SetAttendance,
  now: Date,
): Promise<void> {
  const conference = await requirePlannable(tx, viewer, sessionId)
  const key = { userId_sessionId: { userId: viewer.id, sessionId } }
  const kept = await tx.attendance.findUnique({
    where: key,
    select: { status: true, watchReplay: true, findSlides: true, reason: true, statusAt: true, updatedAt: true },
  })
  if (isStale(said.asOf, kept)) return
  const {
    status,
    watchReplay,
    findSlides,
    reason = null,
  } = attendanceWith(kept ? { ...kept, reason: kept.reason ?? undefined } : noAttendance, said)
  if (
    kept &&
    kept.status === status &&
    kept.watchReplay === watchReplay &&
    kept.findSlides === findSlides &&
    kept.reason === reason
  )
    return
  const updatedAt = await attendanceSaidAt(tx, viewer.id, said.asOf, now)
  const written = {
    status,
    watchReplay,
    findSlides,
    reason,
    // A wish, or what a backup had, says nothing of where somebody is now.
    statusAt: said.status === undefined || said.adds ? kept?.statusAt : updatedAt,
    revision: await nextRevision(tx, viewer.id),
    updatedAt,
  }
  await tx.attendance.upsert({
    where: key,
    create: { userId: viewer.id, sessionId, conferenceId: conference.id, ...written },
    update: written,
  })
}

/** Later than what this person said before, also in the same push: where they are is what they said last. */
async function attendanceSaidAt(tx: Transaction, userId: string, asOf: string | undefined, now: Date): Promise<Date> {
  const at = saidAt(asOf, now)
  if (at < now) return at
  const { _max: last } = await tx.attendance.aggregate({ where: { userId }, _max: { updatedAt: true } })
  return last.updatedAt && last.updatedAt >= at ? new Date(last.updatedAt.getTime() + 1) : at
}

/**
 * Notes up to which version I have seen what changed. It goes back only where I undo what was noted last.
 * @throws {AppError} before anything is written: NOT_FOUND when there is no such conference for this person, FORBIDDEN
 */
export async function acknowledgeChanges(
  tx: Transaction,
  viewer: UserViewer,
  { conferenceId, version, undoes }: AcknowledgeChanges,
  now: Date,
): Promise<void> {
  await requireConference(tx, viewer, conferenceId)
  const key = { userId_conferenceId: { userId: viewer.id, conferenceId } }
  const kept = await tx.changeReceipt.findUnique({ where: key, select: { version: true } })
  if (undoes === undefined ? kept && kept.version >= version : kept?.version !== undoes || version >= undoes) return
  const said = { version, revision: await nextRevision(tx, viewer.id), updatedAt: now }
  await tx.changeReceipt.upsert({ where: key, create: { userId: viewer.id, conferenceId, ...said }, update: said })
}

async function requirePlannable(tx: Transaction, viewer: UserViewer, sessionId: string): Promise<{ id: string }> {
  const session = await tx.session.findUnique({
    where: { id: sessionId },
    select: { conference: { select: { id: true, visibility: true } } },
  })
  if (!session) throw new AppError('NOT_FOUND', 'session')
  await requireAccess(tx, viewer, session.conference, 'plan')
  return session.conference
}

async function requireConference(tx: Transaction, viewer: UserViewer, id: string): Promise<void> {
  const conference = await tx.conference.findUnique({ where: { id }, select: { id: true, visibility: true } })
  if (!conference) throw new AppError('NOT_FOUND', 'conference')
  await requireAccess(tx, viewer, conference, 'plan')
}
