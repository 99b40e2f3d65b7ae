-- Plans of the building, and where rooms are on them.
CREATE TABLE "Floor" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "pictureId" UUID NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "metresWide" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Floor_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Floor_pictureId_key" ON "Floor"("pictureId");
CREATE INDEX "Floor_conferenceId_idx" ON "Floor"("conferenceId");
ALTER TABLE "Floor" ADD CONSTRAINT "Floor_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Room" ADD COLUMN "floorId" UUID, ADD COLUMN "floorX" DOUBLE PRECISION, ADD COLUMN "floorY" DOUBLE PRECISION;
ALTER TABLE "Room" ADD CONSTRAINT "Room_floorId_fkey" FOREIGN KEY ("floorId") REFERENCES "Floor"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Room_floorId_idx" ON "Room"("floorId");

ALTER TABLE "Conference" ADD COLUMN "c3navUrl" TEXT;
