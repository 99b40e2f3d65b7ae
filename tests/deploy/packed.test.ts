import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { bundleCommand, COMMANDS } from '@/scripts/build/commands.mjs'
import { packInto } from '@/scripts/build/packing.mjs'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { until } from '@/tests/until'

// What a container holds, run without the clone that it was built from. After a build: scripts/test-long.mjs.
describe.runIf(process.env.HALLWAY_LONG)('what was packed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hallway-packed-'))
  const data = join(folder, 'data')
  const database = `packed_${randomUUID().slice(0, 8)}`
  const url = Object.assign(new URL(inject('templateUrl')), { pathname: `/${database}` }).href
  let origin = ''
  let env: NodeJS.ProcessEnv = { NODE_ENV: 'production' }
  let server: ChildProcess | undefined

  beforeAll(async () => {
    for (const command of COMMANDS) await bundleCommand(command)
    await packInto(folder)
    const port = await findFreePort()
    origin = `http://127.0.0.1:${port}`
    env = { ...env, DATABASE_URL: url, PORT: String(port), HALLWAY_DATA: data }
    copyFileSync('lib/formats/fixtures/frab-xml/pretalx.xml', join(folder, 'schedule.xml'))
  }, 300_000)
  afterAll(() => {
    server?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const start = (...words: string[]) => spawn(process.execPath, ['dist/hallway.mjs', ...words], { cwd: folder, env })

  /** A command's exit code, and all that it said. */
  async function run(...words: string[]): Promise<[code: number, said: string]> {
    const child = start(...words)
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)))
    const [code] = await once(child, 'close')
    return [Number(code), said.join('')]
  }

  it('says what it lacks, and starts nothing', async () => {
    env = { ...env, DATABASE_URL: '' }
    expect(await run()).toEqual([
      1,
      '\nHallway did not serve: The environment is not usable, see .env.example: DATABASE_URL is missing: it names ' +
        'the database, such as postgresql://user:password@localhost:5432/hallway.\n',
    ])
    env = { ...env, DATABASE_URL: url }
  })

  it('makes its database, and serves', async () => {
    server = start()
    await until(
      () => run('health'),
      ([code]) => code === 0,
    )
    const statuses = ['/', '/sign-in', '/icon.svg', '/sw.js', '/offline/fr', '/nothing'].map(async (path) => [
      path,
      (await fetch(origin + path)).status,
    ])
    expect(await Promise.all(statuses)).toEqual([
      ['/', 200],
      ['/sign-in', 200],
      ['/icon.svg', 200],
      ['/sw.js', 200],
      ['/offline/fr', 200],
      ['/nothing', 404],
    ])
  }, 120_000)

  it('brings a schedule in, and shows it', async () => {
    const [code, said] = await run(
      'import',
      'schedule.xml',
      ...['--conference', 'sample', '--name', 'Sample', '--timezone', 'Europe/Berlin', '--visibility', 'public'],
    )
    expect([code, said]).toEqual([0, expect.stringContaining('7 sessions in 1 room on 2 days, 2 speakers.')])
    const schedule = await fetch(`${origin}/c/sample/schedule.ics`)
    expect([schedule.status, (await schedule.text()).split('BEGIN:VEVENT').length - 1]).toEqual([200, 8])
  }, 60_000)

  it('is backed up while it runs, ends when it is told to, and is put back', async () => {
    expect(await run('backup', join(folder, 'all.tar.gz'), '--secrets')).toEqual([
      0,
      expect.stringContaining('SHA-256'),
    ])
    const ended = server && once(server, 'exit')
    server?.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(await run('restore', join(folder, 'all.tar.gz'), '--replace')).toEqual([
      0,
      expect.stringContaining("It is in this installation's place."),
    ])
    expect(existsSync(join(data, 'secrets.json'))).toBe(true)
  }, 60_000)
})
