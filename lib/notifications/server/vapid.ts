import webPush from 'web-push'
import { z } from 'zod'
import type { Database } from '@/lib/platform/db'
import type { Environment } from '@/lib/platform/env'

/**
 * With these keys push services tell that it is we who send. A browser's subscription is bound to the public one: they
 * never change.
 */
export type VapidKeys = { publicKey: string; privateKey: string }

const KEY = 'vapid'
const keysSchema = z.object({ publicKey: z.string(), privateKey: z.string() })

/**
 * This installation's keys: made at the first call, kept in the database, so that all its processes and machines have
 * the same, and a backup brings them back with the subscriptions.
 */
export async function loadVapidKeys(db: Database): Promise<VapidKeys> {
  const known = await readKeys(db)
  if (known) return known
  await db.setting.createMany({
    data: [{ key: KEY, value: JSON.stringify(webPush.generateVAPIDKeys()) }],
    skipDuplicates: true,
  })
  const made = await readKeys(db)
  if (!made) throw new Error('The keys for web push were not kept')
  return made
}

/**
 * Whom push services may turn to about what we send: our public address, which must be https, else the address that
 * mails come from.
 */
export function pushContact({ HALLWAY_URL, MAIL_FROM }: Pick<Environment, 'HALLWAY_URL' | 'MAIL_FROM'>): string {
  if (HALLWAY_URL?.startsWith('https:')) return HALLWAY_URL
  return `mailto:${/<([^>]+)>/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM}`
}

async function readKeys(db: Database): Promise<VapidKeys | null> {
  const row = await db.setting.findUnique({ where: { key: KEY } })
  return row && keysSchema.parse(JSON.parse(row.value))
}
