import type { PrismaClient } from '@/generated/prisma/client'
import type { Crowd } from './crowd'
import type { Venue } from './venue'

type Sums = Record<string, number>

/**
 * Compares what the crowd was told is kept with what the database has: picks by their last word, the answers to all
 * changes, readings, and what stewards counted.
 */
export async function reckon(db: PrismaClient, { conference }: Venue, crowd: Crowd): Promise<Sums> {
  const { id: conferenceId } = conference
  const rows = await db.pick.findMany({
    where: { conferenceId },
    select: { userId: true, sessionId: true, rank: true, droppedAt: true },
  })
  const stored = new Map(rows.map((row) => [row.userId + row.sessionId, row.droppedAt ? null : row.rank]))
  const taken = new Map(
    crowd.devices.flatMap(({ id, taken: picks }) =>
      [...picks].map(([sessionId, rank]) => [id + sessionId, rank] as const),
    ),
  )
  const answers = await db.mutation.count()
  const changes = crowd.devices.flatMap(({ takenIds }) => takenIds)
  const reported = [...crowd.tapIds, ...crowd.devices.flatMap(({ reportIds }) => reportIds)]
  const readings = await db.reading.findMany({
    where: { conferenceId },
    select: { id: true, roomId: true, delta: true },
  })
  const read = new Set(readings.map((reading) => reading.id))
  const counted = new Map<string, number>()
  for (const { roomId, delta } of readings) counted.set(roomId, (counted.get(roomId) ?? 0) + (delta ?? 0))
  return {
    'changes taken': changes.length,
    'answers kept': answers,
    'picks by their last word': taken.size,
    'picks lost or other': [...taken].filter(([key, rank]) => stored.get(key) !== rank).length,
    'picks nobody made': [...stored.keys()].filter((key) => !taken.has(key)).length,
    'readings taken': reported.length,
    'readings kept': read.size,
    'readings lost': reported.filter((id) => !read.has(id)).length,
    'rooms counted wrong': [...crowd.counts].filter(([roomId, sum]) => counted.get(roomId) !== sum).length,
  }
}

/**
 * Who was to be alerted, and was: of what the release moved whoever had picked it before, of what begins soon whoever
 * goes there first; each once.
 */
export async function reckonAlerts(db: PrismaClient, venue: Venue, version: number | null): Promise<Sums> {
  const { id: conferenceId } = venue.conference
  const moved = version === null ? [] : await db.change.findMany({ where: { conferenceId, version, field: 'startAt' } })
  const movedAt = new Map(moved.map(({ sessionId, createdAt }) => [sessionId, createdAt]))
  const standing = await db.pick.findMany({
    where: { conferenceId, droppedAt: null, sessionId: { in: [...movedAt.keys(), ...venue.next] } },
    select: { userId: true, sessionId: true, rank: true, createdAt: true, updatedAt: true },
  })
  const wantedMoved = standing.filter(({ sessionId, rank, createdAt, updatedAt }) => {
    const at = movedAt.get(sessionId)
    return at !== undefined && rank !== 'hidden' && createdAt < at && updatedAt < at
  })
  const next = new Set(venue.next)
  const wantedNext = standing.filter(({ sessionId, rank }) => next.has(sessionId) && rank === 'first')
  const alerts = await db.alert.findMany({
    where: { conferenceId },
    select: { userId: true, subjectId: true, kind: true },
  })
  const keysOf = (kind: string) =>
    alerts.filter((alert) => alert.kind === kind).map(({ userId, subjectId }) => userId + subjectId)
  const [toldMoved, toldNext] = [keysOf('sessionMoved'), keysOf('nextSession')]
  const [hasMoved, hasNext] = [new Set(toldMoved), new Set(toldNext)]
  const missing = (wanted: typeof standing, told: Set<string>) =>
    wanted.filter(({ userId, sessionId }) => !told.has(userId + sessionId)).length
  return {
    'alerts of what moved': toldMoved.length,
    'wanted of those, and missing': missing(wantedMoved, hasMoved),
    'alerts of what begins': toldNext.length,
    'wanted of those and missing': missing(wantedNext, hasNext),
    'alerts written twice': toldMoved.length - hasMoved.size + toldNext.length - hasNext.size,
    'alerts of full rooms': alerts.filter(({ kind }) => kind === 'roomFull').length,
  }
}
