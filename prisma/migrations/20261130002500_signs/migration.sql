-- Secret addresses of signs at rooms' doors.
CREATE TABLE "SignLink" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "roomId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),
    CONSTRAINT "SignLink_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SignLink_tokenHash_key" ON "SignLink"("tokenHash");
CREATE INDEX "SignLink_conferenceId_idx" ON "SignLink"("conferenceId");
CREATE INDEX "SignLink_roomId_idx" ON "SignLink"("roomId");
ALTER TABLE "SignLink" ADD CONSTRAINT "SignLink_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SignLink" ADD CONSTRAINT "SignLink_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;
