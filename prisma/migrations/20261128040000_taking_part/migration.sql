-- May this person take part in this conference? The twin of lib/people/participation.ts, for what triggers tell; a test holds both to one table.
CREATE FUNCTION takes_part(of_person UUID, in_conference UUID) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM "Conference" WHERE "id" = in_conference
      AND ("visibility" = 'public' OR EXISTS (SELECT 1 FROM "Membership" WHERE "conferenceId" = in_conference AND "userId" = of_person)))
$$;

-- Whoever loses a group's notes keeps those that they made, as they read now, as notes of their own.
CREATE FUNCTION keep_own_words(of_person UUID, in_conference UUID, in_group UUID, counter BIGINT) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "Note" ("id", "userId", "conferenceId", "sessionId", "place", "text", "state", "revision", "notedAt", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), "userId", "conferenceId", "sessionId", "place", "text", "state", counter, "notedAt", "createdAt", "updatedAt"
    FROM "Note" WHERE "userId" = of_person AND "conferenceId" = in_conference AND "groupId" IS NOT NULL AND (in_group IS NULL OR "groupId" = in_group)
      AND "deletedAt" IS NULL AND "text" <> ''
$$;

-- Tells a person anew of all notes of their groups in a conference: a pull decides which of them they may still see.
CREATE FUNCTION tell_anew(of_person UUID, in_conference UUID) RETURNS void LANGUAGE plpgsql AS $$
DECLARE counter BIGINT;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Note" LEFT JOIN "GroupMember" ON "GroupMember"."groupId" = "Note"."groupId" AND "GroupMember"."userId" = of_person
    WHERE "conferenceId" = in_conference AND "Note"."groupId" IS NOT NULL AND ("Note"."userId" = of_person OR "GroupMember"."userId" IS NOT NULL)) THEN RETURN; END IF;
  UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = of_person RETURNING "revision" INTO counter;
  -- The account is gone, and all of it is going.
  IF counter IS NULL THEN RETURN; END IF;
  IF NOT takes_part(of_person, in_conference) THEN PERFORM keep_own_words(of_person, in_conference, NULL, counter); END IF;
  UPDATE "Note" SET "revision" = counter WHERE "userId" = of_person AND "conferenceId" = in_conference AND "groupId" IS NOT NULL;
  INSERT INTO "NoteShare" ("noteId", "userId", "revision")
    SELECT "Note"."id", of_person, counter FROM "Note" JOIN "GroupMember" ON "GroupMember"."groupId" = "Note"."groupId" AND "GroupMember"."userId" = of_person
    WHERE "Note"."conferenceId" = in_conference AND "Note"."userId" <> of_person
    ON CONFLICT ("noteId", "userId") DO UPDATE SET "revision" = counter, "endedAt" = NULL;
END;
$$;

CREATE FUNCTION membership_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE gone BOOLEAN := TG_OP = 'DELETE';
DECLARE of_person UUID := CASE WHEN TG_OP = 'DELETE' THEN OLD."userId" ELSE NEW."userId" END;
DECLARE in_conference UUID := CASE WHEN TG_OP = 'DELETE' THEN OLD."conferenceId" ELSE NEW."conferenceId" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "Conference" WHERE "id" = in_conference AND "visibility" = 'private') THEN PERFORM tell_anew(of_person, in_conference); END IF;
  IF gone THEN PERFORM pg_notify('hallway', json_build_object('rights', of_person)::text); END IF;
  RETURN NULL;
END;
$$;

CREATE TRIGGER membership_moved AFTER INSERT OR DELETE ON "Membership" FOR EACH ROW EXECUTE FUNCTION membership_moved();

-- Opened or closed: everybody of its groups without a role in it.
CREATE FUNCTION conference_opened_or_closed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE of_person UUID;
BEGIN
  FOR of_person IN
    SELECT DISTINCT "userId" FROM (
      SELECT "GroupMember"."userId" FROM "GroupMember" JOIN "Group" ON "Group"."id" = "groupId" WHERE "conferenceId" = NEW."id"
    ) AS people WHERE NOT EXISTS (SELECT 1 FROM "Membership" WHERE "Membership"."conferenceId" = NEW."id" AND "Membership"."userId" = people."userId")
    ORDER BY "userId"
  LOOP PERFORM tell_anew(of_person, NEW."id"); END LOOP;
  -- Open screens hear of it, whether or not its version moves.
  PERFORM pg_notify('hallway', json_build_object('conference', NEW."id")::text);
  RETURN NULL;
END;
$$;

CREATE TRIGGER conference_opened_or_closed AFTER UPDATE OF "visibility" ON "Conference" FOR EACH ROW
  WHEN (OLD."visibility" IS DISTINCT FROM NEW."visibility") EXECUTE FUNCTION conference_opened_or_closed();

-- Whoever leaves a group, or is put out of it, is told of its notes no more; also of those that they made, of which they keep a copy.
CREATE OR REPLACE FUNCTION end_note_shares() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE counter BIGINT;
DECLARE in_conference UUID;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "NoteShare" WHERE "userId" = OLD."userId" AND "endedAt" IS NULL)
    AND NOT EXISTS (SELECT 1 FROM "Note" WHERE "userId" = OLD."userId" AND "groupId" = OLD."groupId") THEN RETURN OLD; END IF;
  UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = OLD."userId" RETURNING "revision" INTO counter;
  -- The account is gone, and its shares are going.
  IF counter IS NULL THEN RETURN OLD; END IF;
  UPDATE "NoteShare" SET "revision" = counter, "endedAt" = now()
    FROM "Note" WHERE "Note"."id" = "noteId" AND "NoteShare"."userId" = OLD."userId"
    AND ("groupId" = OLD."groupId" OR NOT EXISTS (SELECT 1 FROM "GroupMember" WHERE "GroupMember"."groupId" = "Note"."groupId" AND "GroupMember"."userId" = OLD."userId"));
  SELECT "conferenceId" INTO in_conference FROM "Group" WHERE "id" = OLD."groupId";
  -- Who may take part no more kept a copy when that ended.
  IF in_conference IS NOT NULL AND takes_part(OLD."userId", in_conference) AND EXISTS (SELECT 1 FROM "GroupMember" WHERE "groupId" = OLD."groupId")
    THEN PERFORM keep_own_words(OLD."userId", in_conference, OLD."groupId", counter); END IF;
  UPDATE "Note" SET "revision" = counter WHERE "userId" = OLD."userId" AND "groupId" = OLD."groupId";
  RETURN OLD;
END;
$$;
