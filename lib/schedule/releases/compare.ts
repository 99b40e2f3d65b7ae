import type { ProgramChange } from '@/lib/program/program-change'
import { isSameValue, sessionFields, type FieldValue, type SessionField } from '@/lib/program/snapshot'
import { valueOf } from './value'

export const releaseChangeKinds = ['added', 'changed', 'cancelled', 'restored'] as const
export type ReleaseChangeKind = (typeof releaseChangeKinds)[number]

/** What became of one session between two releases. */
export type ReleaseChange = {
  sessionId: string
  kind: ReleaseChangeKind
  /** Before and after; none of a session that was not there before. */
  fields: { field: SessionField; old: FieldValue; new: FieldValue }[]
}

/**
 * Folds a history into what is different at its end: what was changed and put back is no difference, nor is a session
 * that came and went.
 * @param changes of any number of versions
 * @returns one entry for each session, in the order in which they first changed
 */
export function foldChanges(changes: ProgramChange[]): ReleaseChange[] {
  return [...changesBySession(changes)].flatMap(([sessionId, history]) => {
    const standing = foldStanding(history.map(({ field }) => field))
    if (standing === 'gone') return []
    const fields = standing === 'added' ? [] : sessionFields.flatMap((field) => foldField(field, history))
    return standing !== null || fields.length > 0 ? [{ sessionId, kind: standing ?? 'changed', fields }] : []
  })
}

/** The history of each session, in order. */
export function changesBySession(changes: ProgramChange[]): Map<string, ProgramChange[]> {
  const histories = new Map<string, ProgramChange[]>()
  for (const change of changes.toSorted((a, b) => a.version - b.version)) {
    const history = histories.get(change.sessionId)
    if (history) history.push(change)
    else histories.set(change.sessionId, [change])
  }
  return histories
}

/** What its coming and going make of it; null where it stands as it did. */
function foldStanding(fields: string[]): 'added' | 'cancelled' | 'restored' | 'gone' | null {
  const steps = fields.filter((field) => field === 'added' || field === 'cancelled' || field === 'restored')
  const [first, last] = [steps[0], steps.at(-1)]
  if (first === 'added') return last === 'cancelled' ? 'gone' : 'added'
  // It was there before the first of them; each turns the other round.
  if (first === undefined || first !== last) return null
  return first === 'cancelled' ? 'cancelled' : 'restored'
}

function foldField(field: SessionField, history: ProgramChange[]): ReleaseChange['fields'] {
  const steps = history.filter((change) => change.field === field)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return []
  const [before, after] = [valueOf(field, first.old), valueOf(field, last.new)]
  return before === undefined || after === undefined || isSameValue(before, after)
    ? []
    : [{ field, old: before, new: after }]
}
