-- A release says which rooms a name means now.
ALTER TABLE "Release" ADD COLUMN "into" TEXT[] DEFAULT ARRAY[]::TEXT[];
UPDATE "Release" r
SET "into" = s."into"
FROM "RoomSplit" s
WHERE r."kind" = 'split'
  AND s."conferenceId" = r."conferenceId" AND s."name" = r."note" AND s."createdAt" = r."createdAt";
