import { afterAll } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { postgresAt } from '@/lib/platform/db'

/** A client of this database and how many statements it sends while `run` runs. */
export function countingClient(url: string): {
  counting: PrismaClient
  countQueries: (run: () => Promise<unknown>) => Promise<number>
} {
  const counting = new PrismaClient({
    adapter: postgresAt(url, 10),
    log: [{ emit: 'event', level: 'query' }],
  })
  let count = 0
  counting.$on('query', () => void count++)
  afterAll(() => counting.$disconnect())
  return {
    counting,
    countQueries: async (run) => {
      const before = count
      await run()
      return count - before
    },
  }
}
