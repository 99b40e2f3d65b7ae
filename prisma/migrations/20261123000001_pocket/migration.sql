-- CreateTable
CREATE TABLE "ChangeReceipt" (
    "userId" UUID NOT NULL,
    "conferenceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" BIGINT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChangeReceipt_pkey" PRIMARY KEY ("userId","conferenceId")
);

-- CreateTable
CREATE TABLE "NoteShare" (
    "noteId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "revision" BIGINT NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoteShare_pkey" PRIMARY KEY ("noteId","userId")
);

-- CreateIndex
CREATE INDEX "ChangeReceipt_userId_revision_idx" ON "ChangeReceipt"("userId", "revision");

-- CreateIndex
CREATE INDEX "ChangeReceipt_conferenceId_idx" ON "ChangeReceipt"("conferenceId");

-- CreateIndex
CREATE INDEX "NoteShare_userId_revision_idx" ON "NoteShare"("userId", "revision");

-- AddForeignKey
ALTER TABLE "ChangeReceipt" ADD CONSTRAINT "ChangeReceipt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeReceipt" ADD CONSTRAINT "ChangeReceipt_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteShare" ADD CONSTRAINT "NoteShare_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteShare" ADD CONSTRAINT "NoteShare_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who joins a group is told of the notes that are there; who leaves is told that they are theirs no more. Whoever writes a
-- note of a group holds its row against newcomers until the note is there to be found.
CREATE FUNCTION share_notes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE counter BIGINT;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Note" WHERE "groupId" = NEW."groupId" AND "userId" <> NEW."userId") THEN RETURN NEW; END IF;
  UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = NEW."userId" RETURNING "revision" INTO counter;
  INSERT INTO "NoteShare" ("noteId", "userId", "revision")
    SELECT "id", NEW."userId", counter FROM "Note" WHERE "groupId" = NEW."groupId" AND "userId" <> NEW."userId"
    ON CONFLICT ("noteId", "userId") DO UPDATE SET "revision" = counter, "endedAt" = NULL;
  RETURN NEW;
END;
$$;

CREATE FUNCTION end_note_shares() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE counter BIGINT;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "NoteShare" WHERE "userId" = OLD."userId" AND "endedAt" IS NULL) THEN RETURN OLD; END IF;
  UPDATE "User" SET "revision" = "revision" + 1 WHERE "id" = OLD."userId" RETURNING "revision" INTO counter;
  -- The account is gone, and its shares are going.
  IF counter IS NULL THEN RETURN OLD; END IF;
  UPDATE "NoteShare" SET "revision" = counter, "endedAt" = now()
    FROM "Note" WHERE "Note"."id" = "noteId" AND "NoteShare"."userId" = OLD."userId"
    AND ("groupId" = OLD."groupId" OR NOT EXISTS (SELECT 1 FROM "GroupMember" WHERE "GroupMember"."groupId" = "Note"."groupId" AND "GroupMember"."userId" = OLD."userId"));
  RETURN OLD;
END;
$$;

CREATE TRIGGER group_joined AFTER INSERT ON "GroupMember" FOR EACH ROW EXECUTE FUNCTION share_notes();
CREATE TRIGGER group_left AFTER DELETE ON "GroupMember" FOR EACH ROW EXECUTE FUNCTION end_note_shares();
