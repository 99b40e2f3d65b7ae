import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '@/lib/platform/db'
import { createMigrated } from '@/scripts/database/throw-away-postgres.mjs'
import { restartPostgres, startPostgres } from '@/scripts/database/embedded-postgres.mjs'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { until } from '@/tests/until'
import { blockOf, healthOf, lacksOf, pushTo } from './ask-server'
import { OwnServer } from './own-server'

// Servers and a database that are killed under load: what was answered well is kept, what was not comes again and
// happens once. After a build: scripts/test-long.mjs.

const PEOPLE = 6
type Device = { id: string; cookie: string; sent: ReturnType<typeof blockOf>[]; kept: string[] }

describe.runIf(process.env.HALLWAY_LONG)('under load', () => {
  let [postgres, folder]: [Awaited<ReturnType<typeof startPostgres>> | null, string] = [null, '']
  let [db, url]: [ReturnType<typeof connect> | null, string] = [null, '']
  let conference: Awaited<ReturnType<typeof makeConference>> | null = null
  let server: OwnServer | null = null

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hallway-killed-'))
    await chmod(folder, 0o755)
    // Not the one of all tests, which does not survive what is done to it here.
    postgres = await startPostgres({ folder })
    url = postgres.url('hallway')
    await createMigrated(url)
    db = connect(url, 4)
    conference = await makeConference(db)
    server = await OwnServer.start(url)
  }, 180_000)
  afterAll(async () => {
    await server?.end('SIGKILL')
    await db?.$disconnect()
    await postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const there = () => {
    if (!db || !server || !conference || !postgres) throw new Error('Nothing was started')
    return { db, server, conference, postgres }
  }

  async function makeDevices(): Promise<Device[]> {
    const devices: Device[] = []
    for (let made = 0; made < PEOPLE; made++) {
      const { user, cookie } = await signIn(there().db)
      devices.push({ id: user.id, cookie, sent: [], kept: [] })
    }
    return devices
  }

  /** Devices that make a change after the other, each sent until it is answered well; until told to stop. */
  function load(devices: readonly Device[]) {
    const said = { stop: false, answers: new Set<number | null>(), kept: 0 }
    const { server: at, conference: of } = there()
    const working = devices.map(async (device) => {
      while (!said.stop) {
        const block = blockOf(of.id, `Time ${device.sent.length}`)
        device.sent.push(block)
        for (let answer: number | null = null; answer !== 200;) {
          answer = await pushTo(at.url, device, [block])
          said.answers.add(answer)
          if (answer === 200) said.kept = device.kept.push(block.args.id)
          else if (said.stop) break
        }
      }
    })
    return { said, over: () => ((said.stop = true), Promise.all(working)) }
  }

  const keptOf = (devices: readonly Device[]) => devices.reduce((sum, { kept }) => sum + kept.length, 0)
  const more = (devices: readonly Device[], count: number) => {
    const wanted = keptOf(devices) + count
    return until(
      async () => keptOf(devices),
      (kept) => kept >= wanted,
    )
  }

  /** All that was answered well is there, and each change that was sent is there once at most. */
  async function expectKept(devices: readonly Device[]): Promise<void> {
    for (const { id, sent, kept } of devices) {
      const rows = await there().db.block.findMany({ where: { userId: id }, select: { id: true } })
      const ids = rows.map((row) => row.id)
      expect(kept.filter((one) => !ids.includes(one))).toEqual([])
      expect(ids.filter((one) => !sent.some(({ args }) => args.id === one))).toEqual([])
    }
  }

  it('SIGTERM lets what is under way end, refuses the rest, and ends well', async () => {
    const [devices, { server: at }] = [await makeDevices(), there()]
    const { over } = load(devices)
    await more(devices, 30)
    expect(await at.end('SIGTERM')).toBe(0)
    await at.revive()
    await more(devices, 30)
    await over()
    await expectKept(devices)
  }, 120_000)

  it('a server that is killed loses nothing that it answered for', async () => {
    const [devices, { server: at }] = [await makeDevices(), there()]
    const { over } = load(devices)
    await more(devices, 30)
    expect(await at.end('SIGKILL')).toBe('SIGKILL')
    await at.revive()
    await more(devices, 30)
    await over()
    await expectKept(devices)
  }, 120_000)

  it('a database that is killed and stays away is said, what is read goes on, and nothing is lost', async () => {
    const [devices, { server: at, postgres: database, conference: of }] = [await makeDevices(), there()]
    const programme = `${at.url}/c/${of.slug}/schedule.json`
    expect((await fetch(programme)).status).toBe(200)
    const { said, over } = load(devices)
    await more(devices, 30)
    process.kill(database.pid, 'SIGKILL')
    await until(
      () => healthOf(at.url),
      ({ code }) => code === 503,
    )
    // Devices hear that it passes, however long it lasts.
    await until(
      async () => said.answers,
      (answers) => answers.has(503),
    )
    expect([(await healthOf(at.url)).status, await lacksOf(at.url), (await fetch(programme)).status]).toEqual([
      'unavailable',
      ['database', 'notifications'],
      200,
    ])
    expect(at.log).toContain('"reason":"database-')
    await restartPostgres({ folder: database.folder, port: database.port })
    await more(devices, 30)
    await over()
    await expectKept(devices)
    expect([...said.answers].sort()).toEqual([200, 503])
    await until(
      () => lacksOf(at.url),
      (lacks) => lacks.length === 0,
    )
  }, 180_000)
})
