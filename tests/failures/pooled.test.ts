import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn, touch } from '@/tests/front-door'
import { listenLive } from '@/tests/live'
import { until } from '@/tests/until'
import { blockOf, lacksOf, pushTo } from './ask-server'
import { OwnServer } from './own-server'

// A real PgBouncer in transaction mode between a server and its database, with fewer connections than people. After a
// build: scripts/test-long.mjs.

const [PEOPLE, ROUNDS, CONNECTIONS] = [8, 4, 3]
const hasBouncer = spawnSync('pgbouncer', ['--version']).error === undefined
if (process.env.HALLWAY_LONG && !hasBouncer) console.warn('A pooler is left out: PgBouncer is not installed.')

const { db, url: direct } = await testDatabase()

describe.runIf(process.env.HALLWAY_LONG && hasBouncer)('through PgBouncer', () => {
  const pooled = new URL(direct)
  let folder = ''
  let bouncer: ChildProcess | null = null
  let server: OwnServer | null = null

  /** As whoever is root it becomes somebody else, or does not start. */
  async function startBouncer(): Promise<void> {
    const words = [...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []), join(folder, 'pgbouncer.ini')]
    bouncer = spawn('pgbouncer', words, { stdio: 'ignore' })
    await once(bouncer, 'spawn')
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hallway-pooled-'))
    await chmod(folder, 0o755)
    const port = await findFreePort()
    pooled.port = String(port)
    const { hostname, port: database, username, password } = new URL(direct)
    await writeFile(join(folder, 'users.txt'), `"${username}" "${decodeURIComponent(password)}"\n`)
    const settings = [
      ['listen_addr', '127.0.0.1'],
      ['listen_port', String(port)],
      ['unix_socket_dir', ''],
      ['auth_type', 'plain'],
      ['auth_file', join(folder, 'users.txt')],
      ['pool_mode', 'transaction'],
      ['default_pool_size', String(CONNECTIONS)],
    ]
    const text = [
      '[databases]',
      `* = host=${hostname} port=${database}`,
      '[pgbouncer]',
      ...settings.map((s) => s.join(' = ')),
    ]
    await writeFile(join(folder, 'pgbouncer.ini'), `${text.join('\n')}\n`)
    await startBouncer()
    server = await OwnServer.start(pooled.href, { HALLWAY_DATABASE_DIRECT_URL: direct })
  }, 120_000)
  afterAll(async () => {
    await server?.end('SIGKILL')
    bouncer?.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  })

  it('people push, pull and look, screens hear what moves, and a pooler that is killed is got over', async () => {
    const at = server ?? expect.fail('No server was started')
    const { id, slug } = await makeConference(db)
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => signIn(db)))
    const topic = `conference:${id}`
    const screen = await until(
      () => listenLive(at.port, topic),
      ({ answer }) => answer.statusCode === 200,
    )
    expect(await screen.next()).toEqual({ topic, version: 1 })

    /** @returns what was answered, and how many of the changes that were answered well are there */
    async function load() {
      const [statuses, kept]: [Set<number | null>, string[]] = [new Set(), []]
      const look = async (path: string, cookie: string) => {
        const answer = await fetch(`${at.url}${path}`, { headers: { cookie } })
        await answer.arrayBuffer()
        statuses.add(answer.status)
      }
      await Promise.all(
        people.map(async ({ user, cookie }) => {
          for (let round = 0; round < ROUNDS; round += 1) {
            const block = blockOf(id, 'Time')
            const status = await pushTo(at.url, { id: user.id, cookie }, [block])
            statuses.add(status)
            if (status === 200) kept.push(block.args.id)
            for (const path of [`/c/${slug}/schedule.json`, `/c/${slug}/sessions/1`, '/settings'])
              await look(path, cookie)
            await look(`/api/v1/pull?person=${user.id}&after=0&mark=`, cookie)
          }
        }),
      )
      return { statuses: [...statuses], there: await db.block.count({ where: { id: { in: kept } } }) }
    }
    expect(await load()).toEqual({ statuses: [200], there: PEOPLE * ROUNDS })
    await touch(db, id)
    expect(await screen.next()).toEqual({ topic, version: 2 })

    const [first] = people
    const device = { id: first?.user.id ?? '', cookie: first?.cookie ?? '' }
    bouncer?.kill('SIGKILL')
    expect(
      await until(
        () => lacksOf(at.url),
        (lacks) => lacks.includes('database'),
      ),
    ).not.toContain('notifications')
    expect(await pushTo(at.url, device, [blockOf(id, 'Away')])).toBe(503)
    await touch(db, id)

    await startBouncer()
    await until(
      () => lacksOf(at.url),
      (lacks) => lacks.length === 0,
    )
    // What moved meanwhile is told once it can be read.
    expect(await screen.next()).toEqual({ topic, version: 3 })
    expect(await load()).toEqual({ statuses: [200], there: PEOPLE * ROUNDS })
    await touch(db, id)
    expect(await screen.next()).toEqual({ topic, version: 4 })
    screen.answer.destroy()
  }, 180_000)
})
