import type { SessionField, Snapshot } from '@/lib/program/snapshot'

export type ListedSessionChange = {
  key: string
  kind: 'added' | 'changed' | 'cancelled' | 'restored'
  title: string
  /** The session's page, where it has one already. */
  href?: string
  /** When it is; two may share a title. */
  when?: Pick<Snapshot, 'dayOn' | 'startAt' | 'endAt'>
  /** Values as `fieldText` gives them. */
  fields: { field: SessionField; before: string; after: string }[]
}

/** What becomes of sessions, the worst for who comes first. */
export const changeGroups = ['cancelled', 'retimed', 'moved', 'renamed', 'edited', 'restored', 'added'] as const
export type ChangeGroup = (typeof changeGroups)[number]

/** Changes by what they are to who comes: of several in one session, what sends them elsewhere counts. */
export function groupChanges(changes: readonly ListedSessionChange[]): [ChangeGroup, ListedSessionChange[]][] {
  return changeGroups.flatMap((group): [ChangeGroup, ListedSessionChange[]][] => {
    const own = changes.filter((change) => groupOf(change) === group)
    return own.length > 0 ? [[group, own]] : []
  })
}

function groupOf({ kind, fields }: ListedSessionChange): ChangeGroup {
  if (kind !== 'changed') return kind
  const has = (...wanted: string[]) => fields.some(({ field }) => wanted.includes(field))
  if (has('dayOn', 'startAt', 'endAt')) return 'retimed'
  if (has('rooms')) return 'moved'
  return has('title') ? 'renamed' : 'edited'
}
