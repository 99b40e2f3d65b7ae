import type { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils'

type Reads = { queryRaw(query: SqlQuery): Promise<SqlResultSet> }

/**
 * The same database for whoever reads without saying in which order: every other such answer comes from back to front.
 * Postgres is free to do that, and does it when a row was written anew, but seldom on the day when a test is written.
 */
export function unordered(postgres: PrismaPg): PrismaPg {
  const connect = postgres.connect.bind(postgres)
  postgres.connect = async () => {
    const state = { isTurned: false }
    const adapter = turnReads(await connect(), state)
    const startTransaction = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => turnReads(await startTransaction(level), state)
    return adapter
  }
  return postgres
}

function turnReads<Adapter extends Reads>(adapter: Adapter, state: { isTurned: boolean }): Adapter {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    // What was put in comes back in the order in which it was given.
    if (result.rows.length < 2 || /^insert|order by/i.test(query.sql)) return result
    state.isTurned = !state.isTurned
    return state.isTurned ? { ...result, rows: result.rows.toReversed() } : result
  }
  return adapter
}
