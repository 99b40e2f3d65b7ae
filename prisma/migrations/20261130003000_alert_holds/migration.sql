-- Alerts of what moves, held back until an organizer lets them go.
CREATE TABLE "AlertHold" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "isAnnounced" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "AlertHold_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "AlertHold_conferenceId_idx" ON "AlertHold"("conferenceId");
CREATE INDEX "AlertHold_endedAt_idx" ON "AlertHold"("endedAt");
-- Two who hold at once hold once.
CREATE UNIQUE INDEX "AlertHold_one_stands" ON "AlertHold"("conferenceId") WHERE "endedAt" IS NULL;
ALTER TABLE "AlertHold" ADD CONSTRAINT "AlertHold_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
