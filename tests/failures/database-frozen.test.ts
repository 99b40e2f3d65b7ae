import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { until } from '@/tests/until'
import { blockOf, healthOf, lacksOf, pushTo } from './ask-server'
import { startOwnInstallation, type OwnInstallation } from './own-installation'

// A database that takes what is asked and says nothing, as one does whose disk hangs. After a build:
// scripts/test-long.mjs.

/** A wait for a connection, one for the answer, and some. */
const MOST_MS = 40_000
const HTML = { accept: 'text/html', 'accept-language': 'fr' }

describe.runIf(process.env.HALLWAY_LONG)('a database that says nothing', () => {
  let own: OwnInstallation | null = null
  let frozen: number[] = []
  const thaw = () => frozen.splice(0).forEach((pid) => process.kill(pid, 'SIGCONT'))
  beforeAll(async () => void (own = await startOwnInstallation()), 180_000)
  afterAll(async () => {
    thaw()
    await own?.end()
  })

  it('is away to everybody, in half a minute at most, and all goes on when it speaks again', async () => {
    if (!own) throw new Error('Nothing was started')
    const { db, server, postgres } = own
    const [conference, hidden] = [await makeConference(db), await makeConference(db, { visibility: 'private' })]
    const { user, cookie } = await signIn(db)
    await db.membership.create({ data: { conferenceId: hidden.id, userId: user.id, role: 'owner' } })
    const waiting = [blockOf(conference.id, 'Lunch')]
    const pages = ['/', '/settings', ...[conference, hidden].map(({ slug }) => `/c/${slug}/schedule`)]
    const forMachines = ['/api/v1/me', `/api/v1/pull?person=${user.id}&after=0`, `/c/${hidden.slug}/agenda.json`]
    const ask = async (path: string, headers: Record<string, string>) => {
      const signal = AbortSignal.timeout(MOST_MS)
      const answer = await fetch(server.url + path, { headers: { cookie, ...headers }, redirect: 'manual', signal })
      const isShell = (await answer.text()).startsWith('<!DOCTYPE html><html lang="fr"')
      return [path, `${answer.status}${isShell ? ' in French' : ''}`]
    }

    frozen = [...(await childrenOf(postgres.pid)), postgres.pid]
    frozen.forEach((pid) => process.kill(pid, 'SIGSTOP'))
    const [heard, pushed] = await Promise.all([
      Promise.all([
        ...pages.map((path) => ask(path, HTML)),
        ...forMachines.map((path) => ask(path, { accept: 'application/json' })),
      ]),
      pushTo(server.url, { id: user.id, cookie }, waiting),
    ])
    expect(heard).toEqual([
      ...pages.map((path) => [path, '503 in French']),
      ...forMachines.map((path) => [path, '503']),
    ])
    expect([pushed, (await healthOf(server.url)).status]).toEqual([503, 'unavailable'])
    expect(server.log).not.toContain('"status":500')

    thaw()
    await until(
      () => lacksOf(server.url),
      (lacks) => lacks.length === 0,
    )
    expect(await pushTo(server.url, { id: user.id, cookie }, waiting)).toBe(200)
    expect(await db.block.findMany({ where: { userId: user.id }, select: { title: true } })).toEqual([
      { title: 'Lunch' },
    ])
    for (const path of ['/', '/settings', `/c/${hidden.slug}/agenda.json`])
      expect([path, (await fetch(server.url + path, { headers: { cookie } })).status]).toEqual([path, 200])
  }, 300_000)
})

async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('pgrep', ['-P', String(pid)])
  return stdout.trim().split('\n').map(Number)
}
