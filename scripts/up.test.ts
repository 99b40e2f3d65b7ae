import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  const lines = output.trim().split('\n')
  return { ok, lastLine: lines.at(-1), said: lines.slice(lines.findIndex((line) => line.includes('did not start'))) }
}

const last = async (env: Record<string, string>) => {
  const { ok, lastLine } = await up(env)
  return { ok, lastLine }
}

test('says that the port is taken', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await last({ PORT: String(port) })).toEqual({
    ok: false,
    lastLine:
      `Hallway did not start: Port ${port} is taken; stop what listens there, or choose another one with PORT, ` +
      `such as PORT=${port + 1} npm run up.`,
  })
  squatter.close()
})

test('says of every variable that is wrong what is, before it makes or changes anything', async () => {
  const data = join(folder, 'untouched')
  const wrong = {
    PORT: 'http',
    HALLWAY_URL: 'foo',
    GITHUB_ID: 'id',
    DATABASE_URL: 'mysql://me:secret@127.0.0.1:1/hallway',
  }
  const { ok, said } = await up({ ...wrong, HALLWAY_DATA: data })
  expect([ok, said, existsSync(data)]).toEqual([
    false,
    [
      'Hallway did not start: The environment is not usable, see .env.example:',
      '- DATABASE_URL has to be an address that begins with postgresql://.',
      '- PORT has to be a whole number from 0 to 65535.',
      '- HALLWAY_URL has to be an address that begins with http:// or https://, such as https://hallway.example.org.',
      '- GITHUB_SECRET is missing: GITHUB_ID needs it.',
    ],
    false,
  ])
})

test('says that the port of the numbers is taken', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await last({ HALLWAY_METRICS_PORT: String(port) })).toEqual({
    ok: false,
    lastLine:
      `Hallway did not start: Port ${port} is taken; stop what listens there, or choose another one with ` +
      `HALLWAY_METRICS_PORT, such as HALLWAY_METRICS_PORT=${port + 1} npm run up.`,
  })
  squatter.close()
})

test('says that the data folder cannot be written', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(await last({ HALLWAY_DATA: join(file, 'data') })).toEqual({
    ok: false,
    lastLine:
      `Hallway did not start: The data folder ${join(file, 'data')} cannot be written (a part of the path is a ` +
      'file); make room there, or name another with HALLWAY_DATA.',
  })
})

test('says that the database cannot be reached, without its password', async () => {
  expect(await last({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/hallway' })).toEqual({
    ok: false,
    lastLine:
      'Hallway did not start: The database at 127.0.0.1:1 could not be reached (ECONNREFUSED); is it running, ' +
      'and is DATABASE_URL right?',
  })
})
