-- Copies of notes whose group ended since, and those that backups brought into other accounts before they said it, are known by when their note was begun.
UPDATE "Note" SET "together" = true WHERE NOT "together" AND EXISTS (
  SELECT 1 FROM "Note" AS "whole" WHERE "whole"."together" AND "whole"."conferenceId" = "Note"."conferenceId" AND "whole"."notedAt" = "Note"."notedAt");

-- Devices hear of it, so that the backups that they make from now on say it.
WITH "told" AS (
  UPDATE "User" SET "revision" = "revision" + 1
  WHERE EXISTS (SELECT 1 FROM "Note" WHERE "userId" = "User"."id" AND "together" AND "groupId" IS NULL) RETURNING "id", "revision"
)
UPDATE "Note" SET "revision" = "told"."revision" FROM "told" WHERE "userId" = "told"."id" AND "together" AND "groupId" IS NULL;
