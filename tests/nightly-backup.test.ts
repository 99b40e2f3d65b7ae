import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { readLastBackup } from '@/lib/backup/last-backup'
import { readArchive } from '@/lib/backup/read-archive'
import { readEnvironment } from '@/lib/platform/env'
import { readState } from '@/lib/operating/server/state'
import { nightlyBackup, warnOfBackupFolder } from '@/server/jobs/nightly-backup'
import pino from 'pino'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { S3Server } from './s3-server'

const { db, url } = await testDatabase()
const s3 = new S3Server()
await s3.start()
afterAll(() => s3.stop())

const at = new Date('2026-11-30T03:11:00Z')
const NAME = 'hallway-2026-11-30T0311.tar.gz'
const OLD = 'hallway-2019-01-01T0311.tar.gz'
let place = ''

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hallway-nightly-'))
  s3.objects.clear()
  s3.uploads.clear()
  s3.failing = null
  await db.setting.deleteMany()
  for (const name of Object.keys(process.env)) if (name.startsWith('HALLWAY_')) delete process.env[name]
})

/** The backup as an environment wants it. */
function backupOf(variables: Record<string, string>) {
  Object.assign(process.env, { HALLWAY_DATA: join(place, 'data'), ...variables })
  const env = readEnvironment({ ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: 's'.repeat(40) })
  return nightlyBackup({ db, env, instanceId: 'here', now: () => at })
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const put = (name: string, bytes: Buffer) => s3.objects.set(name, { bytes, sum: hashOf(bytes), putAt: at })

it('is none where no place is named', () => {
  expect(backupOf({})).toBeUndefined()
})

it('writes into a folder, removes there what is outdated, and remembers it', async () => {
  await makeConference(db)
  const folder = join(place, 'backups')
  await mkdir(folder)
  for (let day = 10; day < 30; day++) await writeFile(join(folder, `hallway-2026-11-${day}T0311.tar.gz`), '')
  for (const name of [OLD, 'mine.zip']) await writeFile(join(folder, name), '')
  await backupOf({ HALLWAY_BACKUP_FOLDER: folder })?.()
  expect((await readdir(folder)).sort()).toEqual([
    OLD,
    ...['15', '22', '24', '25', '26', '27', '28', '29', '30'].map((day) => `hallway-2026-11-${day}T0311.tar.gz`),
    'mine.zip',
  ])
  const bytes = await readFile(join(folder, NAME))
  expect(await readLastBackup(db)).toEqual({
    at: at.toISOString(),
    name: NAME,
    bytes: bytes.byteLength,
    sha256: hashOf(bytes),
  })
})

it('puts it into a bucket, whole and private, and leaves nothing on this machine', async () => {
  const earlier = Buffer.from('an earlier one')
  for (const day of ['28', '29']) put(`backups/hallway-2026-11-${day}T0100.tar.gz`, earlier)
  put('backups/hallway-2026-11-29T0311.tar.gz', earlier)
  put('ab/abcdef01-2345-4678-9abc-def012345678', earlier)
  await backupOf({ ...s3.variables, HALLWAY_BACKUP_BUCKET: 'photos', HALLWAY_BACKUP_SECRETS: '1' })?.()
  expect([...s3.objects.keys()].sort()).toEqual([
    'ab/abcdef01-2345-4678-9abc-def012345678',
    'backups/hallway-2026-11-28T0100.tar.gz',
    'backups/hallway-2026-11-29T0311.tar.gz',
    `backups/${NAME}`,
  ])
  expect(await readdir(join(place, 'data'))).toEqual([])
  const path = join(place, 'taken.tar.gz')
  await writeFile(path, s3.objects.get(`backups/${NAME}`)?.bytes ?? '')
  const { manifest } = await readArchive(path)
  expect(manifest.secrets).toBe(true)
  expect((await readFile(path)).byteLength).toBe((await readLastBackup(db))?.bytes)
})

it('removes nothing, remembers nothing and leaves no half where the bucket or the folder refuses', async () => {
  for (let day = 10; day < 30; day++) put(`backups/hallway-2026-11-${day}T0311.tar.gz`, Buffer.from(''))
  const run = backupOf({ ...s3.variables, HALLWAY_BACKUP_BUCKET: 'nowhere' })
  await expect(run?.()).rejects.toThrow('The bucket nowhere answered 404 NoSuchBucket')
  expect([s3.objects.size, await readdir(join(place, 'data')), await readLastBackup(db)]).toEqual([20, [], null])

  await rm(place, { recursive: true, force: true })
  await writeFile(place, 'a file where the folder should be')
  const folder = join(place, 'backups')
  await expect(backupOf({ HALLWAY_BACKUP_FOLDER: folder })?.()).rejects.toMatchObject({ code: 'ENOTDIR' })
  expect(await readLastBackup(db)).toBeNull()
})

it('removes what a killed one left long ago, and lets alone whatever may be somebody’s', async () => {
  const folder = join(place, 'backups')
  await mkdir(folder)
  const [killed, young, mine] = ['hallway-2026-11-29T0311.tar.gz.part', 'hallway-2026-11-30T0300.tar.gz.part', 'a.part']
  for (const name of [killed, young, mine]) await writeFile(join(folder, name), 'a half')
  for (const name of [killed, mine]) await utimes(join(folder, name), 1, new Date('2026-11-29T21:10:00Z'))
  await utimes(join(folder, young), 1, new Date('2026-11-29T21:12:00Z'))
  const left = { name: `backups/${OLD}`, sum: '', parts: new Map<string, Buffer>() }
  s3.uploads.set('killed', { ...left, begunAt: new Date('2026-11-29T21:10:00Z') })
  s3.uploads.set('young', { ...left, begunAt: new Date('2026-11-29T21:12:00Z') })
  await backupOf({ HALLWAY_BACKUP_FOLDER: folder, HALLWAY_BACKUP_BUCKET: 'photos', ...s3.variables })?.()
  expect((await readdir(folder)).sort()).toEqual([mine, NAME, young].sort())
  expect([...s3.uploads.keys()]).toEqual(['young'])
})

it('says at the start, and to the operator, that the folder refuses, or is not there', async () => {
  const [file, missing] = [join(place, 'file'), join(place, 'not-mounted')]
  await writeFile(file, '')
  Object.assign(process.env, { DATABASE_URL: url, HALLWAY_DATA: place })
  const said: unknown[] = []
  const log = pino({ base: null, timestamp: false }, { write: (line) => void said.push(JSON.parse(line)) })
  const unwritable: unknown[] = []
  for (const named of [undefined, place, file, missing]) {
    if (named) process.env.HALLWAY_BACKUP_FOLDER = named
    await warnOfBackupFolder(readEnvironment(), log)
    unwritable.push((await readState(db)).backups?.unwritable ?? null)
  }
  const [refused, gone] = [
    { folder: file, reason: 'ENOTDIR' },
    { folder: missing, reason: 'ENOENT' },
  ]
  expect(unwritable).toEqual([null, null, refused, gone])
  const msg = 'No backup can be written at night: HALLWAY_BACKUP_FOLDER'
  expect(said).toEqual([
    { level: 40, ...refused, msg: `${msg} refuses` },
    { level: 40, ...gone, msg: `${msg} is not there; make it, or mount its disk` },
  ])
  await expect(backupOf({ HALLWAY_BACKUP_FOLDER: missing })?.()).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(place)).toEqual(['file'])
})
