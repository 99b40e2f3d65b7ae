import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { count } from '@/lib/platform/counts'
import { alertPeople } from '@/lib/notifications/server/alert-people'
import type { Pusher } from '@/lib/notifications/deliver'
import { hallwayDaysZone } from '@/prisma/demo/hallway-days'
import { purge } from './purge'
import { redateDemo } from './redate-demo'

export type Jobs = { stop(): Promise<void> }

type Options = {
  url: string
  db: PrismaClient
  now: () => Date
  log: Logger
  /** How alerts are pushed; without it none are. */ pusher?: Pusher
  /** Sends the day's mails; without it none are sent. */ digests?: () => Promise<unknown>
  /** Checks the sources that are due; without it none are. */ checks?: () => Promise<unknown>
  /** Publishes the drafts that are due; without it none are. */ releases?: () => Promise<unknown>
  /** Backs everything up; without it nothing is. */ backups?: (() => Promise<unknown>) | undefined
}
type Job = {
  name: string
  cron: string
  timeZone: string
  /** How long it may lie before it is seen. */ seconds?: number
  /** How long it may take before it counts as failed; a quarter of one where it is not said. */ hours?: number
  run: () => Promise<unknown>
}

/**
 * Runs what recurs, each job by one of all processes at its time. pg-boss keeps its schedule in a database schema of
 * its own. Without it (a database that lets us make no schema) Hallway serves all the same, and the log says so.
 */
export async function startJobs({
  url,
  db,
  now,
  log,
  pusher,
  digests,
  checks,
  releases,
  backups,
}: Options): Promise<Jobs> {
  const jobs: Job[] = [
    { name: 'purge', cron: '17 4 * * *', timeZone: 'UTC', run: () => purge(db, now()) },
    { name: 'redate-demo', cron: '1 0 * * *', timeZone: hallwayDaysZone, run: () => redateDemo(db, now()) },
    ...(pusher
      ? [{ name: 'alerts', cron: '* * * * *', timeZone: 'UTC', seconds: 5, run: () => alertPeople(db, pusher, now()) }]
      : []),
    ...(checks ? [{ name: 'check-sources', cron: '* * * * *', timeZone: 'UTC', seconds: 10, run: checks }] : []),
    ...(releases ? [{ name: 'planned-releases', cron: '* * * * *', timeZone: 'UTC', seconds: 5, run: releases }] : []),
    ...(backups ? [{ name: 'backup', cron: '11 3 * * *', timeZone: 'UTC', hours: 6, run: backups }] : []),
    ...(digests ? [{ name: 'digests', cron: '7,37 * * * *', timeZone: 'UTC', run: digests }] : []),
  ]
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'hallway-jobs' })
  boss.on('error', (error) => log.error({ err: error }, 'The jobs had an error'))
  try {
    await boss.start()
    for (const job of jobs) await schedule(boss, job, log)
  } catch (error) {
    log.error({ err: error }, 'The jobs did not start')
  }
  return { stop: () => boss.stop({ graceful: true, wait: true, timeout: 2_000 }) }
}

async function schedule(
  boss: PgBoss,
  { name, cron, timeZone, seconds = 30, hours, run }: Job,
  log: Logger,
): Promise<void> {
  await boss.createQueue(name)
  await boss.schedule(name, cron, undefined, { tz: timeZone, ...(hours && { expireInHours: hours }) })
  await boss.work(name, { pollingIntervalSeconds: seconds }, async () => {
    const result = await run().catch((error: unknown) => {
      count('job_runs', 'failed')
      throw error
    })
    count('job_runs', 'done')
    // What runs every minute and finds nothing is no news.
    log[seconds < 30 ? 'debug' : 'info']({ job: name, result }, 'job')
  })
}
