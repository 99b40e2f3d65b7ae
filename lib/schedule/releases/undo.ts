import type { ProgramChange } from '@/lib/program/program-change'
import { isSameValue, sessionFields, type SessionField, type Snapshot } from '@/lib/program/snapshot'
import { compareSession, type SessionDiff, type StoredSession } from '../bring-in/diff'
import { changesBySession } from './compare'
import { valueOf } from './value'

/** What an undo does not take back: an organizer decided it since, or it is not any more as the import left it. */
export type Staying = { sessionId: string; field: SessionField | 'status'; why: 'decided-since' | 'changed-since' }

export type UndoPlan = { diffs: SessionDiff[]; left: Staying[] }

/**
 * What takes an import back, field by field: each session gets what its source said before, so that the same import
 * would bring it again. A session that came with it is cancelled, since calendars may have it; whatever somebody
 * decided since stays.
 * @param changes that the import wrote
 * @param stored the sessions of its source as they are now
 */
export function planUndo(changes: ProgramChange[], stored: StoredSession[]): UndoPlan {
  const sessions = new Map(stored.map((session) => [session.id, session]))
  const plans = [...changesBySession(changes)].flatMap(([id, own]) => {
    const session = sessions.get(id)
    return session ? [undoSession(session, own)] : []
  })
  return {
    diffs: plans.flatMap(({ diff }) => (diff.isNews ? [diff] : [])),
    left: plans.flatMap(({ left }) => left),
  }
}

function undoSession(session: StoredSession, changes: ProgramChange[]): { diff: SessionDiff; left: Staying[] } {
  const before: Snapshot = { ...session.imported }
  const left: Staying[] = []
  for (const { field, old, new: now } of changes) {
    const whatStays = staying(session, field, now)
    if (whatStays) left.push(whatStays)
    else if (field === 'cancelled' || field === 'restored') before.cancelled = field === 'restored'
    else if (field === 'added') before.cancelled = true
    else if (isSessionField(field)) putBack(before, field, old)
  }
  return { diff: compareSession(session, { sourceId: null, snapshot: before }), left }
}

function putBack(snapshot: Snapshot, field: SessionField, old: unknown): void {
  const value = valueOf(field, old)
  if (value !== undefined) Object.assign(snapshot, { [field]: value })
}

function staying(session: StoredSession, field: string, now: unknown): Staying | null {
  const sessionId = session.id
  if (field === 'added')
    // Somebody worked on it: it is theirs as well.
    return session.overridden.size > 0 ? { sessionId, field: 'status', why: 'decided-since' } : null
  if (field === 'cancelled' || field === 'restored') {
    if (session.overridden.has('status')) return { sessionId, field: 'status', why: 'decided-since' }
    const isAsLeft = session.imported.cancelled === (field === 'cancelled')
    return isAsLeft ? null : { sessionId, field: 'status', why: 'changed-since' }
  }
  if (!isSessionField(field)) return null
  if (session.overridden.has(field)) return { sessionId, field, why: 'decided-since' }
  const brought = valueOf(field, now)
  const isAsLeft = brought !== undefined && isSameValue(session.imported[field], brought)
  return isAsLeft ? null : { sessionId, field, why: 'changed-since' }
}

function isSessionField(field: string): field is SessionField {
  return sessionFields.some((known) => known === field)
}
