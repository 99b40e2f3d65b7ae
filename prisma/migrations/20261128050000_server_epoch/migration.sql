-- What a device remembers of how a person's rows stood: a word that nobody can guess, for each number of their counter that was ever told.
CREATE TABLE "SyncMark" (
    "userId" UUID NOT NULL,
    "revision" BIGINT NOT NULL,
    "word" UUID NOT NULL DEFAULT gen_random_uuid(),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SyncMark_pkey" PRIMARY KEY ("userId", "revision")
);

CREATE INDEX "SyncMark_createdAt_idx" ON "SyncMark"("createdAt");

ALTER TABLE "SyncMark" ADD CONSTRAINT "SyncMark_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- When something was last said of a photo; of those here already it is not known.
ALTER TABLE "Photo" ADD COLUMN "saidAt" TIMESTAMPTZ(3);
