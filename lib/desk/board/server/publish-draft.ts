import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import { changeProgram, Unchanged, type ChangedProgram } from '@/lib/schedule/edit/conference-version'
import { makeRelease } from '@/lib/schedule/edit/release'
import { heldSince, holdAlerts } from '../../server/alert-hold'
import { holdDraft, raiseDraft } from './change-draft'
import { readMoves, type StoredMove } from './read-draft'
import { writePlaces } from './write-places'

type Tx = Prisma.TransactionClient

/** Which draft, of which programme, a publisher has looked at. */
export type SeenVersions = { draft: number; program: number }
export type GoneMove = { sessionId: string; title: string }
export type PublishOutcome =
  | {
      ok: true
      /** Of the release. */ number: number
      sessions: number
      /** Of sessions that are cancelled or deleted: they went with the draft. */ left: GoneMove[]
      /** Nobody is told: alerts are held back. */ isHeld: boolean
    }
  /**
   * Somebody moved meanwhile; the programme of what is moved changed meanwhile: look again. Or there is nothing (any
   * more) that could be published.
   */
  | { ok: false; reason: 'moved-meanwhile' | 'changed-meanwhile' | 'nothing-moved' }

/** A shifted programme of thousands of sessions goes in one piece. */
export const PATIENCE = { timeout: 60_000, maxWait: 60_000 }

/**
 * Publishes the draft: in one transaction, as one version and one release, so that each person is told once. On what
 * was imported each moved field becomes an override. The draft is empty then.
 * @param note what the publisher says of it
 * @param isSilent alerts are held back from now on, this one's too
 */
export function publishDraft(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  { seen, note, isSilent }: { seen: SeenVersions; note: string | null; isSilent: boolean },
  now: Date,
): Promise<PublishOutcome> {
  return changeProgram<PublishOutcome>(
    db,
    granted,
    now,
    async (tx, program) => {
      const version = await holdDraft(tx, program.id)
      const moves = version === null ? [] : await readMoves(tx, program.id)
      if (version === null || moves.length === 0) return new Unchanged({ ok: false, reason: 'nothing-moved' })
      if (await isMovedSince(tx, program.id, seen.draft)) return new Unchanged({ ok: false, reason: 'moved-meanwhile' })
      if (await isChangedSince(tx, program, moves, seen.program))
        return new Unchanged({ ok: false, reason: 'changed-meanwhile' })
      const published = await publishMoves(tx, program, moves, {
        ...{ granted, version, note, isSilent, now, isPlanned: false },
      })
      // What was planned for it is done.
      if (published) await tx.plannedRelease.deleteMany({ where: { conferenceId: program.id, endedAt: null } })
      return published ?? new Unchanged({ ok: false, reason: 'nothing-moved' })
    },
    PATIENCE,
  )
}

async function isMovedSince(tx: Tx, conferenceId: string, version: number): Promise<boolean> {
  const since = { OR: [{ discardedIn: 0, version: { gt: version } }, { discardedIn: { gt: version } }] }
  return (await tx.draftMove.count({ where: { conferenceId, ...since } })) > 0
}

async function isChangedSince(
  tx: Tx,
  { id: conferenceId }: ChangedProgram,
  moves: readonly StoredMove[],
  version: number,
): Promise<boolean> {
  const ids = moves.map(({ sessionId }) => sessionId)
  const where = { conferenceId, id: { in: ids }, revision: { gt: version } }
  return (await tx.session.count({ where })) > 0
}

type Publishing = {
  granted: Granted<'editSchedule'>
  /** The draft's. */ version: number
  note: string | null
  isSilent: boolean
  /** It comes by itself, at the time that was planned. */ isPlanned: boolean
  now: Date
}

/**
 * Publishes moves of a draft that is held, and takes them out of it.
 * @returns null where that changed nothing
 */
export async function publishMoves(
  tx: Tx,
  program: ChangedProgram,
  moves: readonly StoredMove[],
  { granted, version, note, isSilent, isPlanned, now }: Publishing,
): Promise<Extract<PublishOutcome, { ok: true }> | null> {
  const { userId } = granted
  const { written, gone } = await writePlaces(tx, program, moves, { userId, now })
  const ids = moves.map(({ sessionId }) => sessionId)
  await tx.draftMove.deleteMany({ where: { conferenceId: program.id, discardedIn: 0, sessionId: { in: ids } } })
  await raiseDraft(tx, program.id, version + 1)
  if (written === 0) return null
  if (isSilent) await holdAlerts(tx, granted, now)
  const release = { kind: 'draft', version: program.revision, userId, note: note ?? undefined, isPlanned } as const
  const number = await makeRelease(tx, program.id, release, now)
  const isHeld = (await heldSince(tx, program.id)) !== null
  const left = gone.map(({ sessionId, title }) => ({ sessionId, title }))
  return { ok: true, number, sessions: written, left, isHeld }
}
