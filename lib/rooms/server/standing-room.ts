import type { Database } from '@/lib/platform/db'
import { loadBecame } from '@/lib/program/became'

/** A room of a conference, or what it became: a form may be older than a merge. Null: there is none. */
export async function findStandingRoom(
  db: Database,
  conferenceId: string,
  id: string,
): Promise<{ id: string; name: string } | null> {
  const became = await loadBecame(db, conferenceId, 'room')
  const where = { id: became(id), conferenceId, archivedAt: null }
  return db.room.findFirst({ where, select: { id: true, name: true } })
}
