-- What a device holds, sealed by it, on its way to another.
CREATE TABLE "Parcel" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Parcel_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Parcel_tokenHash_key" ON "Parcel"("tokenHash");
CREATE INDEX "Parcel_expiresAt_idx" ON "Parcel"("expiresAt");
