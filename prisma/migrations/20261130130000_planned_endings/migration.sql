-- How a planned release ended and who called it off, and that a release came by itself, as planned.
ALTER TABLE "PlannedRelease" ADD COLUMN "ending" TEXT, ADD COLUMN "endedById" UUID;
CREATE INDEX "PlannedRelease_endedById_idx" ON "PlannedRelease"("endedById");
ALTER TABLE "PlannedRelease" ADD CONSTRAINT "PlannedRelease_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Release" ADD COLUMN "isPlanned" BOOLEAN NOT NULL DEFAULT false;
