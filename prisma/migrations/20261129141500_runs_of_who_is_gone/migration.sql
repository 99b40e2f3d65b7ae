-- Whether somebody asked for a run, which is known still when their account is gone.
ALTER TABLE "ImportRun" ADD COLUMN     "byPerson" BOOLEAN NOT NULL DEFAULT false;
UPDATE "ImportRun" SET "byPerson" = true WHERE "userId" IS NOT NULL;
