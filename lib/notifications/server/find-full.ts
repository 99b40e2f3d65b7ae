import type { Database } from '@/lib/platform/db'
import { HOUR_MS } from '@/lib/platform/time'
import { isLikelyFull } from '@/lib/rooms/forecast'
import { listLikelyFull, loadShowUp } from '@/lib/rooms/server/forecasts'
import { loadRoomsNow, type RoomNow } from '@/lib/rooms/server/queries'
import { listComingPicks } from './coming-picks'
import type { NewAlert } from './new-alert'

/** How full the room of a session to come is, from the least alarming. */
export const fullness = ['likely', 'nearlyFull', 'full'] as const
export type FullnessLevel = (typeof fullness)[number]

/** One attendee may be mistaken, or mean it badly: a whole audience is not alarmed by fewer. */
const ENOUGH_VOICES = 2

/**
 * First choices that begin within the hour and whose room is full, nearly so, or likely to be. It is told again only
 * when it gets worse.
 */
export async function findFullRooms(db: Database, now: Date): Promise<NewAlert[]> {
  const picks = await listComingPicks(db, now, HOUR_MS)
  const full = new Map<string, FullnessLevel>()
  for (const conferenceId of new Set(picks.map((pick) => pick.conferenceId)))
    for (const [id, state] of await loadFullness(db, conferenceId, now)) full.set(id, state)
  const told = await db.alert.findMany({
    where: { kind: 'roomFull', subjectId: { in: [...full.keys()] } },
    select: { userId: true, subjectId: true, version: true },
  })
  const worst = new Map<string, number>()
  for (const { userId, subjectId, version } of told)
    worst.set(
      userId + subjectId,
      Math.max(
        worst.get(userId + subjectId) ?? -1,
        fullness.findIndex((state) => state === version),
      ),
    )
  return picks.flatMap(({ userId, conferenceId, sessionId: id, startAt }): NewAlert[] => {
    const state = full.get(id)
    if (!state || (worst.get(userId + id) ?? -1) >= fullness.indexOf(state)) return []
    return [{ userId, conferenceId, kind: 'roomFull', subjectId: id, version: state, expiresAt: startAt }]
  })
}

/** The sessions of a conference that are not over, whose rooms are full, nearly full, or likely to be; by id. */
export async function loadFullness(
  db: Database,
  conferenceId: string,
  now: Date,
): Promise<ReadonlyMap<string, FullnessLevel>> {
  const showUp = await loadShowUp(db, conferenceId, now)
  const likely = (await listLikelyFull(db, conferenceId, showUp, now)).filter(isLikelyFull)
  const known = new Map<string, FullnessLevel>(likely.map(({ sessionId }) => [sessionId, 'likely']))
  for (const { sessionId, occupancy } of await loadRoomsNow(db, conferenceId, null, now)) {
    const state = fullnessOf(occupancy)
    if (sessionId && state) known.set(sessionId, state)
    // Whoever is at the door knows better than a forecast.
    else if (sessionId && occupancy.origin) known.delete(sessionId)
  }
  return known
}

function fullnessOf({ state, origin, voices }: RoomNow['occupancy']): FullnessLevel | null {
  if (origin === 'attendees' && voices < ENOUGH_VOICES) return null
  if (state === 'nearlyFull') return 'nearlyFull'
  return state === 'full' || state === 'closed' ? 'full' : null
}
