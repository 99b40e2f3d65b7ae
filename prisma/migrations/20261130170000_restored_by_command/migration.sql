-- A conference that came out of a backup is in the log of what was done to an installation.
ALTER TYPE "OperatorActKind" ADD VALUE 'restored';
