import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, type Prisma } from '@/generated/prisma/client'
import { CONNECTIONS, shareOut } from './env'

/** What queries and mutations take: the pool, or one transaction of it. */
export type Database = PrismaClient | Prisma.TransactionClient

type PoolOptions = {
  /** What an operator knows it by; absent for what only a command or a test has. */
  name?: string
  /** How long a question may wait for a connection, and then take; absent: as long as it does. */
  patienceMs?: number
}

/** Whoever opened a page has looked at nothing for so long: then it is said that the database is away. */
export const REQUEST_MS = 15_000

/** A pool of at most `max` connections to the server at `url`. */
export function connect(url: string, max: number, options?: PoolOptions): PrismaClient {
  return new PrismaClient({ adapter: postgresAt(url, max, options) })
}

/**
 * A condition for texts that have this text in them. Prisma hands `%`, `_` and `\\` on as they are, which to LIKE are
 * anything, any letter, and what takes that from the next.
 */
export function hasText(text: string): { contains: string } {
  return { contains: text.replace(/[\\%_]/g, '\\$&') }
}

/** The same, whatever the letters' case. */
export function hasLetters(text: string): { contains: string; mode: 'insensitive' } {
  return { ...hasText(text), mode: 'insensitive' }
}

/**
 * How many rows each has, of those that `groupBy` counted; what it did not find has none. Prisma's own `_count` of a
 * relation counts the rows of everybody, and then takes those that were asked for.
 * @param idOf the column that was grouped by
 */
export function countBy<Row extends { _count: number }>(
  rows: readonly Row[],
  idOf: (row: Row) => string | null,
): (id: string) => number {
  const counts = new Map(rows.map((row) => [idOf(row), row._count]))
  return (id) => counts.get(id) ?? 0
}

/** What a client reads and writes by: a pool of at most `max` connections to the server at `url`. */
export function postgresAt(url: string, max: number, { name, patienceMs }: PoolOptions = {}): PrismaPg {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    onConnect: prepare,
    ...(patienceMs && { query_timeout: patienceMs, connectionTimeoutMillis: patienceMs }),
  })
  if (name) pools().set(name, pool)
  // Behind a pooler the next statement may be another server's, which has never heard of the name.
  const isPooled = Boolean(process.env.HALLWAY_DATABASE_DIRECT_URL)
  return new PrismaPg(pool, {
    ...(!isPooled && { statementNameGenerator: nameOf }),
    disposeExternalPool: true,
  })
}

/** The pools of this process that have a name. */
export function poolsOfProcess(): [name: string, pool: pg.Pool][] {
  return [...pools()]
}

async function prepare(client: pg.ClientBase): Promise<void> {
  if (client instanceof pg.Client) cutWhenLate(client)
  await setZone(client)
}

/**
 * A question that had no answer in time leaves its connection in the midst of it, perhaps of a transaction that cannot
 * be rolled back: who had the connection next would write into that. The pool lets go of one that is cut.
 */
function cutWhenLate(client: pg.Client): void {
  const { query } = client
  Object.assign(client, {
    query(...given: unknown[]) {
      const asked: unknown = Reflect.apply(query, client, given)
      if (asked instanceof Promise)
        asked.catch((error: unknown) => {
          if (error instanceof Error && error.message === LATE) client.connection.stream.destroy()
        })
      return asked
    },
  })
}

/**
 * The adapter writes instants without their zone: on a server in another one they would shift. By a statement, since
 * poolers pass the zone on that a client has set, and refuse options that come with the connection.
 */
async function setZone(client: pg.ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'")
}

/** As pg says it. */
const LATE = 'Query read timeout'

/** How a query begins that is asked so often that Postgres should plan it once a connection: with its name. */
const NAMED = /^\s*\/\* named: ([a-z-]+) \*\//

function nameOf({ sql }: { sql: string }): string {
  return NAMED.exec(sql)?.[1] ?? ''
}

// Next evaluates a module once per bundle: the pool hangs on the process, or each bundle would open its own.
const shared = globalThis as typeof globalThis & { hallwayDatabase?: PrismaClient; hallwayPools?: Map<string, pg.Pool> }

function pools(): Map<string, pg.Pool> {
  return (shared.hallwayPools ??= new Map())
}

/** This process's pool, made at first use from DATABASE_URL. */
export function database(): PrismaClient {
  return (shared.hallwayDatabase ??= connect(
    process.env.DATABASE_URL ?? '',
    shareOut(Number(process.env.HALLWAY_DATABASE_POOL) || CONNECTIONS).pages,
    { name: 'pages', patienceMs: REQUEST_MS },
  ))
}
