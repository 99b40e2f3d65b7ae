-- Announcements say in which language they are; their news travels on a topic of its own, since no document of the programme changes.
ALTER TABLE "Announcement" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en';

CREATE FUNCTION notify_announcement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hallway', json_build_object('announcements', NEW."conferenceId")::text);
  RETURN NEW;
END;
$$;

CREATE TRIGGER announcement_made AFTER INSERT OR UPDATE ON "Announcement" FOR EACH ROW EXECUTE FUNCTION notify_announcement();

-- An organizer can mute what attendees say of a room.
ALTER TABLE "Room" ADD COLUMN "reportsMutedAt" TIMESTAMPTZ(3), ADD COLUMN "reportsMutedUntil" TIMESTAMPTZ(3);

CREATE FUNCTION notify_room_muted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hallway', json_build_object('rooms', NEW."conferenceId")::text);
  RETURN NEW;
END;
$$;

CREATE TRIGGER room_muted AFTER UPDATE OF "reportsMutedAt", "reportsMutedUntil" ON "Room" FOR EACH ROW EXECUTE FUNCTION notify_room_muted();

-- What a person wants to be told is theirs, not a device's.
ALTER TABLE "PushSubscription" DROP COLUMN "kinds";

CREATE TYPE "AlertKind" AS ENUM ('nextSession', 'roomFull', 'sessionMoved', 'announcement', 'digest');

CREATE TABLE "AlertSetting" (
  "userId" UUID NOT NULL,
  "off" "AlertKind"[],
  "quietFrom" TEXT,
  "quietTo" TEXT,
  "timeZone" TEXT,
  "digest" BOOLEAN NOT NULL DEFAULT false,

  CONSTRAINT "AlertSetting_pkey" PRIMARY KEY ("userId")
);

CREATE TABLE "Alert" (
  "id" UUID NOT NULL,
  "userId" UUID NOT NULL,
  "conferenceId" UUID NOT NULL,
  "kind" "AlertKind" NOT NULL,
  "subjectId" UUID NOT NULL,
  "version" TEXT NOT NULL,
  "dueAt" TIMESTAMPTZ(3) NOT NULL,
  "expiresAt" TIMESTAMPTZ(3) NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "doneAt" TIMESTAMPTZ(3),
  "outcome" TEXT,
  "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Alert_userId_kind_subjectId_version_key" ON "Alert"("userId", "kind", "subjectId", "version");
CREATE INDEX "Alert_doneAt_dueAt_idx" ON "Alert"("doneAt", "dueAt");
CREATE INDEX "Alert_conferenceId_idx" ON "Alert"("conferenceId");

ALTER TABLE "AlertSetting" ADD CONSTRAINT "AlertSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
