import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { makePassable } from '../data-folder.mjs'
import { findPostgres, startPostgres } from './embedded-postgres.mjs'
import { keepPostgres } from './keep-postgres.mjs'

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-keep-'))
  makePassable(folder)
  const server = await startPostgres({ folder })
  const said: string[] = []
  const keeper = keepPostgres({ folder, port: server.port }, (sentence) => void said.push(sentence))
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }), server.stop, keeper.stop)
  return { folder, server, said, keeper }
}

async function ask(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return (await client.query('SELECT 1 AS one').finally(() => client.end())).rows
}

test('starts a server again that died, where everybody knows it', async () => {
  const { folder, server, said } = await start()
  process.kill(server.pid, 'SIGKILL')
  await expect
    .poll(() => said, { timeout: 30_000 })
    .toEqual([
      'The database has ended. It is started again; until then nothing can be saved.',
      'The database runs again.',
    ])
  expect(await ask(server.url('postgres'))).toEqual([{ one: 1 }])
  expect(findPostgres(folder)?.url('postgres')).toBe(server.url('postgres'))
}, 60_000)

test('says in one sentence why it cannot', async () => {
  const { folder, server, keeper } = await start()
  renameSync(join(folder, 'pg18'), join(folder, 'away'))
  process.kill(server.pid, 'SIGKILL')
  expect(await keeper.lost).toMatch(
    /^its database ended and could not be started again \(Postgres did not start: .+\)$/,
  )
}, 60_000)
