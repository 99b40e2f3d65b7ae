-- Whether a note is, or ever was, a group's, or a copy of one: others may have written in it, so nobody publishes it as words of their own.
ALTER TABLE "Note" ADD COLUMN "together" BOOLEAN NOT NULL DEFAULT false;

-- Copies that leavers kept before now are known by when their note was begun.
UPDATE "Note" SET "together" = true WHERE "groupId" IS NOT NULL
  OR EXISTS (SELECT 1 FROM "NoteShare" WHERE "noteId" = "Note"."id")
  OR EXISTS (SELECT 1 FROM "Note" AS "whole" WHERE "whole"."groupId" IS NOT NULL AND "whole"."conferenceId" = "Note"."conferenceId"
    AND "whole"."createdAt" = "Note"."createdAt" AND "whole"."notedAt" = "Note"."notedAt");

-- What was a group's once stays so, whatever becomes of the group.
CREATE FUNCTION remember_together() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."groupId" IS NOT NULL THEN NEW."together" := true; END IF;
  RETURN NEW;
END;
$$;
CREATE TRIGGER note_together BEFORE INSERT OR UPDATE OF "groupId", "together" ON "Note" FOR EACH ROW EXECUTE FUNCTION remember_together();

-- Whoever loses a group's notes keeps those that they made, as they read now, as notes of their own: with what others wrote in them.
CREATE OR REPLACE FUNCTION keep_own_words(of_person UUID, in_conference UUID, in_group UUID, counter BIGINT) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "Note" ("id", "userId", "conferenceId", "sessionId", "place", "text", "state", "revision", "notedAt", "createdAt", "updatedAt", "together")
    SELECT gen_random_uuid(), "userId", "conferenceId", "sessionId", "place", "text", "state", counter, "notedAt", "createdAt", "updatedAt", true
    FROM "Note" WHERE "userId" = of_person AND "conferenceId" = in_conference AND "groupId" IS NOT NULL AND (in_group IS NULL OR "groupId" = in_group)
      AND "deletedAt" IS NULL AND "text" <> ''
$$;
