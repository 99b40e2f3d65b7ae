import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { InstallationRefusal } from '@/lib/backup/refusal'
import { migrate } from '../database/database.mjs'
import { root } from '../programs.mjs'
import { runBackup, type CommandPlace } from './backup-command'
import { runRestore } from './restore-command'

const folder = mkdtempSync(join(tmpdir(), 'hallway-commands-'))
const tag = randomUUID().slice(0, 8)
const urlOf = (name: string) => Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
const [earlier, here] = [urlOf(`earlier_${tag}`), urlOf(`here_${tag}`)]
const known = readdirSync(join(root, 'prisma/migrations')).filter((name) => /^\d/.test(name))

beforeAll(async () => {
  process.env.HALLWAY_DATA = folder
  await migrate(earlier, () => undefined, known.slice(0, -1))
  await ask(
    earlier,
    `INSERT INTO "Conference" (id, slug, name, acronym, "timeZone", "updatedAt")
    VALUES (gen_random_uuid(), 'kept', 'Kept', 'kept', 'Europe/Paris', '2026-03-01T10:00:00Z')`,
  )
}, 60_000)

afterAll(async () => {
  const names = await ask(urlOf('postgres'), 'SELECT datname FROM pg_database WHERE datname LIKE $1', [`%_${tag}%`])
  for (const { datname } of names) await ask(urlOf('postgres'), `DROP DATABASE "${String(datname)}" WITH (FORCE)`)
})

async function ask(url: string, statement: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return (await client.query(statement, values).finally(() => client.end())).rows
}

/** A command at a place: its exit code, and what it says. */
async function run(
  command: (words: string[], place: CommandPlace) => Promise<number>,
  words: string[],
  given: Partial<CommandPlace> = {},
): Promise<{ code: number; said: string[] }> {
  const said: string[] = []
  const say = (text: string) => void said.push(text)
  const place = { url: here, data: folder, folder, hallway: '0.1.0', secrets: () => '{"instanceId":"old"}' }
  const now = new Date('2026-11-30T04:00:00Z')
  const code = await command(words, { ...place, now, say, complain: () => undefined, ...given })
  return { code, said }
}

const slugs = async (url: string) =>
  (await ask(url, 'SELECT slug FROM "Conference" ORDER BY slug')).map(({ slug }) => slug)
const databases = async () =>
  (
    await ask(urlOf('postgres'), 'SELECT datname FROM pg_database WHERE datname LIKE $1 ORDER BY 1', [`here_${tag}%`])
  ).map(({ datname }) => String(datname).replace(tag, ''))

