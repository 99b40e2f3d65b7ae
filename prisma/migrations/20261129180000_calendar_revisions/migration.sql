-- What calendars show of a session has a digest from now on: its SEQUENCE grows when that changes, and only then. What there is has none yet; it is taken before the next change of its programme, and raises nothing.
ALTER TABLE "Session" ADD COLUMN "entryDigest" TEXT, ADD COLUMN "calendarIds" UUID[] DEFAULT ARRAY[]::UUID[];

CREATE TABLE "Calendar" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "frame" TEXT,
    "revisedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Calendar_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Departure" (
    "calendarId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 1,
    "leftAt" TIMESTAMPTZ(3),
    "language" TEXT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Departure_pkey" PRIMARY KEY ("calendarId","sessionId")
);

CREATE INDEX "Calendar_conferenceId_idx" ON "Calendar"("conferenceId");
CREATE INDEX "Departure_sessionId_idx" ON "Departure"("sessionId");
CREATE INDEX "Departure_conferenceId_idx" ON "Departure"("conferenceId");

ALTER TABLE "Calendar" ADD CONSTRAINT "Calendar_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Departure" ADD CONSTRAINT "Departure_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Departure" ADD CONSTRAINT "Departure_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every calendar is another today: sessions without a time are in it, and its own UID is gone.
INSERT INTO "Calendar" ("id", "conferenceId", "revisedAt")
SELECT "id", "conferenceId", now() FROM (
  SELECT "id", "id" AS "conferenceId" FROM "Conference" WHERE "purgedAt" IS NULL
  UNION ALL SELECT "id", "conferenceId" FROM "Room"
  UNION ALL SELECT "id", "conferenceId" FROM "Track"
  UNION ALL SELECT "id", "conferenceId" FROM "Speaker"
  UNION ALL SELECT "id", "conferenceId" FROM "ColocatedEvent") AS "known";

-- A personal feed remembers what it gave: what changes against that gets a later SEQUENCE, what is gone stays as cancelled for 30 days.
ALTER TABLE "FeedToken" ADD COLUMN "textHash" TEXT, ADD COLUMN "changedAt" TIMESTAMPTZ(3), ADD COLUMN "frame" JSONB;

CREATE TABLE "FeedEntry" (
    "feedId" UUID NOT NULL,
    "entryId" TEXT NOT NULL,
    "shown" JSONB NOT NULL,
    "sequence" INTEGER NOT NULL,
    "revisedAt" TIMESTAMPTZ(3) NOT NULL,
    "goneAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedEntry_pkey" PRIMARY KEY ("feedId","entryId")
);

CREATE INDEX "FeedEntry_goneAt_idx" ON "FeedEntry"("goneAt");

ALTER TABLE "FeedEntry" ADD CONSTRAINT "FeedEntry_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "FeedToken"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE "FeedToken" SET "frame" = jsonb_build_object('name', c."name", 'timeZone', c."timeZone") FROM "Conference" c WHERE c."id" = "conferenceId";

-- What feeds gave until today. Without its description, so that the first reading finds all of it changed and raises its SEQUENCE once: a plan's words are in its owner's language from now on.
INSERT INTO "FeedEntry" ("feedId", "entryId", "shown", "sequence", "revisedAt", "goneAt")
SELECT feed."id", gave."entryId",
  jsonb_build_object('name', gave."title",
    'title', CASE WHEN gave."goneAt" IS NULL THEN gave."title" ELSE CASE WHEN c."language" = 'fr' THEN E'Hors de mon programme\u00A0: ' ELSE 'Not in my plan: ' END || gave."title" END,
    'status', CASE WHEN gave."goneAt" IS NULL THEN 'confirmed' ELSE 'cancelled' END,
    'dayOn', to_char(gave."startAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
    'startAt', to_char(gave."startAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'endAt', to_char(gave."endAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'createdAt', NULL, 'location', '', 'description', '', 'category', NULL, 'url', NULL, 'secret', gave."secret"),
  gave."sequence", gave."revisedAt", gave."goneAt"
FROM "FeedToken" feed JOIN "Conference" c ON c."id" = feed."conferenceId" JOIN (
  SELECT p."userId", p."conferenceId", s."id"::text AS "entryId", s."title", s."startAt", s."endAt", false AS "secret",
    s."sequence" + p."sequence" AS "sequence", greatest(s."updatedAt", p."updatedAt") AS "revisedAt",
    CASE WHEN p."rank" = 'hidden' THEN p."updatedAt" ELSE p."droppedAt" END AS "goneAt"
  FROM "Pick" p JOIN "Session" s ON s."id" = p."sessionId"
  WHERE s."startAt" IS NOT NULL AND (p."rank" <> 'hidden' OR (p."sequence" > 0 AND p."droppedAt" IS NULL))
  UNION ALL
  SELECT b."userId", b."conferenceId", b."id"::text || coalesce('-' || day."dayOn", ''), b."title",
    coalesce(day."startAt", b."startAt"), coalesce(day."startAt" + (b."endAt" - b."startAt"), b."endAt"), true,
    b."sequence", b."updatedAt", b."droppedAt"
  FROM "Block" b LEFT JOIN LATERAL (
    SELECT DISTINCT s."dayOn", (s."dayOn" + (b."startAt" AT TIME ZONE "timeZone")::time) AT TIME ZONE "timeZone" AS "startAt"
    FROM "Session" s JOIN "Conference" ON "Conference"."id" = s."conferenceId" JOIN pg_timezone_names AS zones ON zones."name" = "timeZone"
    WHERE s."conferenceId" = b."conferenceId" AND b."daily"
  ) AS day ON true
  WHERE NOT b."daily" OR day."dayOn" IS NOT NULL
) AS gave ON gave."userId" = feed."userId" AND gave."conferenceId" = feed."conferenceId"
WHERE feed."revokedAt" IS NULL
  AND (gave."goneAt" IS NULL OR gave."goneAt" >= greatest(feed."createdAt", now() - interval '30 days'));
