import type { ChangeRefusal } from '@/lib/sync/answers'
import type { OutboxEntry } from '@/lib/sync/client/store/outbox'

/**
 * Why a change was refused, as its person is to hear it; null: it was not. The server tells what is not theirs to see
 * as it tells what is not there; of a note of a group that is the group, long before it is the conference.
 * @param note what it is about, where that is known here
 */
export function whyRefused(
  { refused, mutation: { args } }: Pick<OutboxEntry, 'refused' | 'mutation'>,
  note: { groupId?: string | undefined } | undefined,
): ChangeRefusal | 'NOT_IN_GROUP' | null {
  const groupId = 'groupId' in args ? args.groupId : note?.groupId
  return refused === 'NOT_FOUND' && groupId ? 'NOT_IN_GROUP' : (refused ?? null)
}
