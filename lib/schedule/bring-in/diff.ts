import { matchSessions } from './identity'
import {
  isSameValue,
  sessionFields,
  type FieldValue,
  type OverridableField,
  type SessionField,
  type Snapshot,
} from '@/lib/program/snapshot'

/** A session as it is stored, seen from its source. */
export type StoredSession = {
  id: string
  sourceKeys: string[]
  /** What the source said last. */
  imported: Snapshot
  /** What an organizer decided: the source has no say in it any more. */
  overridden: ReadonlySet<OverridableField>
}

export type IncomingSession = { sourceId: string | null; snapshot: Snapshot }

export type FieldChange = { field: SessionField; old: FieldValue; new: FieldValue }

export const diffKinds = ['added', 'changed', 'cancelled', 'restored', 'unchanged'] as const
export type DiffKind = (typeof diffKinds)[number]
export type DiffCounts = Record<DiffKind, number>

/** What becomes of one session. */
export type SessionDiff = {
  kind: DiffKind
  /** The stored session; null for an added one. */
  id: string | null
  sourceId: string | null
  /** What the source says now. */
  snapshot: Snapshot
  /** What people would see change; fields that an organizer decided are not among them. */
  fields: FieldChange[]
  /** Must anything be written? True also where only overridden fields moved. */
  isNews: boolean
}

/**
 * Compares a source's sessions as stored with what it says now. A session that the source does not name any more is
 * cancelled; one that comes back is restored. Pass the sessions of that one source only: nothing else can be cancelled
 * by it.
 * @returns one entry for each incoming session, in their order, then those that vanished; what was cancelled already
 * and stays away has none
 */
export function diffSessions(stored: StoredSession[], incoming: IncomingSession[]): SessionDiff[] {
  const matches = matchSessions(
    stored.map(identityOf),
    incoming.map((session) => ({ ...session.snapshot, sourceId: session.sourceId, session })),
  )
  const found = new Map([...matches].map(([{ session }, { stored: match }]) => [session, match]))
  const known = new Set(found.values())
  return [
    ...incoming.map((session) => compareSession(found.get(session), session)),
    ...stored.filter((session) => !known.has(session) && !session.imported.cancelled).map(vanish),
  ]
}

/** How many sessions of each kind. */
export function countDiffs(diffs: SessionDiff[]): DiffCounts {
  const counts: DiffCounts = { added: 0, changed: 0, cancelled: 0, restored: 0, unchanged: 0 }
  for (const { kind } of diffs) counts[kind]++
  return counts
}

/**
 * Names one change of an import, for whoever leaves it out: the same in the preview and when it is let in, wherever it
 * stands in the file.
 */
export function changeKey({ id, sourceId, snapshot }: SessionDiff): string {
  const { title, dayOn, startAt, rooms } = snapshot
  return id ?? [sourceId, title, dayOn, startAt, ...rooms].join('|')
}

function identityOf(stored: StoredSession) {
  return { ...stored.imported, id: stored.id, sourceKeys: stored.sourceKeys, stored }
}

/** What becomes of one session, by what its source says of it; of one that is not stored: it is added. */
export function compareSession(
  stored: StoredSession | undefined,
  { sourceId, snapshot }: IncomingSession,
): SessionDiff {
  if (!stored) return { kind: 'added', id: null, sourceId, snapshot, fields: [], isNews: true }
  const { id, imported, overridden } = stored
  const moved = sessionFields.filter((field) => !isSameValue(imported[field], snapshot[field]))
  const fields = moved
    .filter((field) => !overridden.has(field))
    .map((field) => ({ field, old: imported[field], new: snapshot[field] }))
  const isNews =
    moved.length > 0 || imported.cancelled !== snapshot.cancelled || imported.rawTitle !== snapshot.rawTitle
  return { kind: kindOf(stored, snapshot, fields.length > 0), id, sourceId, snapshot, fields, isNews }
}

function kindOf({ imported, overridden }: StoredSession, snapshot: Snapshot, hasChanged: boolean): DiffKind {
  if (imported.cancelled !== snapshot.cancelled && !overridden.has('status'))
    return snapshot.cancelled ? 'cancelled' : 'restored'
  return hasChanged ? 'changed' : 'unchanged'
}

function vanish({ id, imported, overridden }: StoredSession): SessionDiff {
  return {
    kind: overridden.has('status') ? 'unchanged' : 'cancelled',
    id,
    sourceId: null,
    snapshot: { ...imported, cancelled: true },
    fields: [],
    isNews: true,
  }
}
