import { Prisma } from '@/generated/prisma/client'

type Tx = Prisma.TransactionClient

/**
 * What calendars show of each session of a conference, as a digest, and in whose calendars it stands. It must change
 * with whatever lib/feeds/session-entry.ts writes, and with nothing else; the ids are in it because a session that
 * leaves a calendar is another there, whatever the names.
 */
function shownIn(conferenceId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT s."id",
      md5(jsonb_build_array(
        s."title", s."status", extract(epoch FROM s."startAt"),
        CASE WHEN s."endAt" > s."startAt" THEN extract(epoch FROM s."endAt") END,
        CASE WHEN s."startAt" IS NULL THEN s."dayOn" END,
        nullif(btrim(s."description", E' \\t\\r\\n'), ''), s."flags", nullif(s."level", ''),
        nullif(c."venue", ''), c."slug",
        CASE WHEN s."status" = 'cancelled' OR s."startAt" IS NULL OR cardinality(s."flags") > 0 THEN c."language" END,
        t."id", t."name", held."rooms", told."speakers")::text) AS "digest",
      array_remove(ARRAY[s."trackId", s."colocatedId"], NULL)
        || coalesce(held."ids", '{}') || coalesce(told."ids", '{}') AS "calendarIds"
    FROM "Session" s
    JOIN "Conference" c ON c."id" = s."conferenceId"
    LEFT JOIN "Track" t ON t."id" = s."trackId"
    LEFT JOIN (
      SELECT "sessionId", array_agg("roomId" ORDER BY "roomId") AS "ids",
        jsonb_agg(jsonb_build_array("roomId", "name") ORDER BY "SessionRoom"."position", "roomId") AS "rooms"
      FROM "SessionRoom" JOIN "Room" ON "Room"."id" = "roomId"
      WHERE "conferenceId" = ${conferenceId}::uuid GROUP BY "sessionId"
    ) AS held ON held."sessionId" = s."id"
    LEFT JOIN (
      SELECT "sessionId", array_agg("speakerId" ORDER BY "speakerId") AS "ids",
        jsonb_agg(jsonb_build_array("speakerId", "name", "company") ORDER BY "position", "speakerId") AS "speakers"
      FROM "SessionSpeaker" JOIN "Speaker" ON "Speaker"."id" = "speakerId"
      WHERE "conferenceId" = ${conferenceId}::uuid GROUP BY "sessionId"
    ) AS told ON told."sessionId" = s."id"
    WHERE s."conferenceId" = ${conferenceId}::uuid`
}

/** What each calendar of a conference says of itself, as a digest. */
function framesOf(conferenceId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT part."id", c."updatedAt", md5(jsonb_build_array(
      c."name", c."slug", c."timeZone", c."language", part."name", part."slug")::text) AS "frame"
    FROM "Conference" c CROSS JOIN LATERAL (
      SELECT c."id", NULL AS "name", NULL AS "slug"
      UNION ALL SELECT "id", "name", "slug" FROM "Room" WHERE "conferenceId" = c."id"
      UNION ALL SELECT "id", "name", "slug" FROM "Track" WHERE "conferenceId" = c."id"
      UNION ALL SELECT "id", "name", "slug" FROM "Speaker" WHERE "conferenceId" = c."id"
      UNION ALL SELECT "id", "name", "slug" FROM "ColocatedEvent" WHERE "conferenceId" = c."id"
    ) AS part
    WHERE c."id" = ${conferenceId}::uuid`
}

/**
 * Before a programme changes: takes the digests of what has none yet, as it is and raising nothing. So it does not
 * matter how a row came into the database.
 */
export async function settleEntries(tx: Tx, conferenceId: string): Promise<void> {
  const [{ isSettled } = { isSettled: false }] = await tx.$queryRaw<{ isSettled: boolean }[]>`
    SELECT NOT EXISTS (
      SELECT 1 FROM "Session" WHERE "conferenceId" = ${conferenceId}::uuid AND "entryDigest" IS NULL
    ) AND EXISTS (
      SELECT 1 FROM "Calendar" WHERE "id" = ${conferenceId}::uuid AND "frame" IS NOT NULL
    ) AS "isSettled"`
  if (isSettled) return
  await tx.$executeRaw`
    WITH framed AS (
      INSERT INTO "Calendar" ("id", "conferenceId", "frame", "revisedAt")
      SELECT "id", ${conferenceId}::uuid, "frame", "updatedAt" FROM (${framesOf(conferenceId)}) AS f
      ON CONFLICT ("id") DO UPDATE SET "frame" = EXCLUDED."frame" WHERE "Calendar"."frame" IS NULL
    )
    UPDATE "Session" s SET "entryDigest" = shown."digest", "calendarIds" = shown."calendarIds"
    FROM (${shownIn(conferenceId)}) AS shown WHERE s."id" = shown."id" AND s."entryDigest" IS NULL`
}

/**
 * After a programme changed, in the same transaction: raises the SEQUENCE of the sessions of which calendars show
 * something else now, notes which left or came back to whose calendar, and when each calendar changed.
 * @param now the instant of the change
 */
