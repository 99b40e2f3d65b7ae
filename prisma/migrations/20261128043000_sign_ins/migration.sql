-- CreateTable
CREATE TABLE "SignIn" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "deviceHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "SignInCode" ADD COLUMN "deviceHash" TEXT;

-- AlterTable
ALTER TABLE "PushSubscription" ADD COLUMN "signInId" UUID;

-- CreateIndex
CREATE INDEX "SignIn_userId_idx" ON "SignIn"("userId");

-- CreateIndex
CREATE INDEX "SignIn_createdAt_idx" ON "SignIn"("createdAt");

-- CreateIndex
CREATE INDEX "PushSubscription_signInId_idx" ON "PushSubscription"("signInId");

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_signInId_fkey" FOREIGN KEY ("signInId") REFERENCES "SignIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever listens hears that a sign-in, or all of a person's, ended: their open streams end with it.
CREATE FUNCTION notify_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hallway', json_build_object('rights', CASE WHEN TG_TABLE_NAME = 'User' THEN to_jsonb(OLD) ->> 'id' ELSE to_jsonb(OLD) ->> 'userId' END)::text);
  RETURN NULL;
END;
$$;

CREATE TRIGGER sign_in_ended AFTER UPDATE OF "endedAt" ON "SignIn" FOR EACH ROW EXECUTE FUNCTION notify_rights();
CREATE TRIGGER sign_ins_ended AFTER UPDATE OF "validFrom" ON "User" FOR EACH ROW EXECUTE FUNCTION notify_rights();
CREATE TRIGGER person_removed AFTER DELETE ON "User" FOR EACH ROW EXECUTE FUNCTION notify_rights();
