-- A role that reaches the sessions of one track or co-located event.
ALTER TYPE "Role" ADD VALUE 'lead' BEFORE 'steward';

ALTER TABLE "Membership" ADD COLUMN "trackId" UUID, ADD COLUMN "colocatedId" UUID;
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Membership_trackId_idx" ON "Membership"("trackId");
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_colocatedId_fkey" FOREIGN KEY ("colocatedId") REFERENCES "ColocatedEvent"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Membership_colocatedId_idx" ON "Membership"("colocatedId");
ALTER TABLE "Invitation" ADD COLUMN "trackId" UUID, ADD COLUMN "colocatedId" UUID;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Invitation_trackId_idx" ON "Invitation"("trackId");
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_colocatedId_fkey" FOREIGN KEY ("colocatedId") REFERENCES "ColocatedEvent"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Invitation_colocatedId_idx" ON "Invitation"("colocatedId");
