-- A conference that the command line gave an owner is in the log of what was done to an installation.
ALTER TYPE "OperatorActKind" ADD VALUE 'handedOver';
