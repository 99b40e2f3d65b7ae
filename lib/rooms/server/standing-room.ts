import type { Database } from '@/lib/platform/db'

/** A room of a conference, or what it became: a form may be older than a merge. Null: there is none. */
export async function findStandingRoom(
  db: Database,
  conferenceId: string,
  id: string,
): Promise<{ id: string; name: string } | null> {
  const select = { id: true, name: true, archivedAt: true }
  const room = await db.room.findFirst({ where: { id, conferenceId }, select })
  if (!room || room.archivedAt === null) return room
  const where = { conferenceId, kind: 'room' as const, partId: id, undoneAt: null }
  const merge = await db.merge.findFirst({ where, select: { intoId: true } })
  return merge && findStandingRoom(db, conferenceId, merge.intoId)
}
