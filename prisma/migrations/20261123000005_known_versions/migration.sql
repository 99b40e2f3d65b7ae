-- AlterTable
ALTER TABLE "Pick" ADD COLUMN     "knownVersion" INTEGER NOT NULL DEFAULT 0;

-- Whoever picked before this was asked for knows the programme as it is now.
UPDATE "Pick" SET "knownVersion" = "Conference"."version" FROM "Conference" WHERE "Conference"."id" = "Pick"."conferenceId";
