-- A draft that is published is a release of its own kind.
ALTER TYPE "ReleaseKind" ADD VALUE 'draft';

ALTER TABLE "Room" ADD COLUMN "allowsOverlap" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "Draft" (
    "conferenceId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("conferenceId")
);

CREATE TABLE "DraftMove" (
    "conferenceId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "discardedIn" INTEGER NOT NULL DEFAULT 0,
    "discardedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,
    "place" JSONB NOT NULL,
    "from" JSONB,
    "created" JSONB,
    "userId" UUID,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftMove_pkey" PRIMARY KEY ("conferenceId", "sessionId", "discardedIn"),
    -- What is drawn was nowhere; whatever else was somewhere.
    CONSTRAINT "DraftMove_from_or_created" CHECK (("from" IS NULL) = ("created" IS NOT NULL)),
    CONSTRAINT "DraftMove_discarded" CHECK (("discardedIn" = 0) = ("discardedAt" IS NULL))
);

CREATE TABLE "IgnoredWarning" (
    "conferenceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IgnoredWarning_pkey" PRIMARY KEY ("conferenceId", "key")
);

CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "speakerId" UUID NOT NULL,
    "startAt" TIMESTAMPTZ(3) NOT NULL,
    "endAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Absence_ends_after_it_begins" CHECK ("endAt" > "startAt")
);

CREATE INDEX "DraftMove_userId_idx" ON "DraftMove"("userId");
CREATE INDEX "IgnoredWarning_userId_idx" ON "IgnoredWarning"("userId");
CREATE INDEX "Absence_conferenceId_speakerId_idx" ON "Absence"("conferenceId", "speakerId");

ALTER TABLE "Draft" ADD CONSTRAINT "Draft_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DraftMove" ADD CONSTRAINT "DraftMove_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Draft"("conferenceId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DraftMove" ADD CONSTRAINT "DraftMove_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "IgnoredWarning" ADD CONSTRAINT "IgnoredWarning_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Draft"("conferenceId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "IgnoredWarning" ADD CONSTRAINT "IgnoredWarning_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Open boards hear that their draft is another one; the version says nothing of what is in it, and is told to organizers alone.
CREATE FUNCTION notify_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hallway', json_build_object('draft', NEW."conferenceId", 'version', NEW."version")::text);
  RETURN NULL;
END;
$$;

CREATE TRIGGER draft_moved AFTER INSERT OR UPDATE OF "version" ON "Draft" FOR EACH ROW EXECUTE FUNCTION notify_draft();

-- Who is another thing to a conference than before is asked again what they may hear: an organizer made an attendee stops hearing of drafts.
CREATE FUNCTION role_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hallway', json_build_object('rights', NEW."userId")::text);
  RETURN NULL;
END;
$$;

CREATE TRIGGER role_changed AFTER UPDATE OF "role" ON "Membership" FOR EACH ROW
  WHEN (OLD."role" IS DISTINCT FROM NEW."role") EXECUTE FUNCTION role_changed();
