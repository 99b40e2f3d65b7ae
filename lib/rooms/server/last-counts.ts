import type { Database } from '@/lib/platform/db'

/** When something was said at each door last, by room, since then. One query. */
export async function lastCountedIn(db: Database, conferenceId: string, since: Date): Promise<Map<string, Date>> {
  const rows = await db.reading.groupBy({
    by: ['roomId'],
    where: { conferenceId, stewardLinkId: { not: null }, mutedAt: null, readAt: { gt: since } },
    _max: { readAt: true },
  })
  return new Map(rows.flatMap(({ roomId, _max: { readAt } }) => (readAt ? [[roomId, readAt]] : [])))
}

/** When something was said with each link last, by link. One query. */
export async function lastCountedWith(db: Database, conferenceId: string): Promise<Map<string, Date>> {
  const rows = await db.reading.groupBy({
    by: ['stewardLinkId'],
    where: { conferenceId, stewardLinkId: { not: null }, mutedAt: null },
    _max: { readAt: true },
  })
  return new Map(
    rows.flatMap(({ stewardLinkId, _max: { readAt } }) => (stewardLinkId && readAt ? [[stewardLinkId, readAt]] : [])),
  )
}
