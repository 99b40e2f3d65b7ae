import type { Change, Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'

const MOST = 2_000

/** Fields that change what a person does. Texts are not told: they are long, and nobody moves for them. */
const told = ['title', 'dayOn', 'startAt', 'endAt', 'rooms', 'speakers', 'cancelled', 'restored']

export type ListedChange = {
  sessionId: string
  field: string
  old: Prisma.JsonValue
  new: Prisma.JsonValue
  version: number
  /** ISO, UTC. */ at: string
}

/**
 * What changed in a conference's programme, without texts and without who changed it: the last 2,000 changes, the
 * latest first.
 */
export async function listChanges(db: Database, conferenceId: string): Promise<ListedChange[]> {
  const rows = await db.change.findMany({
    where: { conferenceId, field: { in: told } },
    orderBy: [{ version: 'desc' }, { sessionId: 'asc' }, { field: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  return rows.map(changeOf)
}

/** A row of the history, without who wrote it. */
export function changeOf({ sessionId, field, oldValue, newValue, version, createdAt }: Change): ListedChange {
  return { sessionId, field, old: oldValue, new: newValue, version, at: createdAt.toISOString() }
}
