-- Who ended a hold of alerts, so that whoever comes second hears of it.
ALTER TABLE "AlertHold" ADD COLUMN "endedById" UUID;
CREATE INDEX "AlertHold_endedById_idx" ON "AlertHold"("endedById");
ALTER TABLE "AlertHold" ADD CONSTRAINT "AlertHold_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
