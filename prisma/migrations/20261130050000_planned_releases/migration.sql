-- A draft that is published by itself at a time, and what came of that.
CREATE TABLE "PlannedRelease" (
    "conferenceId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "isSilent" BOOLEAN NOT NULL DEFAULT false,
    "userId" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "number" INTEGER,
    "left" JSONB NOT NULL DEFAULT '[]',
    CONSTRAINT "PlannedRelease_pkey" PRIMARY KEY ("conferenceId")
);
CREATE INDEX "PlannedRelease_userId_idx" ON "PlannedRelease"("userId");
CREATE INDEX "PlannedRelease_dueAt_idx" ON "PlannedRelease"("dueAt");
ALTER TABLE "PlannedRelease" ADD CONSTRAINT "PlannedRelease_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Draft"("conferenceId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PlannedRelease" ADD CONSTRAINT "PlannedRelease_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
