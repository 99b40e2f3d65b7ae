import type { Mutation, MutationName } from '../../mutation'
import type { EditCode } from '../kind'
import type { OutboxEntry } from '../store/outbox'
import type { PersonStore, SyncedKind } from '../kind'
import { keepTrying } from './keep-trying'

/** What changes are about and need, as their kinds say it. */

/** What a change is about: changes about one thing keep their order. */
export function aboutOf(kinds: readonly SyncedKind[], mutation: Mutation): readonly string[] {
  const kind = kinds.find(({ changes }) => changes.includes(mutation.name))
  return kind?.about?.(mutation) ?? [thingOf(mutation)]
}

function thingOf({ id, args }: Mutation): string {
  if ('id' in args) return args.id
  return 'sessionId' in args ? args.sessionId : id
}

/** The code for those of these changes that are edits, by their names: fetched before a transaction begins. */
export async function editCodeOf(
  store: PersonStore,
  entries: readonly Pick<OutboxEntry, 'mutation'>[],
): Promise<ReadonlyMap<MutationName, EditCode>> {
  const names = new Set(entries.map(({ mutation }) => mutation.name))
  const edits = (await store.synced()).flatMap((kind) => (kind.edits && names.has(kind.edits.name) ? kind.edits : []))
  return new Map(await Promise.all(edits.map(async ({ name, load }) => [name, await keepTrying(load)] as const)))
}
