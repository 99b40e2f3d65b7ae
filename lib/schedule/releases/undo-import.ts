import type { PrismaClient } from '@/generated/prisma/client'
import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { Snapshot } from '@/lib/program/snapshot'
import { arrivalsOf } from '../bring-in/arriving-session'
import { linkContainers } from '../bring-in/containers'
import { bringPlaces } from '../bring-in/import-places'
import { IMPORT_TRANSACTION } from '../bring-in/import-program'
import { writeSessions } from '../bring-in/import-sessions'
import { listStoredSessions, type StoredRow } from '../bring-in/stored-sessions'
import { lockConference, raiseVersion } from '../edit/conference-version'
import { ensureSpeakers } from '../edit/ensure-speakers'
import { makeRelease } from '../edit/release'
import { changeOf } from '../read/list-changes'
import { placesIn } from './places-in'
import { planUndo, type Staying, type UndoPlan } from './undo'

/** What an undo would do, before it does it; null where this release cannot be taken back (any more). */
export async function previewUndo(db: Database, conferenceId: string, number: number): Promise<UndoPlan | null> {
  const release = await findUndoable(db, conferenceId, number)
  return release && (await planOf(db, release)).plan
}

/**
 * Takes the last import of a source back, in one transaction and as a release of its own: whoever was told of the
 * import is told of this too.
 * @param number of the import's release
 * @returns the number of the release that it makes, and what was left as it is
 * @throws {AppError} NOT_FOUND; CONFLICT where it was taken back before, or its source was imported again since
 */
export function undoImport(
  db: PrismaClient,
  { conferenceId, userId }: Granted<'import'>,
  number: number,
  now: Date,
): Promise<{ number: number; sessions: number; left: Staying[] }> {
  return db.$transaction(async (tx) => {
    const conference = await lockConference(tx, conferenceId)
    const release = await findUndoable(tx, conferenceId, number)
    if (!release) throw new AppError('CONFLICT', 'release')
    const { plan, stored } = await planOf(tx, release)
    const version = conference.version + 1
    const snapshots = plan.diffs.map(({ snapshot }) => snapshot)
    const places = await bringPlaces(tx, conferenceId, placesIn(snapshots), null)
    const speakers = new Map<Snapshot, string[]>()
    for (const { snapshot, fields } of plan.diffs)
      if (fields.some(({ field }) => field === 'speakers'))
        speakers.set(snapshot, await ensureSpeakers(tx, conferenceId, snapshot.speakers))
    const arrivals = arrivalsOf(plan.diffs, stored, ({ snapshot }) => speakers.get(snapshot) ?? [])
    const context = { conference, sourceId: release.sourceId, importRunId: null, userId, version, places, now }
    await writeSessions(tx, arrivals, context)
    await linkContainers(tx, conferenceId, version)
    await raiseVersion(tx, conference, now)
    const made = await makeRelease(tx, conferenceId, { kind: 'undo', version, userId, undoesId: release.id }, now)
    return { number: made, sessions: plan.diffs.length, left: plan.left }
  }, IMPORT_TRANSACTION)
}

type Undoable = { id: string; importRunId: string; sourceId: string }

/** The release, if it is the last import of its source that still stands. */
async function findUndoable(db: Database, conferenceId: string, number: number): Promise<Undoable | null> {
  const release = await db.release.findUnique({
    where: { conferenceId_number: { conferenceId, number } },
    select: { id: true, importRun: { select: { id: true, sourceId: true } }, undoneBy: { select: { id: true } } },
  })
  if (!release) throw new AppError('NOT_FOUND', 'release')
  if (!release.importRun || release.undoneBy) return null
  const { id: importRunId, sourceId } = release.importRun
  const later = await db.release.findFirst({
    where: { conferenceId, number: { gt: number }, undoneBy: null, importRun: { sourceId } },
    select: { id: true },
  })
  return later ? null : { id: release.id, importRunId, sourceId }
}

async function planOf(db: Database, release: Undoable): Promise<{ plan: UndoPlan; stored: StoredRow[] }> {
  const rows = await db.change.findMany({
    where: { importRunId: release.importRunId },
    orderBy: [{ sessionId: 'asc' }, { id: 'asc' }],
  })
  const stored = await listStoredSessions(db, release.sourceId)
  return { plan: planUndo(rows.map(changeOf), stored), stored }
}
