import type { Database } from '@/lib/platform/db'
import { DOORS_MINUTES, KINDS_WITHOUT_DOORS } from '@/lib/program/doors'
import { forecastOf, learnShowUp, type Counted, type Forecast, type ShowUp } from '../forecast'
import { placesTogether } from '../places-together'

const WORTH_SAYING = 0.3

/** How many picked each session as their first choice. @param of some sessions, or all of a conference */
export async function countPicks(
  db: Database,
  of: readonly string[] | { conferenceId: string },
): Promise<Map<string, number>> {
  const groups = await db.pick.groupBy({
    by: ['sessionId'],
    where: { ...('conferenceId' in of ? of : { sessionId: { in: [...of] } }), rank: 'first', droppedAt: null },
    _count: true,
  })
  return new Map(groups.map(({ sessionId, _count }) => [sessionId, _count]))
}

// Of one alone it would say what somebody picked.
const LEAST_PICKS = 2
const MOST_PICKED = 5

/**
 * Lists a few sessions to come that most people picked as their first choice, most first, of the next day that has any
 * of several people. Breaks, services and containers are not among them.
 */
export async function listMostPicked(db: Database, conferenceId: string, now: Date): Promise<string[]> {
  const sessions = await db.$queryRaw<{ id: string }[]>`
    WITH "Wanted" AS (
      SELECT s."id", s."dayOn", count(*) AS "picks"
      FROM "Pick" p
      JOIN "Session" s ON s."id" = p."sessionId"
      WHERE p."conferenceId" = ${conferenceId}::uuid AND p."rank" = 'first' AND p."droppedAt" IS NULL
        AND s."startAt" > ${now} AND s."status" <> 'cancelled' AND s."kind" NOT IN ('break', 'service', 'container')
      GROUP BY s."id"
      HAVING count(*) >= ${LEAST_PICKS})
    SELECT "id" FROM "Wanted" WHERE "dayOn" = (SELECT min("dayOn") FROM "Wanted")
    ORDER BY "picks" DESC, "id" LIMIT ${MOST_PICKED}`
  return sessions.map(({ id }) => id)
}

/**
 * What a conference's counted sessions teach about how many come. What was in two rooms was counted at both doors, and
 * is full when both are.
 */
export async function loadShowUp(db: Database, conferenceId: string, now: Date): Promise<ShowUp> {
  const counted = await db.$queryRaw<(Counted & { sessionId: string })[]>`
    SELECT s."id" AS "sessionId", coalesce(s."capacity", (
        SELECT CASE WHEN bool_and(r."capacity" IS NOT NULL) THEN sum(r."capacity") END
        FROM "SessionRoom" sr JOIN "Room" r ON r."id" = sr."roomId" WHERE sr."sessionId" = s."id"))::int AS "capacity",
      (SELECT count(*)::int FROM "Pick" p
        WHERE p."sessionId" = s."id" AND p."rank" = 'first' AND p."droppedAt" IS NULL) AS "picks",
      greatest(0, sum(c."delta"))::int AS "count"
    FROM "Session" s
    JOIN "SessionRoom" sr ON sr."sessionId" = s."id"
    JOIN "Reading" c ON c."roomId" = sr."roomId"
      AND c."kind" = 'count' AND c."stewardLinkId" IS NOT NULL AND c."mutedAt" IS NULL
      AND c."readAt" >= s."startAt" - make_interval(mins => ${DOORS_MINUTES}) AND c."readAt" < s."endAt"
    WHERE s."conferenceId" = ${conferenceId}::uuid AND s."endAt" <= ${now}
      AND s."kind" NOT IN ('break', 'service', 'container')
    GROUP BY s."id"`
  return learnShowUp(counted)
}

/**
 * Lists the sessions that have not begun and whose forecast says more than "unlikely to be full". Cancelled ones, and
 * kinds that have no door, are not among them.
 * @param showUp how many people come for each pick
 */
export async function listLikelyFull(
  db: Database,
  conferenceId: string,
  showUp: ShowUp,
  now: Date,
): Promise<({ sessionId: string } & Forecast)[]> {
  const sessions = await db.session.findMany({
    where: {
      conferenceId,
      startAt: { gt: now },
      status: { not: 'cancelled' },
      kind: { notIn: [...KINDS_WITHOUT_DOORS] },
    },
    select: {
      id: true,
      capacity: true,
      rooms: { select: { room: { select: { capacity: true } } } },
    },
    orderBy: [{ startAt: 'asc' }, { number: 'asc' }],
  })
  const picks = await countPicks(
    db,
    sessions.map(({ id }) => id),
  )
  return sessions.flatMap(({ id, capacity, rooms }) => {
    const forecast = forecastOf(
      {
        picks: picks.get(id) ?? 0,
        capacity: placesTogether(
          capacity,
          rooms.map(({ room }) => room),
        ),
      },
      showUp,
    )
    return forecast && forecast.fullProbability >= WORTH_SAYING ? [{ sessionId: id, ...forecast }] : []
  })
}
