import type { Change, Prisma } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { untoldVersion } from './while-private'

const MOST = 2_000

/** Fields that change what a person does. Texts are not told: they are long, and nobody moves for them. */
const told = ['title', 'dayOn', 'startAt', 'endAt', 'rooms', 'speakers', 'cancelled', 'restored', 'added']

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
 * latest first. With what came first of all there was nothing before that it could be new to; of what was done while it
 * was private the public is not told.
 */
export async function listChanges(db: Database, conferenceId: string): Promise<ListedChange[]> {
  const conference = await db.conference.findUnique({
    where: { id: conferenceId },
    select: { visibility: true, publicSinceVersion: true },
  })
  const untold = conference ? untoldVersion(conference) : 0
  const first = await db.change.aggregate({ where: { conferenceId, field: 'added' }, _min: { version: true } })
  const isBeginning = { field: 'added', version: first._min.version ?? 0 }
  const rows = await db.change.findMany({
    where: { conferenceId, field: { in: told }, version: { gt: untold }, NOT: isBeginning },
    orderBy: [{ version: 'desc' }, { sessionId: 'asc' }, { field: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  return rows.map(changeOf)
}

/** A row of the history, without who wrote it. */
export function changeOf({ sessionId, field, oldValue, newValue, version, createdAt }: Change): ListedChange {
  return { sessionId, field, old: oldValue, new: newValue, version, at: createdAt.toISOString() }
}
