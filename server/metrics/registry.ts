import type { Registry } from 'prom-client'
import { z } from 'zod'
import type { PrismaClient } from '@/generated/prisma/client'
import { counted, countsOf, type CountName } from '@/lib/platform/counts'
import { poolsOfProcess } from '@/lib/platform/db'
import { freeBytesOf } from '@/lib/platform/faults/disk-space'
import { memoryLimit } from '@/lib/platform/memory-limit'
import { observeInto, type ObserveRequest } from './request-metrics'

/** What is asked when somebody looks. */
export type Gauges = { liveScreens: () => number; isListening: () => boolean }

/** The library, loaded by whoever wants a registry: named as an import here it would be loaded with the server. */
type Client = typeof import('prom-client')
type Options = {
  client: Client
  db: PrismaClient
  version: string
  gauges: Gauges
  /** The data folder. */ folder: string
}

const SECONDS = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10]
const jobsSchema = z.array(z.object({ queue: z.string(), state: z.string(), jobs: z.int() }))

/**
 * What an operator may look at: of this process, but for jobs, which are the database's. No label names a person, a
 * conference or an address.
 */
export function makeRegistry({ client, db, version, gauges, folder }: Options): {
  registry: Registry
  observe: ObserveRequest
} {
  const registry = new client.Registry()
  const registers = [registry]
  client.collectDefaultMetrics({ register: registry })
  const requests = new client.Histogram({
    name: 'hallway_http_request_duration_seconds',
    help: 'How long requests took, by their kind and what came of them; live screens are not among them.',
    labelNames: ['route', 'status'],
    buckets: SECONDS,
    registers,
  })
  for (const name of Object.keys(counted)) if (isCountName(name)) addCounter(client, registry, name)
  const gauge = (name: string, help: string, labels: string[], read: () => Values | Promise<Values>) =>
    addGauge(client, registry, { name, help, labelNames: labels }, read)
  gauge('hallway_build_info', 'Which Hallway this is.', ['version'], () => [[{ version }, 1]])
  gauge('hallway_live_screens', 'Screens that are open and listen.', [], () => [[{}, gauges.liveScreens()]])
  gauge('hallway_notifications_connected', 'Does the database tell what moves?', [], () => [
    [{}, Number(gauges.isListening())],
  ])
  gauge('hallway_database_pool', 'Connections of each pool, by what they do.', ['pool', 'state'], poolStates)
  gauge('hallway_jobs', 'Jobs in the database, by queue and state.', ['queue', 'state'], () => jobStates(db))
  gauge('hallway_disk_free_bytes', 'Room on the disk of the data folder.', [], async () => {
    const free = await freeBytesOf(folder)
    return free === null ? [] : [[{}, free]]
  })
  gauge('hallway_memory_limit_bytes', 'What this process may take: of its container, else of the machine.', [], () => [
    [{}, memoryLimit()],
  ])
  return { registry, observe: observeInto(requests) }
}

type Values = [labels: Record<string, string>, value: number][]

function addGauge(
  client: Client,
  registry: Registry,
  described: { name: string; help: string; labelNames: string[] },
  read: () => Values | Promise<Values>,
): void {
  new client.Gauge({
    ...described,
    registers: [registry],
    async collect() {
      const values = await read()
      this.reset()
      for (const [labels, value] of values) this.set(labels, value)
    },
  })
}

function addCounter(client: Client, registry: Registry, name: CountName): void {
  new client.Counter({
    name: `hallway_${name}_total`,
    help: counted[name].help,
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset()
      for (const { outcome, times } of countsOf(name)) this.inc({ outcome }, times)
    },
  })
}

function isCountName(name: string): name is CountName {
  return name in counted
}

function poolStates(): Values {
  return poolsOfProcess().flatMap(([pool, { totalCount, idleCount, waitingCount, options }]): Values => [
    [{ pool, state: 'used' }, totalCount - idleCount],
    [{ pool, state: 'idle' }, idleCount],
    [{ pool, state: 'waiting' }, waitingCount],
    [{ pool, state: 'most' }, options.max ?? 0],
  ])
}

/** Nothing where there are no jobs (jobs.ts says so), or no database: whoever looks sees that elsewhere. */
async function jobStates(db: PrismaClient): Promise<Values> {
  const rows = await db.$queryRaw`
    SELECT name AS queue, state::text, count(*)::int AS jobs FROM pgboss.job
    WHERE NOT starts_with(name, '__') GROUP BY 1, 2
  `.catch(() => [])
  return jobsSchema.parse(rows).map(({ queue, state, jobs }) => [{ queue, state }, jobs])
}
