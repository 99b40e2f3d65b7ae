import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { writeBackupFile } from '@/lib/backup/backup-file'
import { belongings, rowsOf, staysAway } from '@/lib/backup/conference/belongings'
import { restoreFromBackup } from '@/lib/backup/conference/restore-from-backup'
import { restoreRows } from '@/lib/backup/restore-rows'
import { listTables, quoted } from '@/lib/backup/tables'
import { putBlob, readBlob } from '@/lib/platform/blobs/blobs'
import { testDatabase } from './db'
import { dropChecks, fillEveryTable } from './factories/every-table'

const folder = mkdtempSync(join(tmpdir(), 'hallway-one-'))
const path = join(folder, 'backup.tar.gz')
const now = new Date('2026-11-30T04:00:00Z')
const [source, beside, here] = [await testDatabase(), await testDatabase(), await testDatabase()]
const pictures: string[] = []

async function asked<Value>(url: string, ask: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return ask(client).finally(() => client.end())
}

beforeAll(async () => {
  process.env.HALLWAY_DATA = join(folder, 'there')
  for (const { url } of [source, beside, here]) await asked(url, dropChecks)
  await asked(source.url, async (client) => {
    await fillEveryTable(client)
    // The first row of each table is the first conference's, the second the second's.
    await client.query(
      `UPDATE "Conference" SET "purgedAt" = NULL, slug = (ARRAY['one', 'two', 'three'])[version], visibility = 'public',
         "visibilityBefore" = NULL, "deletedAt" = NULL, "takenDownAt" = NULL`,
    )
    const { rows } = await client.query<{ key: string }>(
      'SELECT id AS key FROM "Photo" UNION SELECT "pictureId" FROM "Floor"',
    )
    pictures.push(...rows.map(({ key }) => key))
  })
  for (const key of pictures) await putBlob(key, Buffer.from(`picture ${key}`))
  await writeBackupFile(path, { url: source.url, hallway: '0.1.0', secrets: null, now })
  await restoreRows({ url: beside.url, path, pictures: false })
  process.env.HALLWAY_DATA = join(folder, 'here')
})

const options = { from: beside.url, path, now, isTrial: false, blockedSince: async () => null }

/** What a restore says anew: numbers of counters, what triggers sum up, and that nothing begins by itself. */
const ANEW: Readonly<Record<string, string[]>> = {
  Conference: ['version', 'lastNumber', 'updatedAt', 'firstOn', 'lastOn', 'sessionCount'],
  Source: ['checkingUntil'],
  User: ['revision', 'validFrom'],
  ...Object.fromEntries(
    ['Pick', 'Block', 'ChangeReceipt', 'Attendance', 'Note', 'NoteShare', 'Photo', 'Recap'].map((table) => [
      table,
      ['revision'],
    ]),
  ),
}

/** All rows of a table, as text, but for what is said anew. */
async function rowsIn(client: pg.Client, table: string, limit: string): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(
    `SELECT (to_jsonb(t) - $1::text[])::text AS row FROM (SELECT * FROM ${quoted(table)} ${limit}) AS t ORDER BY 1`,
    [ANEW[table] ?? []],
  )
  return rows.map(({ row }) => row)
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The rows of a conference that is here, by table; its own first. */
async function rowsOfConference(slug: string): Promise<[table: string, rows: Record<string, unknown>[]][]> {
  return asked(here.url, async (client) => {
    const conference = await client.query<{ id: string }>('SELECT id FROM "Conference" WHERE slug = $1', [slug])
    const all: [string, Record<string, unknown>[]][] = []
    for (const table of Object.keys(belongings)) {
      const own = `SELECT * FROM ${quoted(table)} WHERE ${rowsOf(table, conference.rows[0]?.id ?? '')}`
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) AS row FROM (${own}) AS t`,
      )
      all.push([table, rows.map(({ row }) => row)])
    }
    return all
  })
}

it('decides of every table what becomes of its rows', async () => {
  const tables = await asked(here.url, listTables)
  expect([...Object.keys(belongings), ...Object.keys(staysAway)].sort()).toEqual(tables.map(({ name }) => name).sort())
})

it('gives back every row and picture of one conference, and nothing of the others', async () => {
  await restoreFromBackup({ ...options, to: here.url, slug: 'one' })
  for (const limit of ['LIMIT 1', 'LIMIT 2']) {
    for (const table of Object.keys(belongings)) {
      const [wanted, found] = [
        await asked(source.url, (client) => rowsIn(client, table, limit)),
        await asked(here.url, (client) => rowsIn(client, table, '')),
      ]
      expect([table, found]).toEqual([table, wanted])
    }
    // The operator's log says of each that it was restored.
    for (const table of Object.keys(staysAway).filter((name) => name !== 'User' && name !== 'OperatorAct'))
      expect([table, await asked(here.url, (client) => rowsIn(client, table, ''))]).toEqual([table, []])
    if (limit === 'LIMIT 1') await restoreFromBackup({ ...options, to: here.url, slug: 'two' })
  }
  const kept = await Promise.all(pictures.map(async (key) => (await readBlob(key))?.toString() ?? null))
  const rows = await asked(here.url, async (client) => {
    const { rows: keys } = await client.query('SELECT id AS key FROM "Photo" UNION SELECT "pictureId" FROM "Floor"')
    return keys.map(({ key }) => `picture ${key}`)
  })
  expect(kept.filter((bytes) => bytes !== null).sort()).toEqual(rows.sort())
  expect(rows).toHaveLength(4)
})

it('names everything anew in a copy, wherever it is named, and takes the programme and its roles alone', async () => {
  // What a row's JSON, a list and a key's text say of others.
  await asked(beside.url, async (client) => {
    const room = '(SELECT id FROM "Room" r WHERE r."conferenceId" = "Merge"."conferenceId")'
    await client.query(`UPDATE "Merge" SET moved = jsonb_build_object('rooms', jsonb_build_array(${room}))`)
    await client.query(`UPDATE "IgnoredWarning" SET key = 'twice:' || "conferenceId"`)
    await client.query(`UPDATE "Session" SET "calendarIds" = ARRAY["conferenceId", id]`)
  })
  const restored = await restoreFromBackup({ ...options, to: here.url, slug: 'one', as: 'copy' })
  const kinds = Object.entries(belongings)
  const taken = kinds.flatMap(([table, { kind }]) => (kind === 'programme' || kind === 'roles' ? [table] : []))
  expect(Object.keys(restored.rows).sort()).toEqual(taken.sort())

  const [one, copy] = [await rowsOfConference('one'), await rowsOfConference('copy')]
  const counts = (rows: typeof one) => rows.map(([table, found]) => [table, found.length])
  expect(counts(copy)).toEqual(counts(one.map(([table, found]) => [table, taken.includes(table) ? found : []])))
  const named = new Set(one.flatMap(([, rows]) => rows.map(({ id }) => String(id))))
  expect(copy.flatMap(([, rows]) => JSON.stringify(rows).match(UUID) ?? []).filter((id) => named.has(id))).toEqual([])
  const [floor] = copy.find(([table]) => table === 'Floor')?.[1] ?? []
  expect((await readBlob(String(floor?.pictureId)))?.toString()).toMatch(/^picture /)
})
