-- A plan's calendar shows as free what was cancelled or left the plan, and a daily block from and to the same times on the clocks: what looks another way has a later version.
-- A pick's and a block's "updatedAt" stays: devices go by it (lib/planning/as-of.ts). A pick that was only ever hidden has no version, and is in no calendar.
UPDATE "Pick" SET "sequence" = "Pick"."sequence" + 1 FROM "Session" WHERE "Session"."id" = "Pick"."sessionId" AND (
  ("rank" = 'hidden' AND "Pick"."sequence" > 0 AND "Pick"."droppedAt" IS NULL)
  OR ("rank" <> 'hidden' AND ("Pick"."droppedAt" IS NOT NULL OR "Session"."status" = 'cancelled')));

-- Only where the clocks change during the block, on one of the conference's days or on its own.
UPDATE "Block" SET "sequence" = "sequence" + 1 WHERE "droppedAt" IS NOT NULL OR ("daily" AND EXISTS (
  SELECT 1 FROM "Conference" JOIN pg_timezone_names AS "known" ON "known"."name" = "timeZone" JOIN "Session" ON "Session"."conferenceId" = "Conference"."id"
  WHERE "Conference"."id" = "Block"."conferenceId" AND CASE WHEN "known"."name" IS NOT NULL THEN
    ("dayOn" + ("Block"."startAt" AT TIME ZONE "timeZone")::time) AT TIME ZONE "timeZone" + ("Block"."endAt" - "Block"."startAt")
      <> ("dayOn" + ("Block"."endAt" AT TIME ZONE "timeZone" - date_trunc('day', "Block"."startAt" AT TIME ZONE "timeZone"))) AT TIME ZONE "timeZone" END));

-- The calendar as a whole was modified, for whoever asks by that.
UPDATE "Conference" SET "updatedAt" = greatest("updatedAt", now()) WHERE EXISTS (SELECT 1 FROM "FeedToken" WHERE "conferenceId" = "Conference"."id");
