import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { documents } from '@/lib/feeds/documents'
import { findFeed } from '@/lib/feeds/secret/find-feed'
import { mailDigests } from '@/lib/notifications/server/mail-digests'
import { loadVapidKeys, pushContact } from '@/lib/notifications/server/vapid'
import { now } from '@/lib/platform/clock'
import { connect, REQUEST_MS } from '@/lib/platform/db'
import { directUrl, EnvironmentError, JOB_CONNECTIONS, publicUrl, shareOut } from '@/lib/platform/env'
import { readOwnEnvironment, refuseToStart } from '@/lib/platform/environment/own-start'
import { log } from '@/lib/platform/log'
import { publishPlanned } from '@/lib/desk/board/server/publish-planned'
import { checkDueSources } from '@/lib/schedule/checks/check-due-sources'
import { readMigrations } from './doors/ready'
import { openHallway } from './hallway'
import { startJobs } from './jobs/jobs'
import { nightlyBackup, warnOfBackupFolder } from './jobs/nightly-backup'
import { makeRequestLog } from './request-log'
import { startTracing } from './tracing'

const SHUTDOWN_MS = 10_000
/** Nobody waits for what a job asks: it may take its time, and takes none of the door's connections meanwhile. */
const JOB_MS = 600_000
const NO_INSTANCE_ID =
  'HALLWAY_INSTANCE_ID is missing: give a word of letters and digits that never changes. See .env.example.'

const root = resolve(import.meta.dirname, '..')
const env = await readOwnEnvironment()
// Only `npm run up` and the container make one: two servers of one database must use the same.
const instanceId = env.HALLWAY_INSTANCE_ID ?? (await refuseToStart(NO_INSTANCE_ID))
const dev = process.env.NODE_ENV === 'development'
const url = publicUrl(env)
// next-auth reads it when it is loaded, and guesses from the request's host without it.
process.env.NEXTAUTH_URL ||= url

// Before Next, which looks for a tracer as it is loaded.
const tracing = await startTracing(env)
const { default: makeNext } = await import('next')
const next = makeNext({ dev, dir: root, hostname: env.HOST, port: env.PORT })
await next.prepare()
// Next has its own pool in this process: its bundle's client and ours do not know each other's errors.
const { door } = shareOut(env.HALLWAY_DATABASE_POOL)
const db = connect(env.DATABASE_URL, door, { name: 'door', patienceMs: REQUEST_MS })
const jobsDb = connect(env.DATABASE_URL, JOB_CONNECTIONS, { name: 'jobs', patienceMs: JOB_MS })
const hallway = await openHallway({
  env,
  db,
  log,
  now,
  root,
  dev,
  documents,
  instanceId,
  migrations: await readMigrations(root),
  tracing,
  requestLog: makeRequestLog(env.LOG_LEVEL),
  next: next.getRequestHandler(),
  feed: (request) => findFeed({ ...request, db, publicUrl: url, instanceId }),
}).catch((error: unknown) => {
  if (error instanceof EnvironmentError) return refuseToStart(error.message)
  throw error
})
// The development server tells its pages over a socket what was rebuilt.
if (dev) hallway.server.on('upgrade', next.getUpgradeHandler())
const jobs = await startJobs({
  url: directUrl(env),
  db: jobsDb,
  now,
  log,
  demo: env.HALLWAY_DEMO,
  backups: nightlyBackup({ db: jobsDb, env, instanceId, now }),
  releases: () => publishPlanned(jobsDb, now),
  checks: () => checkDueSources({ db: jobsDb, now, access: { allow: env.HALLWAY_FETCH_ALLOW } }),
  pusher: { vapid: await loadVapidKeys(db), contact: pushContact(env) },
  ...(env.SMTP_URL && {
    digests: mailDigests({ db: jobsDb, now, env: { ...env, SMTP_URL: env.SMTP_URL }, publicUrl: url }),
  }),
})
// Its rooms have a state from the start.
if (env.HALLWAY_DEMO) void jobs.due('count-demo')

hallway.server.listen({ host: env.HOST, port: env.PORT, backlog: 8192 }, () =>
  log.info({ host: env.HOST, port: env.PORT }, 'listening'),
)
void warnOfBackupFolder(env, log)
hallway.server.once(
  'error',
  (error) => void refuseToStart(`The server cannot listen (${error.message}): see HOST, PORT.`),
)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown(signal))

async function shutDown(signal: string): Promise<void> {
  log.info({ signal }, 'shutting down')
  // Whoever shares out requests asks every few seconds, and sends some until then.
  hallway.drain()
  await wait(env.HALLWAY_DRAIN_SECONDS * 1_000)
  // Whatever does not end by itself is not waited for.
  setTimeout(() => process.exit(0), SHUTDOWN_MS).unref()
  await hallway.close(SHUTDOWN_MS - 2_000)
  await jobs.stop()
  await next.close()
  await Promise.all([db.$disconnect(), jobsDb.$disconnect()])
  await tracing?.stop()
  process.exit(0)
}
