-- Whoever runs an installation can block people and take conferences down; what they did is written down.
ALTER TABLE "User" ADD COLUMN "blockedAt" TIMESTAMPTZ(3);
ALTER TABLE "Conference" ADD COLUMN "takenDownAt" TIMESTAMPTZ(3);

CREATE TYPE "OperatorActKind" AS ENUM ('blocked', 'unblocked', 'takenDown', 'putBack', 'appointed');
CREATE TABLE "OperatorAct" (
    "id" UUID NOT NULL,
    "kind" "OperatorActKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "byCommand" BOOLEAN NOT NULL DEFAULT false,
    "userId" UUID,
    "conferenceId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "OperatorAct_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "OperatorAct_at_idx" ON "OperatorAct"("at");
CREATE INDEX "OperatorAct_byId_idx" ON "OperatorAct"("byId");
CREATE INDEX "OperatorAct_userId_idx" ON "OperatorAct"("userId");
CREATE INDEX "OperatorAct_conferenceId_idx" ON "OperatorAct"("conferenceId");
ALTER TABLE "OperatorAct" ADD CONSTRAINT "OperatorAct_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "OperatorAct" ADD CONSTRAINT "OperatorAct_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "OperatorAct" ADD CONSTRAINT "OperatorAct_conferenceId_fkey" FOREIGN KEY ("conferenceId") REFERENCES "Conference"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Their open streams end, so that they come back and are asked who they are.
CREATE TRIGGER person_blocked AFTER UPDATE OF "blockedAt" ON "User" FOR EACH ROW EXECUTE FUNCTION notify_rights();

-- An installation that was there before has the oldest account that signed in as its operator.
INSERT INTO "Setting" ("key", "value")
SELECT 'operator', "id"::text FROM "User"
WHERE EXISTS (SELECT 1 FROM "SignIn" WHERE "SignIn"."userId" = "User"."id")
ORDER BY "createdAt", "id" LIMIT 1
ON CONFLICT DO NOTHING;
