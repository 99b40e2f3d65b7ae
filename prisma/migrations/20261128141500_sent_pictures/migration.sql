-- Pictures are drawn anew from now on: what comes again is known by what was sent. Those that are here stay as they came.
ALTER TABLE "Photo" ADD COLUMN "sentHash" TEXT;
