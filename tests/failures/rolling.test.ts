import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startWebProxy } from '@/bench/hour/proxies'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { until } from '@/tests/until'
import { blockOf, lacksOf } from './ask-server'
import { OwnServer } from './own-server'

// Two processes behind HAProxy as deploy/haproxy sets it up, replaced one after the other under load. After a build:
// scripts/test-long.mjs.

const [CLIENTS, MORE, DRAIN_S] = [8, 60, 6]
const hasProxy = spawnSync('haproxy', ['-v']).error === undefined
if (process.env.HALLWAY_LONG && !hasProxy) console.warn('A rolling update is left out: HAProxy is not installed.')

const { db, url } = await testDatabase()

describe.runIf(process.env.HALLWAY_LONG && hasProxy)('a rolling update', () => {
  it('fails no request, and loses nothing that was pushed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hallway-rolling-'))
    const { id: conferenceId, slug } = await makeConference(db)
    const told = { TRUST_PROXY: '1', HALLWAY_DRAIN_SECONDS: String(DRAIN_S) }
    const servers = [await OwnServer.start(url, told), await OwnServer.start(url, told)] as const
    const proxy = await startWebProxy(folder, [servers[0].port, servers[1].port])
    // Phones keep their connections, through the whole of it.
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
    onTestFinished(async () => {
      agent.destroy()
      proxy.stop()
      for (const server of servers) await server.end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    })
    const people = await Promise.all(Array.from({ length: CLIENTS }, () => signIn(db)))
    const said = { stop: false, failed: new Set<string>(), answered: 0, kept: new Set<string>() }

    /** @returns the status; what broke where none came */
    function ask(path: string, cookie: string, body?: string): Promise<number | string> {
      const headers = { cookie, ...(body && { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }) }
      return new Promise((done) => {
        const method = body ? 'POST' : 'GET'
        const asked = request({ host: '127.0.0.1', port: proxy.port, path, method, agent, headers }, (answer) => {
          answer.on('error', (error) => done(error.message))
          answer.resume().on('end', () => done(answer.statusCode ?? 0))
        })
        asked.once('error', (error) => done(error.message)).end(body)
      })
    }
    const working = people.map(async ({ user, cookie }) => {
      while (!said.stop) {
        const block = blockOf(conferenceId, 'Time')
        const push = JSON.stringify({ person: user.id, device: randomUUID(), mutations: [block] })
        for (const [path, body] of [
          [`/c/${slug}/sessions/1`],
          [`/c/${slug}/schedule.json`],
          [`/c/${slug}/schedule.ics`],
          ['/settings'],
          ['/api/v1/me'],
          ['/api/v1/push', push],
        ] as const) {
          const status = await ask(path, cookie, body)
          if (status === 200) said.answered += 1
          else said.failed.add(`${path.split('/').at(-1)}: ${status}`)
          if (body && status === 200) said.kept.add(block.args.id)
        }
      }
    })
    const more = () => {
      const wanted = said.answered + MORE
      return until(
        async () => said.answered,
        (answered) => answered >= wanted,
      )
    }
    for (const server of servers) {
      await more()
      const ended = server.end('SIGTERM')
      await until(
        () => lacksOf(server.url),
        (lacks) => lacks.includes('draining'),
      )
      // Whoever has not noticed yet is answered.
      expect((await fetch(`${server.url}/c/${slug}/sessions/1`)).status).toBe(200)
      expect(await ended).toBe(0)
      await server.revive()
    }
    await more()
    said.stop = true
    await Promise.all(working)
    expect([...said.failed]).toEqual([])
    const there = await db.block.findMany({ where: { conferenceId }, select: { id: true } })
    expect(new Set(there.map(({ id }) => id))).toEqual(said.kept)
  }, 240_000)
})
