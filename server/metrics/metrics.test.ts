import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PgBoss from 'pg-boss'
import promClient from 'prom-client'
import { describe, expect, it } from 'vitest'
import { count, counted } from '@/lib/platform/counts'
import { memoryLimit } from '@/lib/platform/memory-limit'
import { root } from '@/scripts/programs.mjs'
import { findFreePort } from '@/scripts/server/free-port.mjs'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor, signIn, until } from '@/tests/front-door'
import { listenLive } from '@/tests/live'
import { openMetrics } from './open-metrics'
import { makeRegistry } from './registry'
import { routeClasses } from './request-metrics'

const { db, url } = await testDatabase()
const TOKEN = 'a token for whoever scrapes'
const env = { HALLWAY_METRICS_TOKEN: TOKEN, HALLWAY_METRICS_PORT: String(await findFreePort()) }
const door = await openDoor({ db, url, env, next: async (_, response) => void response.writeHead(404).end() })
const read = async (at: { ask: typeof door.ask } = door) =>
  at.ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })

/** The value of one line, by how it begins. */
function valueOf(text: string, line: string): number | undefined {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `))
  return found === undefined ? undefined : Number(found.slice(line.length))
}

describe('/metrics', () => {
  it('is there for whoever has the token, and absent for everybody else', async () => {
    const { status, headers, text } = await read()
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')])
    expect(text).toMatch(/^process_resident_memory_bytes \d/m)
    const wrong = await door.ask('/metrics', { headers: { authorization: 'Bearer guessed' } })
    expect([(await door.ask('/metrics')).status, wrong.status]).toEqual([404, 404])
  })

  it('is at a port of its own, with nothing else', async () => {
    const at = (path: string) => fetch(`http://127.0.0.1:${door.metricsPort}${path}`)
    expect([(await at('/metrics')).status, (await at('/api/health')).status]).toEqual([200, 404])
    expect(await (await at('/metrics')).text()).toContain('hallway_build_info{version="')
  })

  it('keeps from starting where something else has that port', async () => {
    const port = Number(env.HALLWAY_METRICS_PORT)
    const gauges = { liveScreens: () => 0, isListening: () => true }
    const taken = { HOST: '127.0.0.1', HALLWAY_DATA: '.data', HALLWAY_METRICS_PORT: port }
    await expect(openMetrics({ env: taken, db, gauges })).rejects.toThrow(
      `HALLWAY_METRICS_PORT cannot be listened on (listen EADDRINUSE: address already in use 127.0.0.1:${port}).`,
    )
  })

  it('is nowhere unless the environment says so', async () => {
    const closed = await openDoor({ db, url, next: async (_, response) => void response.end('next') })
    expect([(await closed.ask('/metrics')).text, closed.metricsPort]).toEqual(['next', 0])
  })
})

it('counts what happened by how it ended, and what stands now', async () => {
  const { id } = await makeConference(db, 'kcd')
  const before = (await read()).text
  count('mails', 'sent')
  count('mails', 'failed', 2)
  // The front door hears of the conference from the database.
  const { answer } = await until(
    () => listenLive(door.port, `conference:${id}`),
    (stream) => stream.answer.statusCode === 200,
  )
  const { text } = await read()
  const grown = (line: string) => (valueOf(text, line) ?? Number.NaN) - (valueOf(before, line) ?? Number.NaN)
  expect({
    sent: grown('hallway_mails_total{outcome="sent"}'),
    failed: grown('hallway_mails_total{outcome="failed"}'),
    never: valueOf(text, 'hallway_imports_total{outcome="waiting"}'),
    screens: grown('hallway_live_screens'),
  }).toEqual({ sent: 1, failed: 2, never: 0, screens: 1 })
  answer.destroy()
})

it('shows the jobs of all processes by queue and state, without those of the library itself', async () => {
  const boss = new PgBoss({ connectionString: url })
  await boss.start()
  await boss.createQueue('purge')
  await boss.send('purge', {})
  await boss.schedule('purge', '17 4 * * *')
  const { text } = await read()
  expect(text.split('\n').filter((line) => line.startsWith('hallway_jobs'))).toEqual([
    'hallway_jobs{queue="purge",state="created"} 1',
  ])
  await boss.stop()
})

it('has a number for each kind of request, however many addresses and people there are', async () => {
  const { cookie, user } = await signIn(db)
  const names = ['kcd', 'x'.repeat(300), '%F0%9F%98%80', user.id, '..%2f']
  const asked = names.flatMap((name) =>
    [`/c/${name}`, `/c/${name}/schedule.ics`, `/@${name}/a`, `/feeds/${name}.ics`, `/api/v1/${name}`, `/${name}`].map(
      (path) => door.ask(path, { headers: { cookie } }),
    ),
  )
  await Promise.all(asked)
  const { text } = await read()
  const labels = [...text.matchAll(/^hallway_\w+\{([^}]*)\}/gm)].map(([, all = '']) => all)
  const routes = new Set(labels.flatMap((all) => /route="([^"]*)"/.exec(all)?.[1] ?? []))
  expect([...routes].filter((route) => !routeClasses.some((known) => known === route))).toEqual([])
  const values = new Set(
    labels.flatMap((all) =>
      [...all.matchAll(/(\w+)="([^"]*)"/g)]
        .filter(([, name]) => name !== 'version' && name !== 'le')
        .map(([, , value]) => value),
    ),
  )
  expect([...values].filter((value) => !/^[a-z0-9-]{1,20}$/.test(value ?? ''))).toEqual([])
  expect(text.split('\n').filter((line) => line.startsWith('hallway_')).length).toBeLessThan(700)
  expect(text).not.toContain(user.id)
})

describe('what deploy/ names', () => {
  const { registry } = makeRegistry({
    client: promClient,
    db,
    version: 'x',
    folder: '.',
    gauges: { liveScreens: () => 0, isListening: () => true },
  })
  const known = new Set(
    registry.getMetricsAsArray().flatMap(({ name, type }) => {
      const kind = String(type)
      return kind === 'histogram' || kind === 'summary'
        ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`]
        : [name]
    }),
  )
  const folders = ['deploy/grafana', 'deploy/prometheus']

  it('is measured: every metric of the dashboard and of the alerts', async () => {
    for (const folder of folders)
      for (const file of await readdir(join(root, folder))) {
        const text = await readFile(join(root, folder, file), 'utf8')
        const named = [...text.matchAll(/\b(hallway|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name)
        expect(named.length).toBeGreaterThan(5)
        expect({ file, unknown: named.filter((name) => !known.has(name)) }).toEqual({ file, unknown: [] })
      }
  })

  it('warns of memory before all that a process may have is taken, whatever that is', async () => {
    const rules = await readFile(join(root, 'deploy/prometheus/alerts.yaml'), 'utf8')
    const [, share] = /process_resident_memory_bytes \/ hallway_memory_limit_bytes\) > (\S+)\n/.exec(rules) ?? []
    expect(Number(share)).toBeLessThan(1)
    expect(valueOf((await read()).text, 'hallway_memory_limit_bytes')).toBe(memoryLimit())
  })

  it('shows every number of ours', async () => {
    const text = await readFile(join(root, 'deploy/grafana/hallway.json'), 'utf8')
    JSON.parse(text)
    const ours = Object.keys(counted).map((name) => `hallway_${name}_total`)
    expect(ours.filter((name) => !text.includes(name))).toEqual([])
  })
})
