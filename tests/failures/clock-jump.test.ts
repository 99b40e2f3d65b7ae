import { pino } from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import { consume } from '@/lib/platform/rate-limit'
import { DAY_MS, MINUTE_MS } from '@/lib/platform/time'
import { startJobs } from '@/server/jobs/jobs'
import { testDatabase } from '@/tests/db'
import { until } from '@/tests/until'

// The clock of a server that runs is a day ahead for a while, and set right again.

const { db, url } = await testDatabase()
const noon = new Date('2026-03-24T12:00:00.500Z')
const dayLater = () => vi.setSystemTime(Date.now() + DAY_MS)
const dayEarlier = () => vi.setSystemTime(Date.now() - DAY_MS)

afterEach(() => void vi.useRealTimers())

it('does each minute what is due then, once, and goes on when the clock is set back', async () => {
  const ran: string[] = []
  const log = pino({ level: 'silent' })
  const checks = async () => void ran.push(new Date().toISOString().slice(0, 16))
  const toFake = ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const
  vi.useFakeTimers({ now: noon, toFake: [...toFake], shouldAdvanceTime: true })
  const jobs = await startJobs({ url, db, now: () => new Date(), log, checks })
  const ranAt = async (minute: string) => {
    await vi.advanceTimersByTimeAsync(MINUTE_MS)
    return until(
      async () => ran,
      () => ran.includes(minute),
    )
  }
  await ranAt('2026-03-24T12:01')
  dayLater()
  await ranAt('2026-03-25T12:01')
  dayEarlier()
  // It is seen within half a minute that the clock was set back.
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  await ranAt('2026-03-24T12:04')
  await ranAt('2026-03-24T12:05')
  vi.useRealTimers()
  await jobs.stop()
  expect(ran).toEqual([...new Set(ran)])
})

it('lets nobody wait for longer than a limit lasts, and counts on as it should', async () => {
  vi.useFakeTimers({ now: noon, toFake: ['Date'] })
  const useAll = async () => {
    for (let times = 0; times < 20; times++) await consume(db, 'verifyByDevice', 'phone')
  }
  const tryOnce = () =>
    consume(db, 'verifyByDevice', 'phone').then(
      () => 'passed',
      (error: unknown) => (error instanceof Error ? error.message : error),
    )
  await useAll()
  const refused = await tryOnce()
  expect(refused).toMatch(/again in 3600 s/)
  dayLater()
  await useAll()
  expect(await tryOnce()).toBe(refused)
  dayEarlier()
  await useAll()
  expect(await tryOnce()).toBe(refused)
})
