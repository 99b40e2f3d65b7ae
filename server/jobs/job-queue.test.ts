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