it('backs up what an earlier version holds, and restores it here, brought up to date', async () => {
  const made = await run(runBackup, ['--secrets'], { url: earlier })
  expect([made.code, made.said[0]?.split('\n')[0]]).toEqual([0, join(folder, 'hallway-2026-11-30T0400.tar.gz')])
  expect(await run(runRestore, ['hallway-2026-11-30T0400.tar.gz', '--check'])).toMatchObject({ code: 0 })
  expect(await databases()).toEqual([])

  const restored = await run(runRestore, ['hallway-2026-11-30T0400.tar.gz'])
  expect(restored).toEqual({
    code: 0,
    said: [
      expect.stringMatching(
        /^A whole backup of 2026-11-30T04:00:00.000Z, made by Hallway 0.1.0: 1 rows of \d+ tables, 0 photos, with/,
      ),
      "It is in this installation's place.",
    ],
  })
  expect([await slugs(here), await databases()]).toEqual([['kept'], ['here_']])
  expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toBe('{"instanceId":"old"}')
  const applied = await ask(here, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
  expect(applied.map(({ name }) => name)).toEqual(known)
}, 60_000)

it('never takes the place of anything without a yes, and then keeps it', async () => {
  await ask(here, `UPDATE "Conference" SET slug = 'changed'`)
  const backup = 'hallway-2026-11-30T0400.tar.gz'
  await expect(run(runRestore, [backup])).rejects.toThrow(
    /something here already \(conferences: 1, people who signed in: 0\)/,
  )
  const user = new pg.Client({ connectionString: here })
  await user.connect()
  await expect(run(runRestore, [backup, '--replace'])).rejects.toThrow(/at work in the database. Stop it first/)
  await user.end()
  await writeFile(join(folder, 'secrets.json'), '{"instanceId":"other"}')
  const { said } = await run(runRestore, [backup, '--replace'])
  const kept = `here_${tag}_before_20261130040000`
  expect(said.slice(1)).toEqual([
    "It is in this installation's place.",
    `What was here is kept as the database ${kept}; drop it once nobody misses it.`,
    `The secrets that were here are kept as ${join(folder, 'secrets.json.before-2026-11-30T0400')}.`,
  ])
  expect([await slugs(here), await slugs(urlOf(kept))]).toEqual([['kept'], ['changed']])
}, 60_000)

it('leaves what is here as it is when a restore fails half way', async () => {
  const later = join(folder, 'later.tar.gz')
  await ask(
    earlier,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('x', 'x', '20990101000000_later', now())`,
  )
  expect(await run(runBackup, ['later.tar.gz'], { url: earlier, hallway: '9.0.0' })).toMatchObject({ code: 0 })
  await expect(run(runRestore, [later, '--replace'])).rejects.toThrow(/made by a later Hallway, 9.0.0/)
  await ask(earlier, `DELETE FROM _prisma_migrations WHERE id = 'x'`)
  await ask(earlier, `ALTER TABLE "User" ADD COLUMN "unknown" text`)
  expect(await run(runBackup, ['foreign.tar.gz'], { url: earlier })).toMatchObject({ code: 0 })
  await ask(earlier, `INSERT INTO "User" (id, email) VALUES (gen_random_uuid(), 'a@example.org')`)
  expect(await run(runBackup, ['foreign-row.tar.gz'], { url: earlier })).toMatchObject({ code: 0 })
  await expect(run(runRestore, ['foreign-row.tar.gz', '--replace'])).rejects.toThrow(/column "unknown"/)
  expect([await slugs(here), (await databases()).filter((name) => name.includes('restoring'))]).toEqual([['kept'], []])
}, 60_000)

it('restores one conference of an earlier version beside others, once it was looked at', async () => {
  const url = urlOf(`beside_${tag}`)
  const one = (...words: string[]) =>
    run(runRestore, ['hallway-2026-11-30T0400.tar.gz', ...words], { url }).then(({ said }) => said.slice(1))
  expect(await one('--check')).toEqual(['/c/kept  Kept: 0 sessions, 0 picks, 0 notes'])
  const [what, who] = [': 0 sessions, 0 rooms, 0 speakers; 0 picks, 0 notes, 0 recaps; 0 pictures.', 'Accounts: 0']
  expect(await one('--conference', 'kept', '--check')).toEqual([
    `Kept would be at /c/kept${what}`,
    `${who} were here, 0 would be made.`,
    'Nothing was changed.',
  ])
  expect(await slugs(url)).toEqual([])
  expect(await one('--conference', 'kept')).toEqual([`Kept is at /c/kept${what}`, `${who} were here, 0 were made.`])
  await expect(one('--conference', 'kept')).rejects.toThrow(
    new InstallationRefusal(
      'Kept is here, as kept. With --as ADDRESS what the backup holds of its programme is put beside it.',
    ),
  )
  await expect(one('--conference', 'kept', '--as', 'No Address')).rejects.toThrow('No Address is no address')
  await one('--conference', 'kept', '--as', 'kept-then')
  expect(await slugs(url)).toEqual(['kept', 'kept-then'])
  expect(
    await ask(urlOf('postgres'), `SELECT FROM pg_database WHERE datname = $1`, [`beside_${tag}_restoring`]),
  ).toEqual([])
}, 60_000)

it('says how it is used, and overwrites no file', async () => {
  expect((await run(runBackup, ['a', 'b'])).code).toBe(1)
  expect((await run(runRestore, [])).code).toBe(1)
  expect((await run(runRestore, ['x', '--force'])).code).toBe(1)
  expect((await run(runRestore, ['x', '--as', 'y'])).code).toBe(1)
  expect((await run(runRestore, ['x', '--conference', 'y', '--replace'])).code).toBe(1)
  expect(await run(runBackup, ['later.tar.gz'], { url: earlier })).toMatchObject({ code: 1 })
  const complaints: string[] = []
  const complain = (text: string) => void complaints.push(text)
  expect((await run(runBackup, ['nowhere/a.tar.gz'], { url: earlier, complain })).code).toBe(1)
  expect(complaints).toEqual([`There is no folder ${join(folder, 'nowhere')}: make it, or name another file.`])
  await expect(run(runRestore, ['none.tar.gz'])).rejects.toThrow(
    new InstallationRefusal(`there is no file ${join(folder, 'none.tar.gz')}.`),
  )
})
