import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { listCollisions, type Collision } from './collisions'
import { changeProgram, Unchanged } from './conference-version'
import { override } from './override'
import { requireInScope, type Editing } from '../scope'

/** Marks a session as cancelled, or takes that back; it keeps its id, its picks and its place in calendars. */
export async function setCancelled(
  db: PrismaClient,
  granted: Editing,
  sessionId: string,
  cancelled: boolean,
  now: Date,
): Promise<{ ok: true; collisions: Collision[] }> {
  const { conferenceId, userId } = granted
  return changeProgram(db, granted, now, async (tx, program) => {
    await requireInScope(tx, granted, [sessionId])
    const session = await tx.session.findUnique({
      where: { id: sessionId, conferenceId },
      select: { status: true, imported: true },
    })
    if (!session) throw new AppError('NOT_FOUND', 'session')
    if ((session.status === 'cancelled') === cancelled) return new Unchanged({ ok: true as const, collisions: [] })
    const status = cancelled ? 'cancelled' : 'confirmed'
    await tx.session.update({
      where: { id: sessionId },
      data: {
        status,
        cancelledAt: cancelled ? now : null,
        revision: program.revision,
      },
    })
    await tx.change.create({
      data: {
        conferenceId,
        sessionId,
        field: cancelled ? 'cancelled' : 'restored',
        version: program.revision,
        userId,
        createdAt: now,
      },
    })
    if (session.imported) await override(tx, { sessionId }, 'status', status, { userId, now })
    return { ok: true as const, collisions: await listCollisions(tx, sessionId) }
  })
}
