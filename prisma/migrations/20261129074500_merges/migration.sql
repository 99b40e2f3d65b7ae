-- Two rooms, tracks or speakers that are one: a row that keeps what moved, so that it can be taken back. What was merged
-- before has none, and stays as it is until one of its names is split off.
ALTER TYPE "ReleaseKind" ADD VALUE 'merge';
ALTER TYPE "ReleaseKind" ADD VALUE 'split';

CREATE TABLE "Merge" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "kind" "AddressKind" NOT NULL,
    "partId" UUID NOT NULL,
    "intoId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "intoName" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Merge_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Merge_conferenceId_kind_partId_idx" ON "Merge"("conferenceId", "kind", "partId");
CREATE INDEX "Merge_userId_idx" ON "Merge"("userId");
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Merge" ADD CONSTRAINT "Merge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "RoomAlias" ADD COLUMN "mergeId" UUID;
ALTER TABLE "TrackAlias" ADD COLUMN "mergeId" UUID;
ALTER TABLE "SpeakerAlias" ADD COLUMN "mergeId" UUID;
ALTER TABLE "Speaker" ADD COLUMN "archivedAt" TIMESTAMPTZ(3);
ALTER TABLE "Release" ADD COLUMN "mergeId" UUID;
CREATE UNIQUE INDEX "Release_mergeId_key" ON "Release"("mergeId");
ALTER TABLE "Release" ADD CONSTRAINT "Release_mergeId_fkey" FOREIGN KEY ("mergeId") REFERENCES "Merge"("id") ON DELETE SET NULL ON UPDATE CASCADE;