export async function reviseEntries(tx: Tx, conferenceId: string, now: Date): Promise<void> {
  const at = Prisma.sql`${now.toISOString()}::timestamptz`
  await tx.$executeRaw`
    WITH shown AS (${shownIn(conferenceId)}),
    changed AS (
      SELECT s."id", shown."digest", shown."calendarIds", s."calendarIds" AS "before",
        s."entryDigest" IS DISTINCT FROM shown."digest" AS "isNews"
      FROM "Session" s JOIN shown ON shown."id" = s."id"
      WHERE s."entryDigest" IS DISTINCT FROM shown."digest" OR s."calendarIds" <> shown."calendarIds"
    ),
    revised AS (
      UPDATE "Session" s SET "entryDigest" = changed."digest", "calendarIds" = changed."calendarIds",
        "sequence" = s."sequence" + (changed."isNews" AND s."entryDigest" IS NOT NULL)::int,
        "updatedAt" = CASE WHEN changed."isNews" THEN greatest(s."updatedAt", ${at}) ELSE s."updatedAt" END
      FROM changed WHERE s."id" = changed."id"
    ),
    gone AS (
      SELECT "id", unnest("before") AS "calendarId" FROM changed
      EXCEPT SELECT "id", unnest("calendarIds") FROM changed
    ),
    come AS (
      SELECT "id", unnest("calendarIds") AS "calendarId" FROM changed EXCEPT SELECT "id", unnest("before") FROM changed
    ),
    departed AS (
      INSERT INTO "Departure" AS d ("calendarId", "sessionId", "conferenceId", "leftAt", "changedAt", "language")
      SELECT "calendarId", gone."id", c."id", ${at}, ${at}, c."language"
      FROM gone JOIN "Conference" c ON c."id" = ${conferenceId}::uuid
      ON CONFLICT ("calendarId", "sessionId") DO UPDATE
      SET "leftAt" = ${at}, "endedAt" = NULL, "changedAt" = greatest(d."changedAt", ${at}),
        "sequence" = d."sequence" + 1, "language" = EXCLUDED."language"
    ),
    returned AS (
      UPDATE "Departure" d SET "leftAt" = NULL, "endedAt" = NULL, "changedAt" = greatest(d."changedAt", ${at}),
        "sequence" = d."sequence" + 1
      FROM come WHERE d."calendarId" = come."calendarId" AND d."sessionId" = come."id"
    ),
    touched AS (
      SELECT unnest("calendarIds") AS "id" FROM changed WHERE "isNews"
      UNION SELECT "calendarId" FROM "Departure" JOIN changed ON "sessionId" = changed."id"
        WHERE "isNews" AND "leftAt" IS NOT NULL AND "endedAt" IS NULL
      UNION SELECT "calendarId" FROM gone UNION SELECT "calendarId" FROM come
      UNION SELECT ${conferenceId}::uuid FROM changed WHERE "isNews"
    )
    INSERT INTO "Calendar" AS kept ("id", "conferenceId", "frame", "revisedAt")
    SELECT f."id", ${conferenceId}::uuid, f."frame", ${at}
    FROM (${framesOf(conferenceId)}) AS f
    LEFT JOIN "Calendar" ON "Calendar"."id" = f."id"
    LEFT JOIN touched ON touched."id" = f."id"
    WHERE touched."id" IS NOT NULL OR "Calendar"."frame" IS DISTINCT FROM f."frame"
    ON CONFLICT ("id") DO UPDATE SET "frame" = EXCLUDED."frame",
      "revisedAt" = greatest(EXCLUDED."revisedAt", date_trunc('second', kept."revisedAt") + interval '1 second')`
}

/** Dates calendars as changed that change without a session of theirs: later than any of them was before. */
export async function touchCalendars(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Calendar" SET "revisedAt" = greatest(${now.toISOString()}::timestamptz,
      (SELECT date_trunc('second', max("revisedAt")) + interval '1 second' FROM "Calendar"
        WHERE "id" = ANY(${[...ids]}::uuid[])))
    WHERE "id" = ANY(${[...ids]}::uuid[])`
}

/**
 * When one calendar begins to lead to another, because its part was merged or a merge was taken back: whoever followed
 * the one follows the other from now on, and finds there no entry older, and no date earlier, than they have.
 * @param isParting what stands in the one and not in the other has left it, to whoever came over with the merge
 */
export async function joinCalendars(
  tx: Tx,
  { fromId, intoId, isParting = false }: { fromId: string; intoId: string; isParting?: boolean },
  now: Date,
): Promise<void> {
  const at = Prisma.sql`${now.toISOString()}::timestamptz`
  await tx.$executeRaw`
    INSERT INTO "Departure" AS kept
      ("calendarId", "sessionId", "conferenceId", "sequence", "leftAt", "language", "endedAt", "changedAt")
    SELECT ${intoId}::uuid, d."sessionId", d."conferenceId", d."sequence" + 1,
      CASE WHEN NOT ${intoId}::uuid = ANY(s."calendarIds") THEN d."leftAt" END, d."language", d."endedAt", ${at}
    FROM "Departure" d JOIN "Session" s ON s."id" = d."sessionId" WHERE d."calendarId" = ${fromId}::uuid
    ON CONFLICT ("calendarId", "sessionId") DO UPDATE SET
      "sequence" = greatest(kept."sequence" + 1, EXCLUDED."sequence"),
      "endedAt" = CASE WHEN kept."endedAt" IS NOT NULL THEN EXCLUDED."endedAt" END, "changedAt" = ${at}`
  if (isParting)
    await tx.$executeRaw`
      INSERT INTO "Departure" AS kept ("calendarId", "sessionId", "conferenceId", "leftAt", "language", "changedAt")
      SELECT ${intoId}::uuid, s."id", s."conferenceId", ${at}, c."language", ${at}
      FROM "Session" s JOIN "Conference" c ON c."id" = s."conferenceId" WHERE ${fromId}::uuid = ANY(s."calendarIds")
      ON CONFLICT ("calendarId", "sessionId") DO UPDATE
      SET "sequence" = kept."sequence" + 1, "leftAt" = ${at}, "endedAt" = NULL, "changedAt" = ${at}`
  await touchCalendars(tx, [fromId, intoId], now)
}
