-- A secret address may be of a private conference or a part of it, or of a group; those that there are, are of plans.
CREATE TYPE "FeedSubject" AS ENUM ('plan', 'group', 'conference', 'track', 'room', 'speaker', 'colocated');

ALTER TABLE "FeedToken" ADD COLUMN "subject" "FeedSubject" NOT NULL DEFAULT 'plan', ADD COLUMN "subjectId" UUID,
  ADD COLUMN "basis" TEXT;
