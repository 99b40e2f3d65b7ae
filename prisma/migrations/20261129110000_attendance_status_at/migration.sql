-- When a status was said, apart from when a wish was: where somebody is, is what they said of that last.
ALTER TABLE "Attendance" ADD COLUMN     "statusAt" TIMESTAMPTZ(3);
UPDATE "Attendance" SET "statusAt" = "updatedAt" WHERE "status" IS NOT NULL;
