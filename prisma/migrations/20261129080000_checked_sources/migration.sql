-- Sources are checked by themselves, what may not come in by itself waits, and every run says where from and what came of it.
ALTER TYPE "ImportOutcome" ADD VALUE 'waiting';
ALTER TYPE "ImportOutcome" ADD VALUE 'failed';
ALTER TYPE "AlertKind" ADD VALUE 'sourceWaits';

-- CreateEnum
CREATE TYPE "RunKind" AS ENUM ('import', 'check');

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "address" TEXT,
ADD COLUMN     "contentHash" TEXT,
ADD COLUMN     "detail" TEXT,
ADD COLUMN     "fileNames" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "kind" "RunKind" NOT NULL DEFAULT 'import',
ADD COLUMN     "left" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "counts" DROP NOT NULL;

-- AlterTable: nothing has ever written an etag.
ALTER TABLE "Source" DROP COLUMN "etag",
ADD COLUMN     "checkingUntil" TIMESTAMPTZ(3),
ADD COLUMN     "declined" TEXT,
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fetched" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "nextCheckAt" TIMESTAMPTZ(3),
ADD COLUMN     "timeZone" TEXT;

-- CreateTable
CREATE TABLE "WaitingImport" (
    "sourceId" UUID NOT NULL,
    "contentHash" TEXT NOT NULL,
    "changesHash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "siteKey" TEXT,
    "format" TEXT NOT NULL,
    "files" BYTEA NOT NULL,
    "fetched" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "bytes" INTEGER NOT NULL,
    "reasons" TEXT[],
    "counts" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WaitingImport_pkey" PRIMARY KEY ("sourceId")
);

-- CreateIndex
CREATE INDEX "Source_nextCheckAt_idx" ON "Source"("nextCheckAt");
CREATE INDEX "WaitingImport_createdAt_idx" ON "WaitingImport"("createdAt");

-- AddForeignKey
ALTER TABLE "WaitingImport" ADD CONSTRAINT "WaitingImport_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;
