import type { PrismaClient } from '@/generated/prisma/client'
import { grantedLater } from '@/lib/boundary/granted-later'
import { movesSchema } from '@/lib/desk/board/schema'
import { moveOnBoard } from '@/lib/desk/board/server/move-on-board'
import { planDraft } from '@/lib/desk/board/server/planned-draft'
import type { Venue } from './venue'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/**
 * An organizer draws later starts for sessions of other days until so many picks are touched, and plans them for the
 * next minute: Hallway publishes them by itself.
 * @returns how many sessions, and how many picks stood then
 */
export async function planRelease(db: PrismaClient, venue: Venue, picks: number) {
  const { id: conferenceId } = venue.conference
  const granted = await grantedLater(db, { conferenceId, userId: venue.organizerId }, 'editSchedule')
  if (!granted) throw new Error('The organizer may not edit')
  const later = new Set(venue.sessions.slice(venue.onNow.length + venue.next.length))
  const counts = await db.pick.groupBy({
    by: ['sessionId'],
    where: { conferenceId, droppedAt: null, rank: { not: 'hidden' } },
    _count: true,
    orderBy: { _count: { sessionId: 'desc' } },
  })
  let touched = 0
  const ids = counts.flatMap(({ sessionId, _count }) => {
    if (!later.has(sessionId) || touched >= picks) return []
    touched += _count
    return [sessionId]
  })
  const sessions = await db.session.findMany({
    where: { id: { in: ids } },
    select: { id: true, dayOn: true, startAt: true, endAt: true, rooms: { select: { roomId: true } } },
  })
  const put = (at: Date | null) => at && new Date(at.getTime() + HOUR_MS / 4).toISOString()
  const moves = movesSchema.parse(
    sessions.map(({ id, dayOn, startAt, endAt, rooms }) => ({
      sessionId: id,
      place: {
        dayOn: dayOn.toISOString().slice(0, 10),
        startAt: put(startAt),
        endAt: put(endAt),
        roomIds: rooms.map(({ roomId }) => roomId),
      },
    })),
  )
  const now = new Date()
  const drawn = await moveOnBoard(db, granted, { moves, seen: 0, timeZone: 'UTC' }, now)
  const due = new Date(now.getTime() + MINUTE_MS).toISOString()
  const plan = { dayOn: due.slice(0, 10), time: due.slice(11, 16), note: null, isSilent: false, timeZone: 'UTC' }
  const planned = await planDraft(db, granted, plan, now)
  if (!drawn.ok || !planned.ok) throw new Error(`The release was not planned: ${JSON.stringify([drawn, planned])}`)
  return { sessions: ids.length, picks: touched }
}
