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
        /^A whole backup of 2026-11-30T04:00:00.000Z, made by Hallway 0.1.0: 1 row of \d+ tables, 0 photos, with/,
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
    `What was here is kept as the database ${kept}; drop it once nobody misses it. docs/self-hosting.md says how, ` +
      'and how to go back to it.',
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
  const complaints: string[] = []
  const complain = (text: string) => void complaints.push(text)
  const one = (...words: string[]) =>
    run(runRestore, ['hallway-2026-11-30T0400.tar.gz', ...words], { url, complain }).then(({ said }) => said.slice(1))
  expect(await one('--check')).toEqual(['/c/kept  Kept: 0 sessions, 0 picks, 0 notes'])
  const [what, who] = [
    ': 0 sessions, 0 rooms, 0 speakers; 0 picks, 0 notes, 0 recaps; 0 pictures.',
    'Accounts: 0 here already',
  ]
  const nobodys =
    'Nobody owns it, as when it was backed up. The command operator -- --conference kept --owner ADDRESS makes ' +
    'somebody its owner.'
  expect(await one('--conference', 'kept', '--check')).toEqual([
    `Kept would be at /c/kept${what}`,
    `${who}, 0 would be made.`,
    nobodys,
    'Nothing was changed.',
  ])
  expect(await slugs(url)).toEqual([])
  expect(complaints).toEqual([`Tables of this installation: ${known.length} applied`])
  expect(await one('--conference', '/c/kept')).toEqual([`Kept is at /c/kept${what}`, `${who}, 0 made.`, nobodys])
  await expect(one('--conference', 'kept')).rejects.toThrow(
    new InstallationRefusal(
      'Kept is here, as kept. With --as ADDRESS what the backup holds of its programme is put beside it.',
    ),
  )
  await expect(one('--conference', 'kept', '--as', 'No Address')).rejects.toThrow('No Address is no address')
  await one('--conference', 'kept', '--as', 'kept-then')
  expect(await slugs(url)).toEqual(['kept', 'kept-then'])
  expect(complaints).toHaveLength(1)
  expect(
    await ask(urlOf('postgres'), `SELECT FROM pg_database WHERE datname = $1`, [`beside_${tag}_restoring`]),
  ).toEqual([])
}, 60_000)

it('says of one conference who owns it, where there is something to say, and counts as Home does', async () => {
  const [from, url] = [urlOf(`owned_${tag}`), urlOf(`owner_${tag}`)]
  for (const made of [from, url]) await migrate(made, () => undefined)
  await ask(
    from,
    `INSERT INTO "User" (id, email, "blockedAt")
     VALUES (gen_random_uuid(), 'ada@example.org', now()), (gen_random_uuid(), 'bob@example.org', NULL)`,
  )
  await ask(
    from,
    `INSERT INTO "Conference" (id, slug, name, acronym, "timeZone")
     VALUES (gen_random_uuid(), 'kcd', 'KCD', 'kcd1', 'Europe/Paris')`,
  )
  await ask(
    from,
    `INSERT INTO "Membership" ("conferenceId", "userId", role)
     SELECT c.id, u.id, 'owner' FROM "Conference" c, "User" u`,
  )
  await ask(
    from,
    `INSERT INTO "Session" (id, "conferenceId", number, title, "rawTitle", "dayOn", status, "cancelledAt")
     SELECT gen_random_uuid(), c.id, n, 'S', 'S', '2026-11-30',
       CASE n WHEN 1 THEN 'confirmed' ELSE 'cancelled' END::"SessionStatus", CASE n WHEN 1 THEN NULL ELSE now() END
     FROM "Conference" c, generate_series(1, 3) AS n`,
  )
  await run(runBackup, ['owned.tar.gz'], { url: from })
  await ask(url, `INSERT INTO "User" (id, email) VALUES (gen_random_uuid(), 'bob@example.org')`)
  const said = async (...words: string[]) =>
    (await run(runRestore, ['owned.tar.gz', ...words], { url })).said.slice(1).join('\n')
  expect(await said('--check')).toBe('/c/kcd  KCD: 1 session, 0 picks, 0 notes')
  expect(await said('--conference', 'kcd', '--check'))
    .toBe(`KCD would be at /c/kcd: 1 session, 0 rooms, 0 speakers; 0 picks, 0 notes, 0 recaps; 0 pictures.
Accounts: 1 here already, 1 would be made.
Its owner ada@example.org had no account here: one would be made, and is theirs once they sign in with that address.
Its owner ada@example.org is blocked here: let them in again under This installation.
Nothing was changed.`)
  await expect(said('--conference', 'kc')).rejects.toThrow('the backup holds no conference kc.')
}, 60_000)

it.each<[typeof runBackup, string[], string]>([
  [runBackup, ['a', 'b'], 'One file is written: b is one too many.'],
  [runBackup, ['--secret'], 'There is no option --secret. There are --secrets.'],
  [runRestore, [], 'Name the file of a backup.'],
  [runRestore, ['x', 'y'], 'One file is restored: y is one too many.'],
  [
    runRestore,
    ['x', '--bogus', '--conference'],
    'There is no option --bogus. There are --check, --replace, --conference, --as.\n--conference needs a value.',
  ],
  [runRestore, ['x', '--as', 'y'], '--as goes with --conference.'],
  [
    runRestore,
    ['x', '--conference', 'y', '--replace'],
    '--replace is of a whole backup: it does not go with --conference.',
  ],
])('says what is wrong with its words, and how it is used: %#', async (command, words, wrong) => {
  const complaints: string[] = []
  const complain = (text: string) => void complaints.push(text)
  expect(await run(command, words, { complain })).toEqual({ code: 1, said: [] })
  expect(complaints.map((text) => text.split('\n\n')[0])).toEqual([wrong])
})

it('overwrites no file, and names what is not there', async () => {
  expect(await run(runBackup, ['later.tar.gz'], { url: earlier })).toMatchObject({ code: 1 })
  const complaints: string[] = []
  const complain = (text: string) => void complaints.push(text)
  expect((await run(runBackup, ['nowhere/a.tar.gz'], { url: earlier, complain })).code).toBe(1)
  expect(complaints).toEqual([`There is no folder ${join(folder, 'nowhere')}: make it, or name another file.`])
  await expect(run(runRestore, ['none.tar.gz'])).rejects.toThrow(
    new InstallationRefusal(`there is no file ${join(folder, 'none.tar.gz')}.`),
  )
})
