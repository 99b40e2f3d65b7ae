-- A talk that is held several times is several sessions of one id.
ALTER TABLE "SourceSession" DROP CONSTRAINT "SourceSession_pkey", ADD CONSTRAINT "SourceSession_pkey" PRIMARY KEY ("sourceId", "key", "sessionId");

-- Names are told apart by their marks now. A row without a name has a key of the old kind.
ALTER TABLE "RoomAlias" ADD COLUMN "name" TEXT;
ALTER TABLE "TrackAlias" ADD COLUMN "name" TEXT;

-- Addresses that a part of a conference had before.
CREATE TYPE "AddressKind" AS ENUM ('room', 'track', 'speaker', 'colocated');
CREATE TABLE "AddressAlias" (
    "conferenceId" UUID NOT NULL,
    "kind" "AddressKind" NOT NULL,
    "slug" TEXT NOT NULL,
    "partId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AddressAlias_pkey" PRIMARY KEY ("conferenceId", "kind", "slug")
);
CREATE INDEX "AddressAlias_partId_idx" ON "AddressAlias"("partId");
ALTER TABLE "AddressAlias" ADD CONSTRAINT "AddressAlias_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rooms and tracks that were merged away: their addresses lead to where their spellings went.
INSERT INTO "AddressAlias" ("conferenceId", "kind", "slug", "partId")
SELECT r."conferenceId", 'room', r."slug", a."roomId" FROM "Room" r
JOIN "RoomAlias" a ON a."conferenceId" = r."conferenceId" AND a."roomId" <> r."id"
  AND a."key" = trim(regexp_replace(lower(r."name"), '[^[:alnum:]]+', ' ', 'g'))
WHERE r."archivedAt" IS NOT NULL;
INSERT INTO "AddressAlias" ("conferenceId", "kind", "slug", "partId")
SELECT t."conferenceId", 'track', t."slug", a."trackId" FROM "Track" t
JOIN "TrackAlias" a ON a."conferenceId" = t."conferenceId" AND a."trackId" <> t."id"
  AND a."key" = trim(regexp_replace(lower(t."name"), '[^[:alnum:]]+', ' ', 'g'))
WHERE t."archivedAt" IS NOT NULL;
