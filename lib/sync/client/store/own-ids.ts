import { renamer } from '@/lib/platform/ids/rename'
import type { Mutation } from '../../mutation'
import type { Rename } from '../kind'
import type { SyncedKind } from '../kind'

/**
 * What a guest restored from an account's backup has that account's ids. Whoever signs in as somebody else gets them
 * under ids of their own, or the server would take them for attempts at the first one's, and refuse them as gone.
 * @param origins whose backup each came from, by id
 */
export function ownIds(origins: Readonly<Record<string, string>>, person: string | null): Rename {
  return (id) => {
    const from = origins[id]
    return from === undefined ? id : renamer(from, person)(id)
  }
}

/** A change under ids of the person's own, as its kind has it. */
export function ownMutation(kinds: readonly SyncedKind[], mutation: Mutation, own: Rename): Mutation {
  const kind = kinds.find(({ changes }) => changes.includes(mutation.name))
  return kind?.handOver.renamed?.(mutation, own) ?? mutation
}
