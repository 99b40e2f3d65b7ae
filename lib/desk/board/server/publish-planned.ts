import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { grantedLater } from '@/lib/boundary/granted-later'
import type { Granted } from '@/lib/people/granted'
import { changeProgram, Unchanged } from '@/lib/schedule/edit/conference-version'
import { misfitOf, type LeftMove } from '../board'
import { holdDraft, raiseDraft } from './change-draft'
import { PATIENCE, publishMoves } from './publish-draft'
import { readMoves, type StoredMove } from './read-draft'
import { readSessions } from './read-sessions'

type Tx = Prisma.TransactionClient

/**
 * Publishes the drafts whose time has come, each as it is now: to be run every minute, by any number of processes, of
 * which one publishes it. What the programme itself moved meanwhile stays in the draft, what is gone goes with it, and
 * organizers are told of both. Where whoever planned it may no longer publish, nothing is published, and that is told.
 * @returns of how many conferences
 */
export async function publishPlanned(db: PrismaClient, now: () => Date): Promise<number> {
  const due = await db.plannedRelease.findMany({
    where: { endedAt: null, dueAt: { lte: now() }, draft: { conference: { deletedAt: null } } },
    select: { conferenceId: true, userId: true },
    orderBy: { dueAt: 'asc' },
  })
  for (const planned of due) {
    const granted = await grantedLater(db, planned, 'editSchedule')
    if (granted) await publishOne(db, granted, now())
    else await endUnpublished(db, planned.conferenceId, now())
  }
  return due.length
}

function publishOne(db: PrismaClient, granted: Granted<'editSchedule'>, now: Date): Promise<void> {
  return changeProgram<void>(
    db,
    granted,
    now,
    async (tx, program) => {
      const version = await holdDraft(tx, program.id)
      const planned = await tx.plannedRelease.findUnique({
        where: { conferenceId: program.id, endedAt: null, dueAt: { lte: now } },
      })
      // Another process was here first, or somebody called it off.
      if (version === null || !planned) return new Unchanged(undefined)
      const { fit, left } = await sortOut(tx, program.id)
      const { note, isSilent } = planned
      const publishing = { granted, version, note, isSilent, isPlanned: true, now }
      const published = fit.length > 0 ? await publishMoves(tx, program, fit, publishing) : null
      const why = left.length > 0 ? 'unfit' : fit.length > 0 ? 'unchanged' : 'empty'
      if (!published) await raiseDraft(tx, program.id, version + 1)
      await tx.plannedRelease.update({
        where: { conferenceId: program.id },
        data: { endedAt: now, ending: published ? 'published' : why, number: published?.number ?? null, left },
      })
      if (!published) return new Unchanged(undefined)
    },
    PATIENCE,
  )
}

/** What can be published as it was meant, with what is gone, of which nothing is left to decide; and what is left. */
async function sortOut(tx: Tx, conferenceId: string): Promise<{ fit: StoredMove[]; left: LeftMove[] }> {
  const moves = await readMoves(tx, conferenceId)
  const ids = moves.map(({ sessionId }) => sessionId)
  const sessions = await readSessions(tx, conferenceId, ids)
  const standing = new Map(
    sessions.flatMap(({ session, isCancelled }) => (isCancelled ? [] : [[session.id, session] as const])),
  )
  const whys = new Map(moves.map((move) => [move, misfitOf(move, standing.get(move.sessionId))]))
  return {
    fit: moves.filter((move) => whys.get(move) !== 'moved'),
    left: moves
      .flatMap((move) => {
        const why = whys.get(move)
        return why ? [{ title: move.title, why }] : []
      })
      .sort((a, b) => a.title.localeCompare(b.title)),
  }
}

async function endUnpublished(db: PrismaClient, conferenceId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const version = await holdDraft(tx, conferenceId)
    const { count } = await tx.plannedRelease.updateMany({
      where: { conferenceId, endedAt: null, dueAt: { lte: now } },
      data: { endedAt: now, ending: 'not-allowed' },
    })
    if (version !== null && count > 0) await raiseDraft(tx, conferenceId, version + 1)
  })
}
