import PgBoss from 'pg-boss'
import type { Logger } from 'pino'
import { oneAfterAnother } from './one-after-another'

type QueuedJob = {
  name: string
  /** How long it may take before it counts as failed; a quarter of one where it is not said. */ hours?: number
  run: () => Promise<unknown>
}
type Options = { url: string; log: Logger; jobs: readonly QueuedJob[] }

export type JobQueue = {
  /** Has it done once by one of all processes, this one first; within a minute once, however often it is said. */
  send(name: string): Promise<void>
  close(): Promise<void>
}

// Whoever sends a job does it at once. What another process sent and did not live to do may wait.
const LOOKED_FOR_S = 60
const CLEARED_UP_S = 3600
const PATIENCE_MS = 2_000

/**
 * Opens the queue of jobs, which pg-boss keeps in a database schema of its own: it tries again what fails, and knows
 * for some days what came of each. When they are due it is told (`jobs.ts`): its own clock would write twice a minute.
 * @returns null where it cannot be opened; the log says why
 */
export async function openJobQueue({ url, log, jobs }: Options): Promise<JobQueue | null> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    application_name: 'hallway-jobs',
    schedule: false,
    maintenanceIntervalSeconds: CLEARED_UP_S,
  })
  boss.on('error', (error) => log.error({ reason: reasonOf(error) }, 'The jobs had an error'))
  const close = () => boss.stop({ graceful: true, wait: true, timeout: PATIENCE_MS })
  try {
    // Two that make its tables at once wait for each other.
    const workers = await oneAfterAnother(url, () => startWorkers(boss, jobs))
    const hoursOf = new Map(jobs.map(({ name, hours }) => [name, hours]))
    return {
      async send(name) {
        const expireInHours = hoursOf.get(name)
        const once = { singletonKey: name, singletonSeconds: 60 }
        await boss.send(name, {}, { ...once, ...(expireInHours && { expireInHours }) })
        boss.notifyWorker(workers.get(name) ?? '')
      },
      close,
    }
  } catch (error) {
    log.error({ err: error }, 'The queue of jobs did not open')
    await close()
    return null
  }
}

/** @returns by job, the id of whoever works at it */
async function startWorkers(boss: PgBoss, jobs: readonly QueuedJob[]): Promise<Map<string, string>> {
  await boss.start()
  // Until 0.2 pg-boss said when; a process of that version may still run beside us.
  for (const { name } of await boss.getSchedules()) await boss.unschedule(name)
  const workers = new Map<string, string>()
  for (const { name, run } of jobs) {
    await boss.createQueue(name)
    workers.set(name, await boss.work(name, { pollingIntervalSeconds: LOOKED_FOR_S }, run))
  }
  return workers
}

/** What it says and its code alone: an error of a connection carries all of it, down to the key that cancels for it. */
function reasonOf(error: Error): string {
  const code = 'code' in error ? `(${String(error.code)})` : ''
  return [error.message, code].filter(Boolean).join(' ')
}
