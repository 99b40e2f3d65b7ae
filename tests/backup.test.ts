import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeBackupFile } from '@/lib/backup/backup-file'
import { readArchive } from '@/lib/backup/read-archive'
import { restoreRows } from '@/lib/backup/restore-rows'
import { listTables, quoted } from '@/lib/backup/tables'
import { listBlobs, putBlob, readBlob } from '@/lib/platform/blobs/blobs'
import { testDatabase } from './db'
import { dropChecks, fillEveryTable } from './factories/every-table'
import { S3Server } from './s3-server'

const folder = mkdtempSync(join(tmpdir(), 'hallway-backup-'))
const options = { hallway: '0.1.0', secrets: null, now: new Date('2026-11-30T04:00:00Z') }
const { url } = await testDatabase()
const copied = await testDatabase()

beforeAll(async () => {
  process.env.HALLWAY_DATA = join(folder, 'data')
  for (const place of [url, copied.url]) await asked(place, dropChecks)
  await asked(url, fillEveryTable)
  await Promise.all(Array.from({ length: 5 }, () => putBlob(randomUUID(), randomBytes(90_000))))
})

async function asked<Value>(place: string, ask: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ connectionString: place })
  await client.connect()
  return ask(client).finally(() => client.end())
}

/** Every row of every table as Postgres writes it, in an order of its own. */
async function everything(place: string): Promise<Record<string, string[]>> {
  return asked(place, async (client) => {
    const all: Record<string, string[]> = {}
    for (const { name, columns } of await listTables(client)) {
      const whole = `ROW(${columns.map(quoted).join()})::text`
      const { rows } = await client.query<{ row: string }>(`SELECT ${whole} AS row FROM ${quoted(name)} ORDER BY 1`)
      all[name] = rows.map(({ row }) => row)
    }
    return all
  })
}

async function everyBlob(): Promise<Record<string, string | undefined>> {
  const all: Record<string, string | undefined> = {}
  for await (const keys of listBlobs(new Date(8.64e15)))
    for (const key of keys) all[key] = (await readBlob(key))?.toString('base64')
  return all
}

/** People at work: each of their transactions moves two tables by one, and adds a person with a photo's bytes. */
function load(): { stop: () => Promise<number> } {
  const ending = new AbortController()
  const workers = Array.from({ length: 4 }, (_, worker) =>
    asked(url, async (client) => {
      let done = 0
      while (!ending.signal.aborted) {
        const id = randomUUID()
        await putBlob(id, randomBytes(2_000))
        await client.query('BEGIN')
        await client.query(
          `UPDATE "Conference" SET version = version + 1 WHERE id = (SELECT min(id::text)::uuid FROM "Conference")`,
        )
        await client.query('INSERT INTO "User" (id, email) VALUES ($1, $2)', [id, `${worker}-${done}@example.org`])
        await client.query(
          `UPDATE "Room" SET position = position + 1 WHERE id = (SELECT min(id::text)::uuid FROM "Room")`,
        )
        await client.query('COMMIT')
        done++
      }
      return done
    }),
  )
  return {
    async stop() {
      ending.abort()
      return (await Promise.all(workers)).reduce((sum, done) => sum + done, 0)
    },
  }
}

const SAME = `
  SELECT (SELECT version FROM "Conference" WHERE id = (SELECT min(id::text)::uuid FROM "Conference"))
       - (SELECT position FROM "Room" WHERE id = (SELECT min(id::text)::uuid FROM "Room")) AS apart,
         ARRAY(SELECT id::text FROM "User" WHERE email LIKE '_-%') AS people`

