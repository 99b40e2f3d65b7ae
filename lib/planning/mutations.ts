import type { Prisma } from '@/generated/prisma/client'
import { requireAccess } from '@/lib/people/access'
import type { Viewer } from '@/lib/people/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import { lockPerson, nextRevision } from './pull-counter'
import type { DropPick, SetPick } from './schema'

export type UserViewer = Extract<Viewer, { kind: 'user' }>

/**
 * Picks a session, or changes the rank of a pick. The same again writes nothing.
 * @throws {AppError} before anything is written: NOT_FOUND when there is no such session for this person, FORBIDDEN
 */
export async function setPick(tx: Prisma.TransactionClient, viewer: UserViewer, { sessionId, rank }: SetPick, now: Date): Promise<void> {
  const conference = await requirePlannable(tx, viewer, sessionId)
  await lockPerson(tx, viewer.id)
  const key = { userId_sessionId: { userId: viewer.id, sessionId } }
  const kept = await tx.pick.findUnique({ where: key, select: { rank: true, droppedAt: true } })
  if (kept && !kept.droppedAt && kept.rank === rank) return
  const revision = await nextRevision(tx, viewer.id)
  await tx.pick.upsert({
    where: key,
    create: { userId: viewer.id, sessionId, conferenceId: conference.id, rank, revision, createdAt: now, updatedAt: now },
    update: { rank, revision, droppedAt: null, sequence: { increment: 1 }, updatedAt: now },
  })
}

/**
 * Drops a pick and leaves its tombstone. What was never picked, is dropped already, or is of a conference that I may no
 * longer see, is dropped all the same: it is my own row or none.
 */
export async function dropPick(tx: Prisma.TransactionClient, userId: string, { sessionId }: DropPick, now: Date): Promise<void> {
  await lockPerson(tx, userId)
  const standing = await tx.pick.count({ where: { userId, sessionId, droppedAt: null } })
  if (standing === 0) return
  const revision = await nextRevision(tx, userId)
  await tx.pick.update({ where: { userId_sessionId: { userId, sessionId } }, data: { revision, droppedAt: now, sequence: { increment: 1 }, updatedAt: now } })
}

async function requirePlannable(tx: Prisma.TransactionClient, viewer: UserViewer, sessionId: string): Promise<{ id: string }> {
  const session = await tx.session.findUnique({ where: { id: sessionId }, select: { conference: { select: { id: true, visibility: true } } } })
  if (!session) throw new AppError('NOT_FOUND', 'session')
  await requireAccess(tx, viewer, session.conference, 'plan')
  return session.conference
}
