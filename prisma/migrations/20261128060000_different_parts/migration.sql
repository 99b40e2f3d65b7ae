-- Of which rooms or tracks an organizer said that they are not one, though their names are alike.
CREATE TABLE "DifferentParts" (
    "conferenceId" UUID NOT NULL,
    "oneId" UUID NOT NULL,
    "otherId" UUID NOT NULL,

    CONSTRAINT "DifferentParts_pkey" PRIMARY KEY ("conferenceId","oneId","otherId")
);
ALTER TABLE "DifferentParts" ADD CONSTRAINT "DifferentParts_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE CASCADE ON UPDATE CASCADE;
