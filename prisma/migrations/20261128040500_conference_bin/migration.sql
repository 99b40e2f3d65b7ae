-- A deleted conference goes to a bin. What people wrote and picked there is theirs: the database lets no conference, session, room or group take it along.
ALTER TABLE "Conference" ADD COLUMN "deletedAt" TIMESTAMPTZ(3), ADD COLUMN "visibilityBefore" "Visibility", ADD COLUMN "purgedAt" TIMESTAMPTZ(3);
CREATE INDEX "Conference_deletedAt_idx" ON "Conference"("deletedAt");
ALTER TABLE "Conference" ADD CONSTRAINT "Conference_bin" CHECK (
  CASE WHEN "deletedAt" IS NULL THEN "visibilityBefore" IS NULL AND "purgedAt" IS NULL ELSE "visibilityBefore" IS NOT NULL AND "visibility" = 'private' END
);

ALTER TABLE "Pick" DROP CONSTRAINT "Pick_sessionId_fkey", DROP CONSTRAINT "Pick_conferenceId_fkey";
ALTER TABLE "Block" DROP CONSTRAINT "Block_conferenceId_fkey";
ALTER TABLE "Attendance" DROP CONSTRAINT "Attendance_sessionId_fkey", DROP CONSTRAINT "Attendance_conferenceId_fkey";
ALTER TABLE "Note" DROP CONSTRAINT "Note_sessionId_fkey", DROP CONSTRAINT "Note_conferenceId_fkey";
ALTER TABLE "Group" DROP CONSTRAINT "Group_conferenceId_fkey";
ALTER TABLE "GroupMember" DROP CONSTRAINT "GroupMember_userId_fkey";
ALTER TABLE "Reading" DROP CONSTRAINT "Reading_roomId_fkey", DROP CONSTRAINT "Reading_conferenceId_fkey";

ALTER TABLE "Pick" ADD CONSTRAINT "Pick_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Pick" ADD CONSTRAINT "Pick_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Block" ADD CONSTRAINT "Block_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Note" ADD CONSTRAINT "Note_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Note" ADD CONSTRAINT "Note_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Group" ADD CONSTRAINT "Group_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- An account leaves its groups before it goes, so that what belongs to them stays (hand_over_notes).
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- In the bin it stays to people what it was: the twin of lib/people/participation.ts.
CREATE OR REPLACE FUNCTION takes_part(of_person UUID, in_conference UUID) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "Conference" WHERE "id" = in_conference
      AND ("visibility" = 'public' OR "visibilityBefore" = 'public' OR EXISTS (SELECT 1 FROM "Membership" WHERE "conferenceId" = in_conference AND "userId" = of_person)))
$$;

-- A group's notes, and the photos in them, belong to the group: whoever leaves leaves them to the member of the longest standing who may take part.
-- Of the last one they become private notes. What its maker takes along is a copy (end_note_shares).
CREATE FUNCTION hand_over_notes(of_group UUID, leaver UUID) RETURNS void LANGUAGE plpgsql AS $$
DECLARE heir UUID; counter BIGINT; heirs BIGINT; in_conference UUID;
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "Note" WHERE "groupId" = of_group
      AND ("userId" = leaver OR EXISTS (SELECT 1 FROM "Photo" WHERE "Photo"."noteId" = "Note"."id" AND "Photo"."userId" = leaver))
  ) THEN RETURN; END IF;
  -- The group first and people in one order, as a push takes them: no two wait for each other.
  SELECT "conferenceId" INTO in_conference FROM "Group" WHERE "id" = of_group FOR UPDATE;
  SELECT "userId" INTO heir FROM "GroupMember" WHERE "groupId" = of_group AND "userId" <> leaver
    ORDER BY takes_part("userId", in_conference) DESC, "joinedAt", "userId" LIMIT 1;
  PERFORM 1 FROM "User" WHERE "id" IN (leaver, heir) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = leaver RETURNING "revision" INTO counter;
  IF heir IS NULL THEN
    UPDATE "Note" SET "groupId" = NULL, "revision" = counter WHERE "groupId" = of_group AND "userId" = leaver;
    RETURN;
  END IF;
  UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = heir RETURNING "revision" INTO heirs;
  INSERT INTO "NoteShare" ("noteId", "userId", "revision", "endedAt")
    SELECT "id", leaver, counter, now() FROM "Note" WHERE "groupId" = of_group AND "userId" = leaver
    ON CONFLICT ("noteId", "userId") DO UPDATE SET "revision" = counter, "endedAt" = now();
  UPDATE "Photo" SET "userId" = heir, "revision" = heirs FROM "Note" WHERE "Note"."id" = "Photo"."noteId" AND "groupId" = of_group AND "Photo"."userId" = leaver;
  DELETE FROM "NoteShare" USING "Note" WHERE "Note"."id" = "noteId" AND "groupId" = of_group AND "Note"."userId" = leaver AND "NoteShare"."userId" = heir;
  UPDATE "Note" SET "userId" = heir, "revision" = heirs WHERE "groupId" = of_group AND "userId" = leaver;
END;
$$;

CREATE FUNCTION group_left_notes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hand_over_notes(OLD."groupId", OLD."userId");
  RETURN OLD;
END;
$$;

-- After group_left, which ends the leaver's shares: triggers run in the order of their names.
CREATE TRIGGER group_left_notes AFTER DELETE ON "GroupMember" FOR EACH ROW EXECUTE FUNCTION group_left_notes();

-- Those who left before now. They keep their copies, too.
DO $$
DECLARE gone RECORD; counter BIGINT;
BEGIN
  FOR gone IN
    SELECT DISTINCT "Note"."groupId", "Note"."conferenceId", "people"."userId" FROM "Note"
    JOIN LATERAL (SELECT "Note"."userId" UNION SELECT "Photo"."userId" FROM "Photo" WHERE "Photo"."noteId" = "Note"."id") AS people ON true
    WHERE "groupId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "GroupMember" WHERE "GroupMember"."groupId" = "Note"."groupId" AND "GroupMember"."userId" = people."userId")
  LOOP
    UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = gone."userId" RETURNING "revision" INTO counter;
    IF EXISTS (SELECT 1 FROM "GroupMember" WHERE "groupId" = gone."groupId") THEN PERFORM keep_own_words(gone."userId", gone."conferenceId", gone."groupId", counter); END IF;
    PERFORM hand_over_notes(gone."groupId", gone."userId");
  END LOOP;
END;
$$;
