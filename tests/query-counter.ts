import { afterAll } from 'vitest'
import { z } from 'zod'
import { PrismaClient } from '@/generated/prisma/client'
import { postgresAt } from '@/lib/platform/db'

type Asked = { query: string; values: unknown[] }

/** A client of this database and how many statements it sends while `run` runs. */
export function countingClient(url: string): {
  counting: PrismaClient
  countQueries: (run: () => Promise<unknown>) => Promise<number>
  /** What it asks, as the database gets it. */
  queriesOf: (run: () => Promise<unknown>) => Promise<string[]>
  /** The same with what stands for $1, $2, … */
  askedOf: (run: () => Promise<unknown>) => Promise<Asked[]>
} {
  const counting = new PrismaClient({
    adapter: postgresAt(url, 10),
    log: [{ emit: 'event', level: 'query' }],
  })
  let asked: Asked[] = []
  counting.$on(
    'query',
    ({ query, params }) => void asked.push({ query, values: z.array(z.unknown()).parse(JSON.parse(params)) }),
  )
  afterAll(() => counting.$disconnect())
  const askedOf = async (run: () => Promise<unknown>) => {
    asked = []
    await run()
    return asked
  }
  const queriesOf = async (run: () => Promise<unknown>) => (await askedOf(run)).map(({ query }) => query)
  return { counting, askedOf, queriesOf, countQueries: async (run) => (await askedOf(run)).length }
}
