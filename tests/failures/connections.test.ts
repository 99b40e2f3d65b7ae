import { describe, expect, it, onTestFinished } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { signIn } from '@/tests/front-door'
import { blockOf, pushTo } from './ask-server'
import { OwnServer } from './own-server'

// How many connections a process opens at most, when far more is asked of it at once. After a build:
// scripts/test-long.mjs.

const POOL = 6
const [BESIDES, AT_ONCE, ROUNDS] = [5, 40, 5]
const NAME = 'hallway-under-test'

const { db, url } = await testDatabase()

describe.runIf(process.env.HALLWAY_LONG)('a process', () => {
  it('opens no more connections than HALLWAY_DATABASE_POOL says, and five, however much is asked', async () => {
    const conference = await makeConference(db)
    const people = await Promise.all(Array.from({ length: AT_ONCE }, () => signIn(db)))
    const named = new URL(url)
    named.searchParams.set('application_name', NAME)
    const server = await OwnServer.start(named.href, { HALLWAY_DATABASE_POOL: String(POOL) })
    const countOpen = async () =>
      (await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE application_name = ${NAME}`).length
    const seen: number[] = []
    onTestFinished(async () => void (await server.end('SIGKILL')))
    const ask = async ({ user, cookie }: (typeof people)[number], at: number): Promise<number | null> => {
      if (at % 2) return pushTo(server.url, { id: user.id, cookie }, [blockOf(conference.id, `Time ${at}`)])
      const answer = await fetch(`${server.url}/settings`, { headers: { cookie } })
      await answer.arrayBuffer()
      return answer.status
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const asked = Promise.all(people.map(ask))
      seen.push(await countOpen())
      expect(new Set(await asked)).toEqual(new Set([200]))
      seen.push(await countOpen())
    }
    // All of the pool were wanted, so that more would have been opened if they could.
    expect(Math.max(...seen)).toBeGreaterThanOrEqual(POOL)
    expect(Math.max(...seen)).toBeLessThanOrEqual(POOL + BESIDES)
  }, 180_000)
})
