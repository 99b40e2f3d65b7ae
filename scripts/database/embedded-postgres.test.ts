import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { findPostgres, startPostgres } from './embedded-postgres.mjs'
import { findServer } from '../server/running-server.mjs'

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

function makeFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-postgres-'))
  chmodSync(folder, mode)
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function start(folder: string) {
  const server = await startPostgres({ folder })
  cleanUps.push(server.stop)
  return server
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows
}

test('starts on the loopback address and stops', async () => {
  const folder = makeFolder()
  const server = await start(folder)
  expect(await ask(server.url('postgres'), 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(findPostgres(folder)?.url('postgres')).toBe(server.url('postgres'))
  await server.stop()
  expect(findPostgres(folder)).toBeNull()
})

test('refuses who does not know the password', async () => {
  const server = await start(makeFolder())
  const url = new URL(server.url('postgres'))
  url.password = 'guessed'
  await expect(ask(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
})

test('keeps its files to itself', async () => {
  const folder = makeFolder()
  await start(folder)
  const modes = ['pg18', 'pg18.log', 'postgres-password'].map((name) =>
    (statSync(join(folder, name)).mode & 0o777).toString(8),
  )
  expect(modes).toEqual(['700', '600', '600'])
})

test('starts one server for two starts at once, which lives until the last user leaves', async () => {
  const folder = makeFolder()
  const [first, second] = await Promise.all([start(folder), start(folder)])
  expect(second.pid).toBe(first.pid)
  await first.stop()
  expect(await ask(second.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(findPostgres(folder)).toBeNull()
  expect(readdirSync(folder).sort()).toEqual(['pg18', 'pg18.log', 'pg18.users', 'postgres-password'])
})

test('lets nobody join a server that its last user is ending: whoever comes then has one of their own', async () => {
  const folder = makeFolder()
  for (let round = 0; round < 3; round++) {
    const leaving = await start(folder)
    const [, coming] = await Promise.all([leaving.stop(), start(folder)])
    expect(await ask(coming.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await coming.stop()
  }
  expect(findPostgres(folder)).toBeNull()
}, 60_000)

test('does not wait for a turn that a killed process had', async () => {
  const folder = makeFolder()
  const { pid = 0 } = spawnSync(process.execPath, ['--version'])
  writeFileSync(join(folder, 'pg18.turn'), String(pid))
  await start(folder)
  expect(findPostgres(folder)).not.toBeNull()
})

test('finds everything after a kill -9', async () => {
  const folder = makeFolder()
  const killed = await start(folder)
  await ask(killed.url('postgres'), 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number')
  process.kill(killed.pid, 'SIGKILL')
  await expect.poll(() => findServer(join(folder, 'pg18'))).toBeUndefined()
  const server = await start(folder)
  expect(await ask(server.url('postgres'), 'SELECT count(*)::int AS count FROM kept')).toEqual([{ count: 1000 }])
})

test.runIf(process.getuid?.() === 0)(
  'moves out of a path that others cannot pass, and changes nothing about that path',
  async () => {
    const folder = makeFolder(0o700)
    const server = await start(folder)
    cleanUps.unshift(() => rmSync(server.folder, { recursive: true, force: true }))
    expect({ moved: server.moved, isElsewhere: server.folder.startsWith('/var/lib/hallway/') }).toEqual({
      moved: true,
      isElsewhere: true,
    })
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(await ask(server.url('postgres'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  },
)
