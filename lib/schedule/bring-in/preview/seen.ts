import { createHash } from 'node:crypto'
import type { SessionDiff } from '../diff'

/**
 * Names what an import would change, the same whatever the order: what somebody looked at is let in under this name,
 * and nothing else is, where a file, an address or what stands has changed since.
 */
export function nameOfSeen(diffs: readonly SessionDiff[]): string {
  const said = diffs.map(({ kind, id, sourceId, snapshot, fields }) =>
    JSON.stringify([kind, id, sourceId, snapshot, fields]),
  )
  return createHash('sha256').update(said.sort().join('\n')).digest('base64url')
}
