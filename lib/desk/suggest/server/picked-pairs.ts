import type { Database } from '@/lib/platform/db'
import { KINDS_WITHOUT_DOORS } from '@/lib/program/doors'
import { LEAST_PEOPLE } from '../../board/demand-facts'
import type { SamePicks } from '../day-facts'

/**
 * Lists the sessions of a day that the same people picked, be it as a first choice or as a plan B, most people first.
 * Pairs of fewer than five people are not among them: they do not leave the database.
 * @param day `2026-03-25`
 */
export async function listPickedPairs(db: Database, conferenceId: string, day: string): Promise<SamePicks[]> {
  const without = [...KINDS_WITHOUT_DOORS]
  return db.$queryRaw<SamePicks[]>`
    WITH "Wanted" AS (
      SELECT p."userId", p."sessionId"
      FROM "Pick" p
      JOIN "Session" s ON s."id" = p."sessionId"
      WHERE s."conferenceId" = ${conferenceId}::uuid AND s."dayOn" = ${day}::date AND s."status" <> 'cancelled'
        AND s."kind"::text <> ALL (${without}) AND p."droppedAt" IS NULL AND p."rank" IN ('first', 'planB'))
    SELECT a."sessionId" AS "one", b."sessionId" AS "other", count(*)::int AS "people"
    FROM "Wanted" a
    JOIN "Wanted" b ON b."userId" = a."userId" AND b."sessionId" > a."sessionId"
    GROUP BY a."sessionId", b."sessionId"
    HAVING count(*) >= ${LEAST_PEOPLE}
    ORDER BY "people" DESC, "one", "other"`
}
