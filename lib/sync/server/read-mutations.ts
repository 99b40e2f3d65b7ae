import { mutationSchema, type Push } from '../protocol'
import type { Handler, ReadChange, ServedKind, Shared } from './served-kind'

/** A mutation as it was understood; null: not at all. */
export type ReadMutation = { id: string; change: (ReadChange & { handler: Handler; args: unknown }) | null }

/** Understands a device's mutations by what rooms registered, in their order. */
export function readMutations(kinds: readonly ServedKind[], mutations: Push['mutations']): ReadMutation[] {
  const handlers = new Map(kinds.flatMap(({ changes }) => changes).map((handler) => [handler.name, handler]))
  return mutations.map((sent) => {
    const mutation = mutationSchema.safeParse(sent).data
    const handler = mutation && handlers.get(mutation.name)
    const change = handler?.read(mutation?.args)
    return { id: sent.id, change: handler && change ? { ...change, handler, args: mutation?.args } : null }
  })
}

/** What a mutation is about; nothing, where it was not understood. */
export function thingsOf({ change }: ReadMutation): readonly string[] {
  return change?.about ?? []
}

/** Collects the notes and groups that these mutations write to and that other people may read or write, too. */
export function sharedBy(mutations: readonly ReadMutation[]): Shared {
  const shared = mutations.flatMap(({ change }) => change?.shared ?? [])
  return { ids: shared.flatMap(({ ids }) => ids), groupIds: shared.flatMap(({ groupIds }) => groupIds) }
}
