-- What a recap read before an edit, so that it can be restored.
CREATE TABLE "RecapRevision" (
  "id" UUID NOT NULL,
  "recapId" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "summary" TEXT,
  "text" TEXT NOT NULL,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT "RecapRevision_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "RecapRevision_recapId_createdAt_idx" ON "RecapRevision"("recapId", "createdAt");

ALTER TABLE "RecapRevision" ADD CONSTRAINT "RecapRevision_recapId_fkey" FOREIGN KEY ("recapId") REFERENCES "Recap"("id") ON DELETE CASCADE ON UPDATE CASCADE;
