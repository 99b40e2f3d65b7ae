-- What changed while a conference was private is told to nobody once it is public.
ALTER TABLE "Conference" ADD COLUMN "publicSinceVersion" INTEGER NOT NULL DEFAULT 0;
