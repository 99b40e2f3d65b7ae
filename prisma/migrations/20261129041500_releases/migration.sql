-- A release is a stretch of the history of changes, not a copy of the programme. Nothing has made one before.
CREATE TYPE "ReleaseKind" AS ENUM ('import', 'edits', 'undo');

ALTER TABLE "Release" DROP COLUMN "snapshot",
ADD COLUMN     "kind" "ReleaseKind" NOT NULL,
ADD COLUMN     "sinceVersion" INTEGER NOT NULL,
ADD COLUMN     "version" INTEGER NOT NULL,
ADD COLUMN     "importRunId" UUID,
ADD COLUMN     "undoesId" UUID,
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE UNIQUE INDEX "Release_importRunId_key" ON "Release"("importRunId");
CREATE UNIQUE INDEX "Release_undoesId_key" ON "Release"("undoesId");

ALTER TABLE "Release" ADD CONSTRAINT "Release_importRunId_fkey" FOREIGN KEY ("importRunId") REFERENCES "ImportRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Release" ADD CONSTRAINT "Release_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "Release"("id") ON DELETE SET NULL ON UPDATE CASCADE;
