import type { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Database } from '@/lib/platform/db'
import { alertSettingSchema, type AlertSettings, type subscriptionSchema } from '../schema'

/** Browsers of one person; the one subscribed longest ago gives way. */
const MOST_SUBSCRIPTIONS = 10

/**
 * Alerts this browser from now on, until its sign-in ends. A browser is one person's: where somebody else was signed in
 * before, it is theirs no more.
 */
export async function subscribe(
  db: PrismaClient,
  { userId, signInId }: { userId: string; signInId: string | null },
  { endpoint, keys }: z.output<typeof subscriptionSchema>,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.pushSubscription.deleteMany({ where: { endpoint, userId: { not: userId } } })
    await tx.pushSubscription.upsert({
      where: { endpoint },
      create: { userId, signInId, endpoint, keys, createdAt: now },
      update: { keys, signInId },
    })
    const kept = await tx.pushSubscription.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      select: { id: true },
      skip: MOST_SUBSCRIPTIONS,
    })
    await tx.pushSubscription.deleteMany({ where: { id: { in: kept.map(({ id }) => id) } } })
  })
}

/** Alerts this browser no more. */
export async function unsubscribe(db: Database, userId: string, endpoint: string): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { endpoint, userId } })
}

/** What a person decided; everything at any hour and no mail, until they do. */
export async function getAlertSettings(db: Database, userId: string): Promise<AlertSettings> {
  const row = await db.alertSetting.findUnique({ where: { userId } })
  const { off = [], quietFrom, quietTo, timeZone, digest = false } = row ?? {}
  return alertSettingSchema.parse({
    off,
    quietFrom: quietFrom ?? '',
    quietTo: quietTo ?? '',
    timeZone: timeZone ?? '',
    digest,
  })
}

export async function saveAlertSettings(db: Database, userId: string, settings: AlertSettings): Promise<void> {
  await db.alertSetting.upsert({ where: { userId }, create: { userId, ...settings }, update: settings })
}
