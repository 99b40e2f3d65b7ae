-- What an operator did is a word, so that a server of the release before lists a kind of act that it does not know.
ALTER TABLE "OperatorAct" ALTER COLUMN "kind" TYPE TEXT USING "kind"::text;
DROP TYPE "OperatorActKind";
