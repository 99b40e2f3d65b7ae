import { afterAll } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { postgresAt } from '@/lib/platform/db'

/** A client of this database and how many statements it sends while `run` runs. */
export function countingClient(url: string): {
  counting: PrismaClient
  countQueries: (run: () => Promise<unknown>) => Promise<number>
  /** What it asks, as the database gets it. */
  queriesOf: (run: () => Promise<unknown>) => Promise<string[]>
} {
  const counting = new PrismaClient({
    adapter: postgresAt(url, 10),
    log: [{ emit: 'event', level: 'query' }],
  })
  let asked: string[] = []
  counting.$on('query', ({ query }) => void asked.push(query))
  afterAll(() => counting.$disconnect())
  const queriesOf = async (run: () => Promise<unknown>) => {
    asked = []
    await run()
    return asked
  }
  return { counting, queriesOf, countQueries: async (run) => (await queriesOf(run)).length }
}
