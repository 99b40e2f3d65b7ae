import type { Database } from '@/lib/platform/db'
import type { NewReading } from './mutations'

/**
 * Inserts readings in one statement with one parameter, however many: a thousand rows of twelve each are a query that
 * takes longer to make than to run. One that is there already stays as it is.
 * @throws when one is for a room, session or person that is gone; then none is kept
 */
export async function insertReadings(db: Database, readings: readonly NewReading[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Reading" (
      "id", "conferenceId", "roomId", "sessionId", "kind", "delta", "level", "minutes",
      "stewardLinkId", "userId", "deviceId", "origin", "readAt", "createdAt")
    SELECT
      r."id", r."conferenceId", r."roomId", r."sessionId", r."kind", r."delta", r."level", r."minutes",
      r."stewardLinkId", r."userId", r."deviceId", r."origin", r."readAt", r."createdAt"
    FROM jsonb_to_recordset(${JSON.stringify(readings)}::jsonb) AS r(
      "id" uuid, "conferenceId" uuid, "roomId" uuid, "sessionId" uuid, "kind" "ReadingKind", "delta" int, "level" text,
      "minutes" int, "stewardLinkId" uuid, "userId" uuid, "deviceId" uuid, "origin" text, "readAt" timestamptz,
      "createdAt" timestamptz)
    ON CONFLICT DO NOTHING`
}
