import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { findAlerts } from '@/lib/notifications/server/alert-people'
import { sendAlerts } from '@/lib/notifications/server/send-alerts'
import type { Pusher } from '@/lib/notifications/deliver'
import { count } from '@/lib/platform/counts'
import { hallwayDaysZone } from '@/prisma/demo/hallway-days'
import { inTime } from '../doors/in-time'
import { countDemo } from './count-demo'
import { openJobQueue, type JobQueue } from './job-queue'
import { OneOfAll } from './one-of-all'
import { purge } from './purge'
import { startRecurring } from './recurring'
import { redateDemo } from './redate-demo'

export type Jobs = {
  /** What happens at a job's time: it is done, if this process is the one that does it. */
  due(name: string): Promise<void>
  stop(): Promise<void>
}

type Options = {
  url: string
  db: PrismaClient
  now: () => Date
  log: Logger
  /** The demo's stewards count. */ demo?: boolean
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
  /** Done at once and kept nowhere: it is done again soon. */ isFrequent?: true
  /** How long it may take before it counts as failed; a quarter of one where it is not said. */ hours?: number
  /** What is due whenever it is done. */ then?: string
  run: () => Promise<unknown>
}

const EVERY_MINUTE = { cron: '* * * * *', timeZone: 'UTC', isFrequent: true } as const

/**
 * Runs what recurs, each job by one of all processes at its time. What is looked for every minute is done at once, and
 * writes nothing where there is nothing to do, so that a disk may sleep. What is seldom goes through a queue in the
 * database, and so does what failed: it is tried again, and the operator sees it. Without the queue (a database that
 * lets us make no schema) all is done at once, and the log says so.
 */
export async function startJobs(options: Options): Promise<Jobs> {
  const { url, log } = options
  const jobs = jobsOf(options)
  const oneOfAll = new OneOfAll(url)
  const queue = await openJobQueue({ url, log, jobs: jobs.map((job) => ({ ...job, run: () => runCounted(job, log) })) })
  const running = new Map<string, Promise<void>>()
  const due = async (job: Job): Promise<void> => {
    // What takes longer than a minute is not begun again meanwhile.
    if (!(await oneOfAll.isUs()) || running.has(job.name)) return
    const run = queue && !job.isFrequent ? queue.send(job.name) : runHere(job, queue, log)
    running.set(job.name, run)
    await run.finally(() => running.delete(job.name))
    await dueByName(job.then)
  }
  const dueByName = async (name: string | undefined) =>
    void (await Promise.all(jobs.filter((job) => job.name === name).map(due)))
  const onError = (err: unknown) => log.error({ err }, 'A job failed')
  const clocks = jobs.map((job) => startRecurring({ ...job, onError }, () => due(job)))
  return {
    due: dueByName,
    async stop() {
      for (const clock of clocks) clock.stop()
      await inTime(Promise.allSettled(running.values()), null)
      await queue?.close()
      await oneOfAll.close()
    },
  }
}

function jobsOf({ db, now, demo, pusher, digests, checks, releases, backups }: Options): Job[] {
  return [
    { name: 'purge', cron: '17 4 * * *', timeZone: 'UTC', run: () => purge(db, now()) },
    { name: 'redate-demo', cron: '1 0 * * *', timeZone: hallwayDaysZone, run: () => redateDemo(db, now()) },
    ...(demo ? [{ name: 'count-demo', ...EVERY_MINUTE, cron: '*/5 * * * *', run: () => countDemo(db, now()) }] : []),
    // Apart: what falls due is found, and waits its turn, while a push service takes its time with what was before it.
    ...(pusher
      ? [
          { name: 'alerts', ...EVERY_MINUTE, run: () => findAlerts(db, now()), then: 'send-alerts' },
          { name: 'send-alerts', ...EVERY_MINUTE, run: () => sendAlerts(db, pusher, now) },
        ]
      : []),
    ...(checks ? [{ name: 'check-sources', ...EVERY_MINUTE, run: checks }] : []),
    ...(releases ? [{ name: 'planned-releases', ...EVERY_MINUTE, run: releases }] : []),
    ...(backups ? [{ name: 'backup', cron: '11 3 * * *', timeZone: 'UTC', hours: 6, run: backups }] : []),
    ...(digests ? [{ name: 'digests', cron: '7,37 * * * *', timeZone: 'UTC', run: digests }] : []),
  ]
}

/** Does it now; where that fails, the queue has it done again. */
async function runHere(job: Job, queue: JobQueue | null, log: Logger): Promise<void> {
  await runCounted(job, log).catch((error: unknown) => {
    log.error({ err: error, job: job.name }, 'A job failed')
    return queue?.send(job.name)
  })
}

async function runCounted(job: Job, log: Logger): Promise<void> {
  const result = await job.run().catch((error: unknown) => {
    count('job_runs', 'failed')
    throw error
  })
  count('job_runs', 'done')
  // What runs every minute and finds nothing is no news.
  log[job.isFrequent ? 'debug' : 'info']({ job: job.name, result }, 'job')
}
