import type { Prisma } from '@/generated/prisma/client'
import { requireAccess } from '@/lib/people/access'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import { nextRevision } from './pull-counter'
import type { AcknowledgeChanges, DropBlock, DropPick, SetAttendance, SetBlock } from './schema'

// Whoever calls these holds the person's lock (pull-counter.ts).

export type UserViewer = Extract<Viewer, { kind: 'user' }>

type Transaction = Prisma.TransactionClient

/**
 * Drops a pick and leaves its tombstone. What was never picked, is dropped already, or is of a conference that I may no
 * longer see, is dropped all the same: it is my own row or none.
 */
export async function dropPick(tx: Transaction, userId: string, { sessionId }: DropPick, now: Date): Promise<void> {
  const standing = await tx.pick.count({ where: { userId, sessionId, droppedAt: null } })
  if (standing === 0) return
  const revision = await nextRevision(tx, userId)
  await tx.pick.update({ where: { userId_sessionId: { userId, sessionId } }, data: { revision, droppedAt: now, sequence: { increment: 1 }, updatedAt: now } })
}

/**
 * Makes a block, changes it, or brings it back. The same again writes nothing.
 * @throws {AppError} before anything is written: NOT_FOUND when there is no such conference for this person, or the block is somebody else's; CONFLICT when it is of another conference; FORBIDDEN
 */
export async function setBlock(tx: Transaction, viewer: UserViewer, { id, conferenceId, title, startAt, endAt, daily }: SetBlock, now: Date): Promise<void> {
  await requireConference(tx, viewer, conferenceId)
  const kept = await tx.block.findUnique({ where: { id } })
  if (kept && kept.userId !== viewer.id) throw new AppError('NOT_FOUND', 'block')
  if (kept && kept.conferenceId !== conferenceId) throw new AppError('CONFLICT', 'block')
  const said = { title, startAt: new Date(startAt), endAt: new Date(endAt), daily }
  if (kept && !kept.droppedAt && kept.title === title && kept.daily === daily && kept.startAt.getTime() === said.startAt.getTime() && kept.endAt.getTime() === said.endAt.getTime()) return
  const revision = await nextRevision(tx, viewer.id)
  // Never an upsert: it would write over what another person puts under the same id at the same moment.
  if (kept) await tx.block.update({ where: { id }, data: { ...said, revision, droppedAt: null, sequence: { increment: 1 }, updatedAt: now } })
  else await tx.block.create({ data: { id, userId: viewer.id, conferenceId, ...said, revision, updatedAt: now } })
}

/** Drops a block and leaves its tombstone; what is not mine, or not there, is left as it is. */
export async function dropBlock(tx: Transaction, userId: string, { id }: DropBlock, now: Date): Promise<void> {
  const standing = await tx.block.count({ where: { id, userId, droppedAt: null } })
  if (standing === 0) return
  await tx.block.update({ where: { id }, data: { revision: await nextRevision(tx, userId), droppedAt: now, sequence: { increment: 1 }, updatedAt: now } })
}

/**
 * Says what became of a session for me. The same again writes nothing.
 * @throws {AppError} before anything is written: NOT_FOUND when there is no such session for this person, FORBIDDEN
 */
export async function setAttendance(tx: Transaction, viewer: UserViewer, { sessionId, status, watchReplay, findSlides, reason: given }: SetAttendance, now: Date): Promise<void> {
  const conference = await requirePlannable(tx, viewer, sessionId)
  const key = { userId_sessionId: { userId: viewer.id, sessionId } }
  const reason = given || null
  const kept = await tx.attendance.findUnique({ where: key })
  if (kept && kept.status === status && kept.watchReplay === watchReplay && kept.findSlides === findSlides && kept.reason === reason) return
  const said = { status, watchReplay, findSlides, reason, revision: await nextRevision(tx, viewer.id), updatedAt: now }
  await tx.attendance.upsert({ where: key, create: { userId: viewer.id, sessionId, conferenceId: conference.id, ...said }, update: said })
}

/**
 * Notes up to which version I have seen what changed. It goes back only where I undo what was noted last.
 * @throws {AppError} before anything is written: NOT_FOUND when there is no such conference for this person, FORBIDDEN
 */
export async function acknowledgeChanges(tx: Transaction, viewer: UserViewer, { conferenceId, version, undoes }: AcknowledgeChanges, now: Date): Promise<void> {
  await requireConference(tx, viewer, conferenceId)
  const key = { userId_conferenceId: { userId: viewer.id, conferenceId } }
  const kept = await tx.changeReceipt.findUnique({ where: key, select: { version: true } })
  if (undoes === undefined ? kept && kept.version >= version : kept?.version !== undoes || version >= undoes) return
  const said = { version, revision: await nextRevision(tx, viewer.id), updatedAt: now }
  await tx.changeReceipt.upsert({ where: key, create: { userId: viewer.id, conferenceId, ...said }, update: said })
}

async function requirePlannable(tx: Transaction, viewer: UserViewer, sessionId: string): Promise<{ id: string }> {
  const session = await tx.session.findUnique({ where: { id: sessionId }, select: { conference: { select: { id: true, visibility: true } } } })
  if (!session) throw new AppError('NOT_FOUND', 'session')
  await requireAccess(tx, viewer, session.conference, 'plan')
  return session.conference
}

async function requireConference(tx: Transaction, viewer: UserViewer, id: string): Promise<void> {
  const conference = await tx.conference.findUnique({ where: { id }, select: { id: true, visibility: true } })
  if (!conference) throw new AppError('NOT_FOUND', 'conference')
  await requireAccess(tx, viewer, conference, 'plan')
}
