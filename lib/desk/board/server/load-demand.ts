import type { Granted } from '@/lib/people/granted'
import type { Database } from '@/lib/platform/db'
import { expectedOf } from '@/lib/rooms/forecast'
import { countPicks, loadShowUp } from '@/lib/rooms/server/forecasts'
import { LEAST_PEOPLE, sayable, type BoardDemand } from '../demand-facts'

/** Whoever picked more goes to nothing in particular. */
const MOST_PICKS = 100
/** Of the session that fewer picked: so many of them make a clash. */
const SHARE_OF_FEWER = 0.2
const MOST_PAIRS = 5_000

/** Who wants to go where, counted so that nobody can be told from it. */
export async function loadBoardDemand(
  db: Database,
  { conferenceId }: Granted<'editSchedule'>,
  now: Date,
): Promise<BoardDemand> {
  const [picks, showUp] = [await countPicks(db, { conferenceId }), await loadShowUp(db, conferenceId, now)]
  const told = [...picks].map(([id, people]) => [id, sayable(people)] as const)
  return {
    picks: Object.fromEntries(told),
    expected: Object.fromEntries(
      told.flatMap(([id, people]) => (people === null ? [] : [[id, Math.round(expectedOf(people, showUp))]])),
    ),
    together: await listTogether(db, conferenceId),
  }
}

/** Pairs of sessions that many picked both as their first choice, most first. */
async function listTogether(db: Database, conferenceId: string): Promise<BoardDemand['together']> {
  const pairs = await db.$queryRaw<{ one: string; other: string; people: number }[]>`
    WITH chosen AS (
      SELECT p."userId", p."sessionId", count(*) OVER (PARTITION BY p."userId") AS "own",
        count(*) OVER (PARTITION BY p."sessionId") AS "picks"
      FROM "Pick" p JOIN "Session" s ON s."id" = p."sessionId"
      WHERE p."conferenceId" = ${conferenceId}::uuid AND p."rank" = 'first' AND p."droppedAt" IS NULL
        AND s."status" <> 'cancelled' AND s."kind" NOT IN ('break', 'service', 'container')),
    wanted AS (SELECT * FROM chosen WHERE "own" <= ${MOST_PICKS} AND "picks" >= ${LEAST_PEOPLE})
    SELECT a."sessionId"::text AS "one", b."sessionId"::text AS "other", count(*)::int AS "people"
    FROM wanted a JOIN wanted b ON b."userId" = a."userId" AND b."sessionId" > a."sessionId"
    GROUP BY a."sessionId", b."sessionId"
    HAVING count(*) >= greatest(${LEAST_PEOPLE}, ${SHARE_OF_FEWER}::float * least(min(a."picks"), min(b."picks")))
    ORDER BY "people" DESC, "one", "other" LIMIT ${MOST_PAIRS}`
  return pairs.map(({ one, other, people }) => [one, other, sayable(people) ?? LEAST_PEOPLE])
}
