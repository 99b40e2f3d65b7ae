-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "level" TEXT;

-- Sources have slides and replays to say from now on: what organizers said of an imported session stands over it, as all they correct.
INSERT INTO "Override" ("sessionId", "field", "value", "createdAt")
SELECT "id", "field", to_jsonb("link"), "updatedAt" FROM "Session", LATERAL (VALUES ('slidesUrl', "slidesUrl"), ('replayUrl', "replayUrl")) AS "said" ("field", "link")
WHERE "imported" IS NOT NULL AND "link" IS NOT NULL
ON CONFLICT DO NOTHING;
