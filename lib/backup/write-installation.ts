import type { Writable } from 'node:stream'
import pg, { type ClientBase } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { listBlobs, openBlob } from '@/lib/platform/blobs/blobs'
import { blobPart, MANIFEST, newManifest, rowsPart, SECRETS, type Checksums } from './manifest'
import { copiedAs, listTables, type BackedUpTable } from './tables'
import { writeArchive, type AddPart } from './write-archive'

/** A part holds about that much, so that neither side ever holds a whole table. */
const PART_BYTES = 4 * 1024 * 1024
const NEWLINE = 10

export type BackupOptions = {
  url: string
  /** Takes the archive; ended when it is whole. */
  target: Writable
  /** What `secrets.json` holds; null: it is left out. */
  secrets: string | null
  /** Of this Hallway. */
  hallway: string
  now: Date
  /** Told what is under way. */
  note?: (text: string) => void
}

/**
 * Writes everything that this installation holds: the rows of one instant, and the photos. Whoever is at work meanwhile
 * is not disturbed, and what they write from then on is not in it.
 *
 * @returns what is in it
 * @throws what Postgres, the disk and the target throw
 */
export async function writeInstallation({
  url,
  target,
  secrets,
  hallway,
  now,
  note,
}: BackupOptions): Promise<Checksums> {
  const client = new pg.Client({ connectionString: url, application_name: 'hallway-backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(PLAIN_FORMS)
    const tables = await listTables(client)
    const migrations = await listMigrations(client)
    return await writeArchive(target, now, async (add) => {
      const manifest = newManifest({
        hallway,
        madeAt: now.toISOString(),
        migrations,
        tables,
        secrets: secrets !== null,
      })
      await add(MANIFEST, Buffer.from(JSON.stringify(manifest, null, 1)))
      if (secrets !== null) await add(SECRETS, Buffer.from(secrets))
      const rows: Record<string, number> = {}
      for (const table of tables) {
        note?.(table.name)
        rows[table.name] = await addRows(client, table, add)
      }
      note?.('photos')
      return { rows, photos: await addBlobs(add) }
    })
  } finally {
    await client.end()
  }
}

/** In which forms COPY writes instants and numbers, whatever the server is set to. */
export const PLAIN_FORMS =
  "SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres'; " +
  "SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL client_encoding = 'UTF8'"

async function listMigrations(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map(({ name }) => name)
}

/** @returns how many rows it has */
async function addRows(client: ClientBase, table: BackedUpTable, add: AddPart): Promise<number> {
  let [count, number] = [0, 0]
  let held: Buffer[] = []
  const addHeld = async (last: Buffer) => {
    const bytes = Buffer.concat([...held, last])
    held = []
    if (bytes.length === 0) return
    count += bytes.reduce((sum, byte) => sum + (byte === NEWLINE ? 1 : 0), 0)
    await add(rowsPart(table.name, number++), bytes)
  }
  let size = 0
  for await (const chunk of client.query(copyTo(`COPY ${copiedAs(table)} TO STDOUT`))) {
    const bytes: Buffer = chunk
    size += bytes.length
    // A row never holds a newline as such, so that each ends a row.
    const end = bytes.lastIndexOf(NEWLINE) + 1
    if (size < PART_BYTES || end === 0) held.push(bytes)
    else {
      await addHeld(bytes.subarray(0, end))
      held = [bytes.subarray(end)]
      size = bytes.length - end
    }
  }
  await addHeld(Buffer.alloc(0))
  return count
}

/** What is deleted meanwhile is left out. */
async function addBlobs(add: AddPart): Promise<number> {
  let count = 0
  for await (const keys of listBlobs(new Date(8.64e15))) {
    for (const key of keys) {
      const blob = await openBlob(key)
      if (!blob) continue
      await add(blobPart(key), blob)
      count++
    }
  }
  return count
}
