-- What a list of conferences says of each, so that it need not read all their sessions: kept true with the version,
-- which every change of a programme raises after it.
ALTER TABLE "Conference" ADD COLUMN "firstOn" DATE, ADD COLUMN "lastOn" DATE, ADD COLUMN "sessionCount" INTEGER NOT NULL DEFAULT 0;

CREATE FUNCTION sum_up_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT min("dayOn"), max("dayOn"), count(*) FILTER (WHERE "status" <> 'cancelled')
    INTO NEW."firstOn", NEW."lastOn", NEW."sessionCount"
    FROM "Session" WHERE "conferenceId" = NEW."id";
  RETURN NEW;
END $$;
CREATE TRIGGER programme_summed_up BEFORE UPDATE OF "version" ON "Conference" FOR EACH ROW EXECUTE FUNCTION sum_up_programme();

UPDATE "Conference" SET "firstOn" = days.first, "lastOn" = days.last, "sessionCount" = days.sessions
FROM (
  SELECT "conferenceId", min("dayOn") AS first, max("dayOn") AS last, count(*) FILTER (WHERE "status" <> 'cancelled') AS sessions
  FROM "Session" GROUP BY "conferenceId"
) AS days WHERE days."conferenceId" = "Conference"."id";

DROP INDEX "Conference_visibility_idx";
CREATE INDEX "Conference_visibility_firstOn_idx" ON "Conference"("visibility", "firstOn");
CREATE INDEX "Conference_visibility_lastOn_idx" ON "Conference"("visibility", "lastOn");
