import { createECDH, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import PgBoss from 'pg-boss'
import { pino } from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import { subscribe } from '@/lib/notifications/server/subscriptions'
import { loadVapidKeys } from '@/lib/notifications/server/vapid'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { until } from '@/tests/until'
import { startJobs } from './jobs'

const { db, url } = await testDatabase()
const silent = pino({ level: 'silent' })
const at = (now: string) => ({ url, db, now: () => new Date(now), log: silent })
const queued = () =>
  db.$queryRaw<{ name: string; state: string }[]>`SELECT name, state::text FROM pgboss.job ORDER BY created_on`

afterEach(async () => {
  vi.useRealTimers()
  await db.$executeRaw`DELETE FROM pgboss.job`
})

it('does what is seldom through a queue in a schema of its own, once', async () => {
  const code = { email: 'ada@example.org', codeHash: 'x', linkHash: 'y', expiresAt: new Date('2026-03-01T00:00:00Z') }
  await db.signInCode.create({ data: code })
  let log = silent
  const purged = new Promise((done) => (log = pino({ level: 'info' }, { write: (line) => done(JSON.parse(line)) })))
  const jobs = await startJobs({ ...at('2026-03-24T00:00:00Z'), log })
  await jobs.due('purge')
  expect(await purged).toMatchObject({ job: 'purge', result: { codes: 1, limits: 0, mutations: 0 } })
  await jobs.due('purge')
  await until(queued, ([job]) => job?.state === 'completed')
  expect(await queued()).toEqual([{ name: 'purge', state: 'completed' }])
  await jobs.stop()
})

it('has one of two processes do each job, and the other one when that has gone', async () => {
  const ran: string[] = []
  const start = (process: string) =>
    startJobs({ ...at('2026-03-24T00:00:00Z'), releases: async () => void ran.push(process) })
  const [one, other] = [await start('one'), await start('other')]
  await until(
    () => one.due('planned-releases'),
    () => ran.length === 1,
  )
  for (let times = 2; times <= 3; times++) for (const jobs of [one, other]) await jobs.due('planned-releases')
  expect(ran).toEqual(['one', 'one', 'one'])
  await one.stop()
  await until(
    () => other.due('planned-releases'),
    () => ran.length > 3,
  )
  expect(ran).toEqual(['one', 'one', 'one', 'other'])
  await other.stop()
})

it('goes on when its connection is cut', async () => {
  let ran = 0
  const jobs = await startJobs({ ...at('2026-03-24T00:00:00Z'), releases: async () => void ran++ })
  await until(
    () => jobs.due('planned-releases'),
    () => ran === 1,
  )
  await db.$queryRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'hallway-one-of-all' AND datname = current_database()`
  await until(
    () => jobs.due('planned-releases'),
    () => ran === 2,
  )
  await jobs.stop()
})

it('keeps nothing of what it does every minute, unless that fails: then it is tried again', async () => {
  let runs = 0
  const releases = async () => {
    if (++runs === 2) throw new Error('away')
  }
  const jobs = await startJobs({ ...at('2026-03-24T00:00:00Z'), releases })
  await until(
    () => jobs.due('planned-releases'),
    () => runs === 1,
  )
  expect(await queued()).toEqual([])
  await jobs.due('planned-releases')
  await until(queued, ([job]) => job?.state === 'completed')
  expect(await queued()).toEqual([{ name: 'planned-releases', state: 'completed' }])
  expect(runs).toBe(3)
  await jobs.stop()
})

it.each([
  ['checks', 'check-sources'],
  ['releases', 'planned-releases'],
] as const)('looks for %s at the minute', async (option, name) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-03-24T09:59:10Z') })
  const ran: string[] = []
  const run = async () => void ran.push(new Date().toISOString().slice(0, 16))
  const jobs = await startJobs({ ...at('2026-03-24T00:00:00Z'), [option]: run })
  await until(
    () => jobs.due(name),
    () => ran.length === 1,
  )
  // No further than that: what is asked of the database is given up after seconds.
  await vi.advanceTimersByTimeAsync(51_000)
  await until(
    () => Promise.resolve(ran),
    ({ length }) => length === 2,
  )
  expect(ran).toEqual(['2026-03-24T09:59', '2026-03-24T10:00'])
  vi.useRealTimers()
  await jobs.stop()
})

it('takes over from the version before, in which pg-boss said when', async () => {
  const before = new PgBoss({ connectionString: url })
  await before.start()
  await before.createQueue('alerts')
  await before.schedule('alerts', '* * * * *')
  await before.stop()
  const jobs = await startJobs(at('2026-03-24T00:00:00Z'))
  expect(await db.$queryRaw`SELECT name FROM pgboss.schedule`).toEqual([])
  await jobs.stop()
})

it('lets Hallway serve when the jobs cannot start', async () => {
  const said: unknown[] = []
  const log = pino({ level: 'error' }, { write: (line) => void said.push(JSON.parse(line).msg) })
  const unreachable = new URL(url)
  unreachable.port = '1'
  const jobs = await startJobs({ url: unreachable.href, db, now: () => new Date(), log })
  await jobs.due('purge')
  await jobs.stop()
  expect(said).toContain('The queue of jobs did not open')
})

it('finds what people are to be told while a push service takes its time with what was before it', async () => {
  const service = createServer()
  const connected = new Promise((done) => service.once('connection', done))
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done))
  const address = service.address()
  const endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/ada`
  const keys = {
    p256dh: createECDH('prime256v1').generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  const [ada, conference] = [await makePerson(db), await makeConference(db, { sessions: 2 })]
  await subscribe(db, { userId: ada.id, signInId: null }, { endpoint, keys }, new Date('2026-03-24T00:00:00Z'))
  let now = '2026-03-24T07:52:00Z'
  const pusher = { vapid: await loadVapidKeys(db), contact: 'mailto:ada@example.org', allowLoopback: true }
  const jobs = await startJobs({ ...at(now), now: () => new Date(now), pusher })
  const [first = '', second = ''] = conference.sessionIds
  for (const sessionId of [first, second])
    await db.pick.create({
      data: { userId: ada.id, sessionId, conferenceId: conference.id, rank: 'first', revision: 1 },
    })
  const subjects = async () => (await db.alert.findMany({ orderBy: { dueAt: 'asc' } })).map((alert) => alert.subjectId)
  await until(
    () => (void jobs.due('alerts'), subjects()),
    (known) => known.length === 1,
  )
  await connected
  now = '2026-03-24T08:51:00Z'
  void jobs.due('alerts')
  expect((await until(subjects, (known) => known.length === 2)).toSorted()).toEqual([first, second].toSorted())
  service.close()
  service.closeAllConnections()
  await jobs.stop()
})
