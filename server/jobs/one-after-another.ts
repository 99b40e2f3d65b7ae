import pg from 'pg'

/** Ours alone: 4255929 is the one for migrations, 4255930 that of whoever does the jobs. */
const KEY = 4_255_931
const PATIENCE_MS = 30_000

/**
 * Runs something while no other process of the database does. The lock lives as long as a connection of its own: who is
 * killed lets go of it.
 * @param url the database itself, no pooler of connections
 * @throws what the database throws, also where whoever is at it takes longer than half a minute
 */
export async function oneAfterAnother<T>(url: string, run: () => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'hallway-one-after-another',
    connectionTimeoutMillis: 10_000,
    lock_timeout: PATIENCE_MS,
    keepAlive: true,
  })
  // What is asked next says so.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock($1)', [KEY])
    return await run()
  } finally {
    await client.end().catch(() => undefined)
  }
}
