import type { Database } from '@/lib/platform/db'
import type { DoorState } from './door-state'
import { loadRoomsNow } from './queries'

/** How the room behind a steward's link stands, by its stewards' word. */
export async function loadDoor(db: Database, { conferenceId, roomId }: { conferenceId: string; roomId: string }, now: Date): Promise<DoorState> {
  const [room] = await loadRoomsNow(db, conferenceId, null, now, roomId)
  const session = room?.sessionId ? await db.session.findUnique({ where: { id: room.sessionId }, select: { title: true, startAt: true, endAt: true } }) : null
  const told = room?.occupancy.origin === 'door' ? room.occupancy : null
  return {
    session: session?.startAt ? { title: session.title, startAt: session.startAt.toISOString(), endAt: session.endAt?.toISOString() ?? null } : null,
    capacity: room?.capacity ?? null,
    state: told?.state ?? 'unknown',
    count: told?.count ?? null,
    queueMinutes: room?.occupancy.queueMinutes ?? null,
    delayMinutes: room?.occupancy.delayMinutes ?? null,
  }
}
