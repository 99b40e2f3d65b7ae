import { pino } from 'pino'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { openJobQueue } from './job-queue'

const { db, url } = await testDatabase()

it('says in one short line that its database went away, with nothing of its connection', async () => {
  let said: (line: unknown) => void = () => undefined
  const line = new Promise((done) => (said = done))
  const log = pino({ base: undefined, timestamp: false }, { write: (text) => said(JSON.parse(text)) })
  const queue = await openJobQueue({ url, log, jobs: [] })
  await db.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'hallway-jobs' AND datname = current_database()`
  expect(await line).toEqual({
    level: 50,
    reason: 'terminating connection due to administrator command (57P01)',
    msg: 'The jobs had an error',
  })
  await queue?.close()
})

it('is opened by four processes at once over a database that has none of it, without a word', async () => {
  const lines: unknown[] = []
  const log = pino({ base: undefined, timestamp: false }, { write: (text) => void lines.push(JSON.parse(text)) })
  const jobs = ['purge', 'alerts', 'backup', 'digests'].map((name) => ({ name, run: async () => undefined }))
  for (let round = 0; round < 3; round++) {
    await db.$executeRaw`DROP SCHEMA IF EXISTS pgboss CASCADE`
    const queues = await Promise.all([1, 2, 3, 4].map(() => openJobQueue({ url, log, jobs })))
    await Promise.all(queues.map((queue) => queue?.close()))
    expect([lines, queues.map((queue) => queue !== null)]).toEqual([[], [true, true, true, true]])
  }
  const made = await db.$queryRaw`SELECT name FROM pgboss.queue ORDER BY name`
  expect(made).toEqual(['alerts', 'backup', 'digests', 'purge'].map((name) => ({ name })))
}, 60_000)
