import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { restartPostgres } from '@/scripts/database/embedded-postgres.mjs'
import { makeConference } from '@/tests/factories/conference'
import { signIn, touch } from '@/tests/front-door'
import { listenLive } from '@/tests/live'
import { until } from '@/tests/until'
import { blockOf, healthOf, lacksOf, pushTo } from './ask-server'
import { startOwnInstallation, type OwnInstallation } from './own-installation'

// A database that is stopped for a whole minute under a server that is used, and is there again. After a build:
// scripts/test-long.mjs.

const AWAY_MS = 60_000
const TOKEN = 'a token for whoever scrapes'
const HTML = { accept: 'text/html', 'accept-language': 'fr' }

describe.runIf(process.env.HALLWAY_LONG)('a database that is away for a minute', () => {
  let own: OwnInstallation | null = null
  beforeAll(async () => void (own = await startOwnInstallation({ HALLWAY_METRICS_TOKEN: TOKEN })), 180_000)
  afterAll(() => own?.end())

  const there = () => {
    if (!own) throw new Error('Nothing was started')
    return own
  }

  /** How often this server did a job. */
  async function jobsDone(origin: string): Promise<number> {
    const answer = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
    return Number(/^hallway_job_runs_total\{outcome="done"\} (\d+)$/m.exec(await answer.text())?.[1])
  }

  it('is said to everybody, never as a bug; nothing is lost, and all goes on by itself', async () => {
    const { db: rows, server: at, postgres: database } = there()
    const [conference, hidden] = [await makeConference(rows), await makeConference(rows, { visibility: 'private' })]
    const { user, cookie } = await signIn(rows)
    await rows.membership.create({ data: { conferenceId: hidden.id, userId: user.id, role: 'owner' } })
    const programme = `/c/${conference.slug}/schedule.json`
    expect((await fetch(at.url + programme)).status).toBe(200)
    const topic = `conference:${conference.id}`
    const screen = await listenLive(at.port, topic)
    expect(await screen.next()).toEqual({ topic, version: 1 })

    process.kill(database.pid, 'SIGINT')
    const back = Date.now() + AWAY_MS
    await until(
      () => healthOf(at.url),
      ({ code }) => code === 503,
    )
    const pages = [
      '/',
      '/settings',
      '/sign-in',
      `/c/${hidden.slug}/schedule`,
      `/c/${hidden.slug}/manage`,
      '/sitemap.xml',
    ]
    const forMachines = [`/api/v1/me`, `/api/v1/pull?person=${user.id}&after=0`, `/c/${hidden.slug}/agenda.json`]
    const [waiting, answers] = [[blockOf(conference.id, 'Lunch')], new Map<string, Set<string>>()]
    const ask = async (path: string, headers: Record<string, string>) => {
      const answer = await fetch(at.url + path, { headers: { cookie, ...headers }, redirect: 'manual' })
      const [text, later] = [await answer.text(), answer.headers.get('retry-after')]
      const isShell = text.startsWith('<!DOCTYPE html><html lang="fr"')
      const said = `${answer.status} ${later ?? 'at once'}${isShell ? ' in French' : ''}`
      answers.set(path, (answers.get(path) ?? new Set()).add(said))
    }
    const pushed = new Set<number | null>()
    while (Date.now() < back) {
      for (const path of pages) await ask(path, HTML)
      for (const path of forMachines) await ask(path, { accept: 'application/json' })
      pushed.add(await pushTo(at.url, { id: user.id, cookie }, waiting))
      expect([
        (await healthOf(at.url)).status,
        await lacksOf(at.url),
        (await fetch(at.url + programme)).status,
      ]).toEqual(['unavailable', ['database', 'notifications'], 200])
      await wait(2_000)
    }
    const heard = Object.fromEntries([...answers].map(([path, said]) => [path, [...said]]))
    expect(heard).toEqual({
      ...Object.fromEntries(pages.slice(0, -1).map((path) => [path, ['503 30 in French']])),
      '/sitemap.xml': ['503 30'],
      ...Object.fromEntries(forMachines.map((path) => [path, ['503 30']])),
    })
    expect([...pushed]).toEqual([503])
    expect(at.log).not.toContain('"status":500')

    const before = await jobsDone(at.url)
    await restartPostgres({ folder: database.folder, port: database.port })
    await until(
      () => lacksOf(at.url),
      (lacks) => lacks.length === 0,
    )
    expect(await pushTo(at.url, { id: user.id, cookie }, waiting)).toBe(200)
    expect(await rows.block.findMany({ where: { userId: user.id }, select: { title: true } })).toEqual([
      { title: 'Lunch' },
    ])
    for (const path of pages.slice(0, -1))
      expect([path, (await fetch(at.url + path, { headers: { cookie, ...HTML } })).status]).toEqual([path, 200])
    await touch(rows, conference.id)
    expect(
      await until(screen.next, (poke) => poke === undefined || JSON.stringify(poke).includes('"version":2')),
    ).toEqual({
      topic,
      version: 2,
    })
    await until(
      () => jobsDone(at.url),
      (done) => done > before,
    )
  }, 300_000)
})
