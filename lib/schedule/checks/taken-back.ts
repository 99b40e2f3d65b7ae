import type { ProgramChange } from '@/lib/program/program-change'
import { isSameValue, type SessionField } from '@/lib/program/snapshot'
import type { SessionDiff } from '../bring-in/diff'
import { valueOf } from '../releases/value'
import { groupBy } from '@/lib/platform/collections/group-by'

/**
 * How much of what an import would do somebody took back before: all of it, a part, or nothing.
 * @param diffs of the import, against what stands
 * @param undone what imports wrote that were taken back since
 */
export function takenBack(diffs: readonly SessionDiff[], undone: readonly ProgramChange[]): 'all' | 'some' | 'none' {
  const bySession = groupBy(undone, ({ sessionId }) => sessionId)
  const steps = diffs.flatMap((diff) => stepsOf(diff, bySession.get(diff.id ?? '') ?? []))
  const back = steps.filter(Boolean).length
  if (back === 0) return 'none'
  return back === steps.length ? 'all' : 'some'
}

/** Of each thing that a diff does: was it taken back? */
function stepsOf({ kind, fields }: SessionDiff, undone: readonly ProgramChange[]): boolean[] {
  const ofFields = fields.map((change) => undone.some((before) => isSame(before, change)))
  if (kind === 'unchanged' || kind === 'changed') return ofFields
  // What an import added, its undo cancelled: it would come back.
  const names = kind === 'restored' ? ['restored', 'added'] : [kind]
  return [undone.some(({ field }) => names.includes(field)), ...ofFields]
}

function isSame(
  before: ProgramChange,
  { field, new: now }: { field: SessionField; new: SessionDiff['fields'][0]['new'] },
) {
  if (before.field !== field) return false
  const value = valueOf(field, before.new)
  return value !== undefined && isSameValue(value, now)
}
