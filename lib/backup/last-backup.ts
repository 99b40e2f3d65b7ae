import { z } from 'zod'
import type { Database } from '@/lib/platform/db'

const KEY = 'last-backup'
const lastSchema = z.object({ at: z.iso.datetime(), name: z.string(), bytes: z.number(), sha256: z.string() })

/** The last backup that was made at night. `at`: an instant in UTC. */
export type LastBackup = z.infer<typeof lastSchema>

/** Remembers it, for whoever looks how this installation is. */
export async function rememberLastBackup(db: Database, last: LastBackup): Promise<void> {
  const value = JSON.stringify(last)
  await db.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } })
}

/** Null: there was none, or what is remembered cannot be read. */
export async function readLastBackup(db: Database): Promise<LastBackup | null> {
  const setting = await db.setting.findUnique({ where: { key: KEY } })
  return lastSchema.safeParse(JSON.parse(setting?.value ?? 'null')).data ?? null
}
