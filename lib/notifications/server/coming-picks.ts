import type { Database } from '@/lib/platform/db'

/** A first choice that is to come, of somebody who wants alerts. */
export type ComingPick = { userId: string; conferenceId: string; sessionId: string; startAt: Date }

/**
 * Lists the first choices that begin after `now` and not more than so long after it; what is cancelled does not. In
 * SQL: a hall's thousands are read each minute.
 * @param which `untold`: but those whose person was alerted, or is being alerted, that they begin then
 */
export function listComingPicks(
  db: Database,
  now: Date,
  withinMs: number,
  which: 'all' | 'untold' = 'all',
): Promise<ComingPick[]> {
  return db.$queryRaw<ComingPick[]>`
    SELECT p."userId"::text, p."conferenceId"::text, p."sessionId"::text, s."startAt"
    FROM "Session" s
      JOIN "Conference" c ON c."id" = s."conferenceId" AND c."deletedAt" IS NULL
      JOIN "Pick" p ON p."sessionId" = s."id" AND p."rank" = 'first' AND p."droppedAt" IS NULL
    WHERE s."startAt" > ${now} AND s."startAt" <= ${new Date(now.getTime() + withinMs)} AND s."status" <> 'cancelled'
      AND EXISTS (SELECT FROM "PushSubscription" b WHERE b."userId" = p."userId")
      AND NOT (${which === 'untold'} AND EXISTS (
        SELECT FROM "Alert" a WHERE a."userId" = p."userId" AND a."kind" = 'nextSession' AND a."subjectId" = s."id"
          AND a."version" = to_char(s."startAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`
}
