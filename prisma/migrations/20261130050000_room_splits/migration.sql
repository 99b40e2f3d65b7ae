-- Names of sources that mean several rooms, and those of which somebody said that they are one.
CREATE TABLE "RoomSplit" (
    "conferenceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "into" TEXT[] NOT NULL,
    "sessions" UUID[] NOT NULL,
    "made" UUID[] NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "RoomSplit_pkey" PRIMARY KEY ("conferenceId", "key")
);
ALTER TABLE "RoomSplit" ADD CONSTRAINT "RoomSplit_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
