import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '@/generated/prisma/client'

/** What queries and mutations take: the pool, or one transaction of it. */
export type Database = PrismaClient | Prisma.TransactionClient

/** A pool of at most `max` connections to the server at `url`. */
export function connect(url: string, max = 10): PrismaClient {
  return new PrismaClient({ adapter: postgresAt(url, max) })
}

/** What a client reads and writes by: a pool of at most `max` connections to the server at `url`. */
export function postgresAt(url: string, max: number): PrismaPg {
  // The adapter writes instants without their zone: on a server in another one they would shift.
  return new PrismaPg({ connectionString: url, max, options: '-c TimeZone=UTC' }, { statementNameGenerator: nameOf })
}

/** How a query begins that is asked so often that Postgres should plan it once a connection: with its name. */
const NAMED = /^\s*\/\* named: ([a-z-]+) \*\//

function nameOf({ sql }: { sql: string }): string {
  return NAMED.exec(sql)?.[1] ?? ''
}

// Next evaluates a module once per bundle: the pool hangs on the process, or each bundle would open its own.
const shared = globalThis as typeof globalThis & { hallwayDatabase?: PrismaClient }

/** This process's pool, made at first use from DATABASE_URL. */
export function database(): PrismaClient {
  return (shared.hallwayDatabase ??= connect(process.env.DATABASE_URL ?? ''))
}
