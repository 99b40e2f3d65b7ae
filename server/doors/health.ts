import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { areBlobsReachable } from '@/lib/platform/blobs/blobs'
import { isRead, send, type Exchange } from './exchange'
import { inTime } from './in-time'
import { askedAgainAfter } from './asked-again'
import type { Storage } from './storage'

// Whoever knocks often must not make us ask an S3 server as often.
const BLOBS_ASKED_MS = 10_000
const migrationSchema = z.tuple([z.object({ name: z.string() })])

/**
 * Answers how we are: 200 when requests can be served, else 503. Without its photos Hallway still serves the rest;
 * where nothing can be written, what is read.
 */
export function serveHealth(db: PrismaClient, askStorage: () => Promise<Storage>) {
  const askBlobs = askedAgainAfter(BLOBS_ASKED_MS, () => inTime(areBlobsReachable(), false))
  return async (exchange: Exchange): Promise<boolean> => {
    if (!isRead(exchange)) return true
    const [database, photos, storage] = await Promise.all([askDatabase(db), askBlobs(), askStorage()])
    const body = {
      status: !database ? 'unavailable' : storage.canWrite ? 'ok' : 'read-only',
      process: { uptimeS: Math.round(process.uptime()) },
      database: database && { latencyMs: database.latencyMs },
      disk: storage.disk,
      photos: photos ? 'ok' : 'unavailable',
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
  const answer = await inTime(asking, null)
  const migration = migrationSchema.safeParse(answer)
  return migration.success
    ? { latencyMs: Math.round((performance.now() - begun) * 10) / 10, schema: migration.data[0].name }
    : null
}
