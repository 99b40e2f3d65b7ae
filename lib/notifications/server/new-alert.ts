import type { Database } from '@/lib/platform/db'
import type { AlertKind } from '@/generated/prisma/client'
import { DAY_MS } from '@/lib/platform/time'

/** By then nothing that an alert could be about is still news: it is not told twice. */
const TOLD_KEPT_MS = 180 * DAY_MS
/** Others come in between. */
const AT_ONCE = 1_000

/** Something to tell a person once. The same person, kind, subject and version are the same alert. */
export type NewAlert = {
  userId: string
  conferenceId: string
  kind: AlertKind
  /** A session, an announcement, or the conference of a digest. */
  subjectId: string
  version: string
  /** Not worth telling after. */
  expiresAt: Date
}

/**
 * Keeps what is due; what is known stays as it is, told or not. In SQL: a hall's thousands are found each minute, most
 * of them again.
 * @returns how many are new
 */
export async function keepAlerts(db: Database, alerts: readonly NewAlert[], now: Date): Promise<number> {
  let kept = 0
  for (let from = 0; from < alerts.length; from += AT_ONCE)
    kept += await db.$executeRaw`
      INSERT INTO "Alert" (
        "id", "userId", "conferenceId", "kind", "subjectId", "version", "expiresAt", "dueAt", "createdAt")
      SELECT gen_random_uuid(), a."userId", a."conferenceId", a."kind"::"AlertKind", a."subjectId", a."version",
        a."expiresAt", ${now}, ${now}
      FROM jsonb_to_recordset(${JSON.stringify(alerts.slice(from, from + AT_ONCE))}::jsonb) AS a(
        "userId" uuid, "conferenceId" uuid, "kind" text, "subjectId" uuid, "version" text, "expiresAt" timestamptz)
      ON CONFLICT ("userId", "kind", "subjectId", "version") DO NOTHING`
  return kept
}

/** Whoever has a browser that takes alerts. */
export const subscribed = { subscriptions: { some: {} } } as const

/** Forgets what was told, or no longer worth telling, 180 days ago. @returns how many */
export async function purgeAlerts(db: Database, now: Date): Promise<number> {
  return (await db.alert.deleteMany({ where: { doneAt: { lt: new Date(now.getTime() - TOLD_KEPT_MS) } } })).count
}
