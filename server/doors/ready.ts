import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import type { Conferences } from '../documents/conferences'
import { isRead, send, type Exchange } from './exchange'
import { inTime } from './in-time'
import type { Storage } from './storage'

/** What stands in the way of being sent requests. */
type Lack = 'database' | 'migrations' | 'notifications' | 'writing' | 'draining'

type Options = {
  db: PrismaClient
  conferences: Conferences
  /** The migrations that this version needs; a later version's besides them are none of our business. */
  migrations: readonly string[]
  isDraining: () => boolean
  askStorage: () => Promise<Storage>
}

const appliedSchema = z.array(z.object({ name: z.string() }))

/**
 * Answers whether requests should be sent here: 200, or 503 with what is missing. The database is reached, has every
 * migration of this version, can be written to, tells us what moves, and nobody asked us to end.
 */
export function serveReady({ db, conferences, migrations, isDraining, askStorage }: Options) {
  return async (exchange: Exchange): Promise<boolean> => {
    if (!isRead(exchange)) return true
    const [applied, storage] = await Promise.all([inTime(listApplied(db), null), askStorage()])
    const lacks: Lack[] = []
    if (applied === null) lacks.push('database')
    else if (migrations.some((name) => !applied.includes(name))) lacks.push('migrations')
    if (!conferences.isListening) lacks.push('notifications')
    // Without a database it is not the disk's doing.
    if (applied !== null && !storage.canWrite) lacks.push('writing')
    if (isDraining()) lacks.push('draining')
    const ready = lacks.length === 0
    send(
      exchange,
      ready ? 200 : 503,
      { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      JSON.stringify({ status: ready ? 'ready' : 'not-ready', lacks }),
    )
    return true
  }
}

/** The names of this version's migrations. @param root the project's folder */
export async function readMigrations(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'prisma/migrations'), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}

async function listApplied(db: PrismaClient): Promise<string[]> {
  const rows = await db.$queryRaw`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  return appliedSchema.parse(rows).map(({ name }) => name)
}
