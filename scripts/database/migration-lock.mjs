// @ts-check
// One process migrates a database while the others wait, however many start at once.
import { setTimeout as wait } from 'node:timers/promises'
import { ensureDatabase } from '../schema-engine/maintenance.mjs'

/** Ours alone: the engine's own lock has another number. */
const KEY = 4_255_929
const ASKED_EVERY_MS = 250

/**
 * Runs something while no other process migrates the database, which is made first where it is missing. The lock lives
 * as long as our connection: who is killed lets go of it.
 * @template T
 * @param {string} url the database itself, no pooler of connections
 * @param {() => void} onWait another process is at it
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function whileNobodyMigrates(url, onWait, run) {
  const { default: pg } = await import('pg')
  await ensureDatabase(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (let times = 0; !(await tryLock(client)); times++) {
      if (times === 0) onWait()
      await wait(ASKED_EVERY_MS)
    }
    return await run()
  } finally {
    await client.end()
  }
}

/** Asking does not wait in the database: a transaction that waits would hold up what the other one builds. */
async function tryLock(/** @type {import('pg').Client} */ client) {
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS locked', [KEY])
  return rows[0]?.locked === true
}
