import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, type Prisma } from '@/generated/prisma/client'
import { CONNECTIONS, shareOut } from './env'

/** What queries and mutations take: the pool, or one transaction of it. */
export type Database = PrismaClient | Prisma.TransactionClient

/**
 * A pool of at most `max` connections to the server at `url`.
 * @param name what an operator knows it by; absent for what only a command or a test has
 */
export function connect(url: string, max: number, name?: string): PrismaClient {
  return new PrismaClient({ adapter: postgresAt(url, max, name) })
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
export function postgresAt(url: string, max: number, name?: string): PrismaPg {
  const pool = new pg.Pool({ connectionString: url, max, onConnect: setZone })
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

/**
 * The adapter writes instants without their zone: on a server in another one they would shift. By a statement, since
 * poolers pass the zone on that a client has set, and refuse options that come with the connection.
 */
async function setZone(client: pg.ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'")
}

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
    'pages',
  ))
}
