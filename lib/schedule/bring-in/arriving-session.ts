import { randomUUID } from 'node:crypto'
import type { LockedConference } from '../edit/conference-version'
import type { SessionDiff } from './diff'
import type { Places } from './import-places'
import type { StoredRow } from './stored-sessions'

/**
 * One session of an import on its way into the database. `speakerIds` and the rest are of the conference, no longer of
 * the program.
 */
export type ArrivingSession = SessionDiff & { id: string; stored: StoredRow | null; speakerIds: string[] }

export type ImportContext = {
  conference: LockedConference
  sourceId: string
  /** Null: they come back by an undo. */
  importRunId: string | null
  userId: string | null
  version: number
  places: Places
  now: Date
}

/** Gives every entry of a diff the id under which its session is, or will be, stored. */
export function arrivalsOf(
  diffs: SessionDiff[],
  stored: StoredRow[],
  speakerIdsOf: (diff: SessionDiff) => string[],
): ArrivingSession[] {
  const rows = new Map(stored.map((session) => [session.id, session]))
  return diffs.map((diff) => ({
    ...diff,
    id: diff.id ?? randomUUID(),
    stored: diff.id === null ? null : (rows.get(diff.id) ?? null),
    speakerIds: speakerIdsOf(diff),
  }))
}