it('takes one instant while people work, and gives back every row and byte', async () => {
  const [before] = await asked(url, async (client) => (await client.query(SAME)).rows)
  const work = load()
  const under = join(folder, 'under-load.tar.gz')
  await writeBackupFile(under, { ...options, url })
  expect(await work.stop()).toBeGreaterThan(0)
  await restoreRows({ url: copied.url, path: under })
  const [after] = await asked(copied.url, async (client) => (await client.query(SAME)).rows)
  expect(after.apart).toBe(before.apart)
  const taken: string[] = []
  await readArchive(under, async (part) => void (part.kind === 'blob' && taken.push(part.key)))
  expect(after.people.filter((id: string) => !taken.includes(id))).toEqual([])

  const quiet = join(folder, 'quiet.tar.gz')
  const { checksums, bytes } = await writeBackupFile(quiet, { ...options, url })
  const [rows, blobs] = [await everything(url), await everyBlob()]
  expect(Object.values(rows).filter(({ length }) => length < 3)).toEqual([])
  expect([checksums.photos, bytes]).toEqual([Object.keys(blobs).length, (await stat(quiet)).size])
  const again = await testDatabase()
  await asked(again.url, dropChecks)
  process.env.HALLWAY_DATA = join(folder, 'elsewhere')
  await restoreRows({ url: again.url, path: quiet })
  expect(await everything(again.url)).toEqual(rows)
  expect(await everyBlob()).toEqual(blobs)
  expect((await stat(quiet)).mode & 0o777).toBe(0o600)
}, 60_000)

it('takes photos out of a bucket, and gives them back to a folder or a bucket', async () => {
  const s3 = new S3Server()
  await s3.start()
  const [from, to] = [await testDatabase(), [await testDatabase(), await testDatabase()]] as const
  const archive = join(folder, 'bucket.tar.gz')
  Object.assign(process.env, s3.variables)
  await Promise.all(Array.from({ length: 3 }, () => putBlob(randomUUID(), randomBytes(90_000))))
  const blobs = await everyBlob()
  expect((await writeBackupFile(archive, { ...options, url: from.url })).checksums.photos).toBe(3)
  process.env.HALLWAY_S3_PREFIX = 'elsewhere'
  await restoreRows({ url: to[0].url, path: archive })
  expect(await everyBlob()).toEqual(blobs)
  for (const name of [...Object.keys(s3.variables), 'HALLWAY_S3_PREFIX']) delete process.env[name]
  process.env.HALLWAY_DATA = join(folder, 'out of the bucket')
  await restoreRows({ url: to[1].url, path: archive })
  expect(await everyBlob()).toEqual(blobs)
  await s3.stop()
})

describe('a file that is not whole', () => {
  const whole = join(folder, 'whole.tar.gz')
  let plain: Buffer

  beforeAll(async () => {
    process.env.HALLWAY_DATA = join(folder, 'nothing')
    const empty = await testDatabase()
    await writeBackupFile(whole, { ...options, url: empty.url, secrets: '{"instanceId":"x"}' })
    plain = gunzipSync(await readFile(whole))
  })

  it.each<[string, () => Promise<Buffer>, RegExp]>([
    ['cut short', async () => (await readFile(whole)).subarray(0, 900), /was cut short/],
    [
      'cut between two parts',
      async () => gzipSync(plain.subarray(0, plain.lastIndexOf('checksums.json'))),
      /cut short/,
    ],
    [
      'a bit changed',
      async () => gzipSync(Buffer.from(plain.toString('latin1').replace('"x"', '"y"'), 'latin1')),
      /damaged: secrets/,
    ],
    ['something else', async () => Buffer.from('PK\u0003\u0004'), /is no backup/],
    ['nothing', async () => Buffer.alloc(0), /cut short/],
    [
      'of a later format',
      async () => gzipSync(Buffer.from(plain.toString('latin1').replace('"version": 1', '"version": 2'), 'latin1')),
      /Update Hallway/,
    ],
    [
      'with a foreign part',
      async () => gzipSync(Buffer.from(plain.toString('latin1').replaceAll('secrets.json', '../../x.json'), 'latin1')),
      /is no backup|damaged/,
    ],
  ])('is refused: %s', async (name, make, reason) => {
    const path = join(folder, `${name}.tar.gz`)
    await writeFile(path, await make())
    await expect(readArchive(path)).rejects.toThrow(reason)
  })

  it('leaves nothing behind that looks like a backup when the writing fails', async () => {
    await expect(
      writeBackupFile(join(folder, 'gone.tar.gz'), { ...options, url: 'postgresql://u@127.0.0.1:1/x' }),
    ).rejects.toThrow()
    expect((await readdir(folder)).filter((name) => name.startsWith('gone'))).toEqual([])
  })
})
