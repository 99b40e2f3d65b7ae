-- In which its page spoke when an address was made: what its calendar says where its person chose no language. Null for those before.
ALTER TABLE "FeedToken" ADD COLUMN "language" TEXT;
