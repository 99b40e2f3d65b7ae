import { randomUUID } from 'node:crypto'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { dayOfDate } from '@/lib/program/day-date'
import { isSameValue, snapshotSchema } from '@/lib/program/snapshot'
import { insertRows } from '../bring-in/insert-rows'
import { changeProgram, type ChangedProgram } from '../edit/conference-version'
import { findNames } from '../edit/known-names'
import { writeSessionPlaces } from '../edit/by-hand/place-sessions'
import type { EditedSession } from '../edit/by-hand/record-edits'
import { makeRelease } from '../edit/release'
import { changeOf } from '../read/list-changes'
import { planDraftUndo, type DraftUndoPlan, type PublishedNow } from './plan-draft-undo'
import type { Staying } from './undo'

type Tx = Prisma.TransactionClient
type Doing = { userId: string; now: Date }

/** What taking a published draft back would do; null where this release cannot be taken back (any more). */
export async function previewDraftUndo(
  db: Database,
  conferenceId: string,
  number: number,
): Promise<{ sessions: number; left: Staying[] } | null> {
  const release = await findPublished(db, conferenceId, number)
  if (!release) return null
  const { back, cancelled, left } = await planOf(db, conferenceId, release.version)
  return { sessions: back.length + cancelled.length, left }
}

/**
 * Takes a published draft back, in one transaction and as a release of its own: whoever was told of it is told of this
 * too, once. What was changed since stays; what was drawn is cancelled, since calendars may have it.
 * @param number of its release
 * @returns the number of the release that it makes, how many sessions it changes, and what was left as it is
 * @throws {AppError} NOT_FOUND; CONFLICT where it is no published draft, or was taken back before
 */
export function undoDraft(
  db: PrismaClient,
  granted: Granted<'editSchedule'>,
  number: number,
  now: Date,
): Promise<{ number: number; sessions: number; left: Staying[] }> {
  const { userId } = granted
  return changeProgram(
    db,
    granted,
    now,
    async (tx, program) => {
      const release = await findPublished(tx, program.id, number)
      if (!release) throw new AppError('CONFLICT', 'release')
      const { back, cancelled, left } = await planOf(tx, program.id, release.version)
      const edits = await writeSessionPlaces(tx, program, back, { userId, now })
      await leaveToSources(tx, edits)
      await cancel(tx, program, cancelled, { userId, now })
      const undone = { kind: 'undo', version: program.revision, userId, undoesId: release.id } as const
      return { number: await makeRelease(tx, program.id, undone, now), sessions: edits.length + cancelled.length, left }
    },
    { timeout: 60_000, maxWait: 60_000 },
  )
}

async function findPublished(db: Database, conferenceId: string, number: number) {
  const release = await db.release.findUnique({
    where: { conferenceId_number: { conferenceId, number } },
    select: { id: true, kind: true, version: true, undoneBy: { select: { id: true } } },
  })
  if (!release) throw new AppError('NOT_FOUND', 'release')
  return release.kind === 'draft' && !release.undoneBy ? release : null
}

async function planOf(db: Database, conferenceId: string, version: number): Promise<DraftUndoPlan> {
  const changes = await db.change.findMany({
    where: { conferenceId, version },
    orderBy: [{ session: { number: 'asc' } }, { id: 'asc' }],
  })
  const ids = [...new Set(changes.map(({ sessionId }) => sessionId))]
  const find = await findNames(db, conferenceId, 'rooms')
  return planDraftUndo(changes.map(changeOf), await readPublished(db, ids), find, version)
}

async function readPublished(db: Database, ids: string[]): Promise<PublishedNow[]> {
  const sessions = await db.session.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, status: true, dayOn: true, startAt: true, endAt: true, imported: true, revision: true },
      rooms: { select: { roomId: true }, orderBy: { position: 'asc' } },
    },
  })
  return sessions.map(({ dayOn, startAt, endAt, rooms, imported, status, ...session }) => ({
    ...session,
    isCancelled: status === 'cancelled',
    isImported: imported !== null,
    place: {
      dayOn: dayOfDate(dayOn),
      startAt: startAt?.toISOString() ?? null,
      endAt: endAt?.toISOString() ?? null,
      roomIds: rooms.map(({ roomId }) => roomId),
    },
  }))
}

/** What is again as its source says is nobody's decision any more. */
async function leaveToSources(tx: Tx, edits: readonly EditedSession[]): Promise<void> {
  const imported = edits.filter(({ isImported }) => isImported)
  const rows = await tx.session.findMany({
    where: { id: { in: imported.map(({ sessionId }) => sessionId) } },
    select: { id: true, imported: true },
  })
  const said = new Map(rows.map((row) => [row.id, snapshotSchema.partial().safeParse(row.imported).data]))
  const same = imported.flatMap(({ sessionId, fields }) =>
    fields.flatMap(({ field, new: value }) => {
      const word = said.get(sessionId)?.[field]
      return word !== undefined && isSameValue(word, value) ? [{ sessionId, field }] : []
    }),
  )
  if (same.length === 0) return
  await tx.$executeRaw`
    DELETE FROM "Override" o USING jsonb_to_recordset(${JSON.stringify(same)}::jsonb)
      AS r("sessionId" uuid, "field" text)
    WHERE o."sessionId" = r."sessionId" AND o."field" = r."field"`
}

async function cancel(tx: Tx, program: ChangedProgram, ids: readonly string[], { userId, now }: Doing): Promise<void> {
  await tx.session.updateMany({
    where: { id: { in: [...ids] } },
    data: { status: 'cancelled', cancelledAt: now, revision: program.revision },
  })
  const shared = { conferenceId: program.id, field: 'cancelled', version: program.revision, userId, createdAt: now }
  await insertRows(
    tx,
    'Change',
    ids.map((sessionId) => ({ ...shared, id: randomUUID(), sessionId })),
  )
}
