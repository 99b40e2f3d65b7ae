-- Rooms and speakers remember what their source said, as sessions do, so that an organizer's own word stays over imports
-- and can be given back. Until now nobody could edit a speaker: what is shown of one whom a source names is what it said.
ALTER TABLE "Room" ADD COLUMN "sourceId" UUID;
ALTER TABLE "Room" ADD COLUMN "imported" JSONB;
ALTER TABLE "Room" ADD CONSTRAINT "Room_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Room_sourceId_idx" ON "Room"("sourceId");

ALTER TABLE "Speaker" ADD COLUMN "imported" JSONB;
UPDATE "Speaker" s SET "imported" = jsonb_build_object(
    'name', s."name", 'company', s."company", 'tagline', s."tagline", 'bio', s."bio")
WHERE EXISTS (SELECT FROM "SpeakerAlias" a WHERE a."speakerId" = s."id" AND a."mergeId" IS NULL);

ALTER TABLE "Override" DROP CONSTRAINT "Override_pkey";
ALTER TABLE "Override" ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "Override" ALTER COLUMN "id" DROP DEFAULT;
ALTER TABLE "Override" ADD CONSTRAINT "Override_pkey" PRIMARY KEY ("id");
ALTER TABLE "Override" ALTER COLUMN "sessionId" DROP NOT NULL;
ALTER TABLE "Override" ADD COLUMN "roomId" UUID;
ALTER TABLE "Override" ADD COLUMN "speakerId" UUID;
ALTER TABLE "Override" ADD COLUMN "givenBackIn" INTEGER;
ALTER TABLE "Override" ADD CONSTRAINT "Override_of_one" CHECK (num_nonnulls("sessionId", "roomId", "speakerId") = 1);
ALTER TABLE "Override" ADD CONSTRAINT "Override_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Override" ADD CONSTRAINT "Override_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "Override_sessionId_field_key" ON "Override"("sessionId", "field");
CREATE UNIQUE INDEX "Override_roomId_field_key" ON "Override"("roomId", "field");
CREATE UNIQUE INDEX "Override_speakerId_field_key" ON "Override"("speakerId", "field");
