import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { isRead, send, type Exchange } from './exchange'

const DEADLINE_MS = 2_000
const migrationSchema = z.tuple([z.object({ name: z.string() })])

/** Answers how we are: 200 when requests can be served, else 503. */
export function serveHealth(db: PrismaClient) {
  return async (exchange: Exchange): Promise<boolean> => {
    if (!isRead(exchange)) return true
    const database = await askDatabase(db)
    const body = {
      status: database ? 'ok' : 'unavailable',
      process: { uptimeS: Math.round(process.uptime()) },
      database: database && { latencyMs: database.latencyMs },
      schema: database?.schema ?? null,
    }
    send(
      exchange,
      database ? 200 : 503,
      { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      JSON.stringify(body),
    )
    return true
  }
}

/** How long the database takes to say its last migration; null when it does not, or not in time. */
async function askDatabase(db: PrismaClient): Promise<{ latencyMs: number; schema: string } | null> {
  const begun = performance.now()
  const asking = db.$queryRaw`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
    ORDER BY migration_name DESC LIMIT 1`
  const late = new AbortController()
  const answer = await Promise.race([
    asking.catch(() => null),
    wait(DEADLINE_MS, null, { signal: late.signal }).catch(() => null),
  ])
  late.abort()
  const migration = migrationSchema.safeParse(answer)
  return migration.success
    ? { latencyMs: Math.round((performance.now() - begun) * 10) / 10, schema: migration.data[0].name }
    : null
}
