import type { Database } from '@/lib/platform/db'
import { hashToken } from '@/lib/platform/ids'
import { DAY_MS } from '@/lib/platform/time'

/*
 * Whoever is blocked may delete their account, and would come back as somebody new: what is kept of their address is
 * its hash alone.
 */

const KEPT = 'blocked-address:'
const KEPT_DAYS = 730

const keyOf = (email: string) => `${KEPT}${hashToken(email)}`

/** Remembers that the account of this address was blocked when it was deleted. */
export async function keepBlocked(db: Database, email: string, blockedAt: Date): Promise<void> {
  const row = { key: keyOf(email), value: blockedAt.toISOString() }
  await db.setting.upsert({ where: { key: row.key }, create: row, update: { value: row.value } })
}

/** Since when an address is blocked that has no account any more; null for every other one. */
export async function blockedSince(db: Database, email: string): Promise<Date | null> {
  const kept = await db.setting.findUnique({ where: { key: keyOf(email) } })
  return kept && new Date(kept.value)
}

/** Whoever has it may come back. */
export async function forgetBlocked(db: Database, email: string): Promise<void> {
  await db.setting.deleteMany({ where: { key: keyOf(email) } })
}

/** Forgets what was blocked two years ago. @returns how many */
export async function purgeBlocked(db: Database, now: Date): Promise<number> {
  const old = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString()
  return (await db.setting.deleteMany({ where: { key: { startsWith: KEPT }, value: { lt: old } } })).count
}
