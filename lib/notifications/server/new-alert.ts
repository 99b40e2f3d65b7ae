import type { Database } from '@/lib/platform/db'
import type { AlertKind } from '@/generated/prisma/client'
import { DAY_MS } from '@/lib/platform/time'

/** By then nothing that an alert could be about is still news: it is not told twice. */
const TOLD_KEPT_MS = 180 * DAY_MS

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

/** Keeps what is due; what is known stays as it is, told or not. @returns how many are new */
export async function keepAlerts(db: Database, alerts: readonly NewAlert[], now: Date): Promise<number> {
  const { count } = await db.alert.createMany({
    data: alerts.map((alert) => ({ ...alert, dueAt: now, createdAt: now })),
    skipDuplicates: true,
  })
  return count
}

/** Whoever has a browser that takes alerts. */
export const subscribed = { subscriptions: { some: {} } } as const

/** Forgets what was told, or no longer worth telling, 180 days ago. @returns how many */
export async function purgeAlerts(db: Database, now: Date): Promise<number> {
  return (await db.alert.deleteMany({ where: { doneAt: { lt: new Date(now.getTime() - TOLD_KEPT_MS) } } })).count
}
