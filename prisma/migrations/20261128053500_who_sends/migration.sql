-- Whose a parcel is, and from where a guest's reading came: a hash of what a client cannot invent. Those of before have none.
ALTER TABLE "Parcel" ADD COLUMN "sender" TEXT NOT NULL DEFAULT '';
CREATE INDEX "Parcel_sender_idx" ON "Parcel"("sender");
ALTER TABLE "Reading" ADD COLUMN "origin" TEXT;
