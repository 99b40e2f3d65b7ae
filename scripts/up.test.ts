import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findFreePort } from './server/free-port.mjs'
import { runProgram } from './programs.mjs'
import { neutralEnvironment } from './database/throw-away-postgres.mjs'

const folder = mkdtempSync(join(tmpdir(), 'hallway-up-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function up(env: Record<string, string>) {
  const { ok, output } = await runProgram(process.execPath, ['scripts/up.mjs'], {
    env: { ...neutralEnvironment(), HALLWAY_DATA: folder, PORT: String(await findFreePort()), ...env },
  })
  return { ok, lastLine: output.trim().split('\n').at(-1) }
}

test('says that the port is taken', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await up({ PORT: String(port) })).toEqual({
    ok: false,
    lastLine:
      `Hallway did not start: Port ${port} is taken; stop what listens there, or choose another one with PORT, ` +
      `such as PORT=${port + 1} npm run up.`,
  })
  squatter.close()
})

test('says that a port is none', async () => {
  expect(await up({ PORT: 'http' })).toEqual({
    ok: false,
    lastLine: 'Hallway did not start: PORT=http is no port; it is a number from 1 to 65535.',
  })
})

test('says that the data folder cannot be written', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(await up({ HALLWAY_DATA: join(file, 'data') })).toEqual({
    ok: false,
    lastLine:
      `Hallway did not start: The data folder ${join(file, 'data')} cannot be written (a part of the path is a ` +
      'file); make room there, or name another with HALLWAY_DATA.',
  })
})

test('says that an address is no Postgres server’s, without its password', async () => {
  expect(await up({ DATABASE_URL: 'mysql://me:secret@127.0.0.1:1/hallway' })).toEqual({
    ok: false,
    lastLine:
      'Hallway did not start: DATABASE_URL is not the address of a Postgres server ' +
      '(postgresql://user:password@host:5432/database).',
  })
})

test('says that the database cannot be reached, without its password', async () => {
  expect(await up({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/hallway' })).toEqual({
    ok: false,
    lastLine:
      'Hallway did not start: The database at 127.0.0.1:1 could not be reached (ECONNREFUSED); is it running, ' +
      'and is DATABASE_URL right?',
  })
})
