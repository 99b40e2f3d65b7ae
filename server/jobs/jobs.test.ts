import PgBoss from 'pg-boss'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { until } from '@/tests/until'
import { startJobs } from './jobs'

const { db, url } = await testDatabase()

it('schedules what recurs in a schema of its own, and runs it', async () => {
  const code = { email: 'ada@example.org', codeHash: 'x', linkHash: 'y', expiresAt: new Date('2026-03-01T00:00:00Z') }
  await db.signInCode.create({ data: code })
  let log = pino({ level: 'silent' })
  const purged = new Promise((done) => (log = pino({ level: 'info' }, { write: (line) => done(JSON.parse(line)) })))

  const first = await startJobs({ url, db, now: () => new Date('2026-03-24T00:00:00Z'), log })
  await first.stop()
  const boss = new PgBoss({ connectionString: url })
  await boss.start()
  await boss.send('purge', {})
  await boss.stop()
  const jobs = await startJobs({ url, db, now: () => new Date('2026-03-24T00:00:00Z'), log })
  expect(await purged).toMatchObject({ job: 'purge', result: { codes: 1, limits: 0, mutations: 0 } })
  expect(await db.$queryRaw`SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name`).toEqual([
    { name: 'purge', cron: '17 4 * * *', timezone: 'UTC' },
    { name: 'redate-demo', cron: '1 0 * * *', timezone: 'Europe/Paris' },
  ])
  await jobs.stop()
})

it('gives each job to one of two processes', async () => {
  const ran: string[] = []
  const at = (process: string) => ({
    url,
    db,
    now: () => new Date('2026-03-24T00:00:00Z'),
    log: pino({ level: 'silent' }),
    releases: async () => void ran.push(process),
  })
  const both = [await startJobs(at('one')), await startJobs(at('other'))]
  const boss = new PgBoss({ connectionString: url })
  await boss.start()
  for (let times = 1; times <= 4; times++) {
    const id = await boss.send('planned-releases', {})
    await until(
      () => boss.getJobById('planned-releases', id ?? ''),
      (job) => job?.state === 'completed',
    )
    expect(ran.length).toBe(times)
  }
  await boss.stop()
  for (const jobs of both) await jobs.stop()
})

it('checks sources every minute', async () => {
  let isChecked = () => {}
  const checked = new Promise<void>((done) => (isChecked = done))
  const options = { url, db, now: () => new Date('2026-03-24T00:00:00Z'), log: pino({ level: 'silent' }) }
  const jobs = await startJobs({ ...options, checks: async () => isChecked() })
  const boss = new PgBoss({ connectionString: url })
  await boss.start()
  expect(await boss.getSchedules()).toContainEqual(
    expect.objectContaining({ name: 'check-sources', cron: '* * * * *' }),
  )
  await boss.send('check-sources', {})
  await checked
  await boss.stop()
  await jobs.stop()
})

it('publishes what is due every minute', async () => {
  let isRun = () => {}
  const run = new Promise<void>((done) => (isRun = done))
  const options = { url, db, now: () => new Date('2026-03-24T00:00:00Z'), log: pino({ level: 'silent' }) }
  const jobs = await startJobs({ ...options, releases: async () => isRun() })
  const boss = new PgBoss({ connectionString: url })
  await boss.start()
  expect(await boss.getSchedules()).toContainEqual(
    expect.objectContaining({ name: 'planned-releases', cron: '* * * * *' }),
  )
  await boss.send('planned-releases', {})
  await run
  await boss.stop()
  await jobs.stop()
})

it('lets Hallway serve when the jobs cannot start', async () => {
  const said: unknown[] = []
  const log = pino({ level: 'error' }, { write: (line) => void said.push(JSON.parse(line).msg) })
  const unreachable = new URL(url)
  unreachable.port = '1'
  const jobs = await startJobs({ url: unreachable.href, db, now: () => new Date(), log })
  await jobs.stop()
  expect(said).toContain('The jobs did not start')
})
