import { createHash } from 'node:crypto'
import { changeKey, type SessionDiff } from '../bring-in/diff'

/** A hash of what an import would change, whatever else is in its files: the time at which they were made, often. */
export function changesHash(diffs: readonly SessionDiff[]): string {
  const changes = diffs
    .filter(({ kind }) => kind !== 'unchanged')
    .map((diff) => JSON.stringify([changeKey(diff), diff.kind, diff.fields.map(({ field, new: now }) => [field, now])]))
  return createHash('sha256').update(changes.sort().join('\n')).digest('hex')
}
