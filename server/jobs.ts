import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import type { PrismaClient } from '@/generated/prisma/client'
import { hallwayDaysZone } from '@/prisma/demo/hallway-days'
import { purge } from './purge'
import { redateDemo } from './redate-demo'

export type Jobs = { stop(): Promise<void> }

type Options = { url: string; db: PrismaClient; now: () => Date; log: Logger }
type Job = { name: string; cron: string; timeZone: string; run: () => Promise<unknown> }

/**
 * Runs what recurs, each job by one of all processes at its time. pg-boss keeps its schedule in a database schema of its own.
 * Without it (a database that lets us make no schema) Hallway serves all the same, and the log says so.
 */
export async function startJobs({ url, db, now, log }: Options): Promise<Jobs> {
  const jobs: Job[] = [
    { name: 'purge', cron: '17 4 * * *', timeZone: 'UTC', run: () => purge(db, now()) },
    { name: 'redate-demo', cron: '1 0 * * *', timeZone: hallwayDaysZone, run: () => redateDemo(db, now()) },
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

async function schedule(boss: PgBoss, { name, cron, timeZone, run }: Job, log: Logger): Promise<void> {
  await boss.createQueue(name)
  await boss.schedule(name, cron, undefined, { tz: timeZone })
  await boss.work(name, { pollingIntervalSeconds: 30 }, async () => {
    const result = await run()
    log.info({ job: name, result }, 'job')
  })
}
