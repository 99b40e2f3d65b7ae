import pg from 'pg'
import { quoted } from './tables'

/** What stands in the way of putting a backup in a database's place. */
export type Occupants = {
  /** Other connections to it: a Hallway that runs. */
  users: number
  /** Conferences that are no examples, and people who signed in. */
  conferences: number
  people: number
}

/** What is in the database at `url`; nothing where there is none yet. */
export async function occupantsOf(url: string): Promise<Occupants> {
  const name = nameOf(url)
  const nothing = { users: 0, conferences: 0, people: 0 }
  const [found] = await ask(besides(url, 'postgres'), 'SELECT FROM pg_database WHERE datname = $1', [name])
  if (!found) return nothing
  const [[users], [made]] = [
    await ask(
      url,
      `SELECT count(*) FROM pg_stat_activity
       WHERE datname = $1 AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      [name],
    ),
    await ask(url, `SELECT to_regclass('public."SignIn"') IS NOT NULL AS made`),
  ]
  if (made?.made !== true) return { ...nothing, users: Number(users?.count) }
  const [held] = await ask(
    url,
    `SELECT (SELECT count(*) FROM "Conference" WHERE NOT demo) AS conferences,
            (SELECT count(DISTINCT "userId") FROM "SignIn") AS people`,
  )
  return { users: Number(users?.count), conferences: Number(held?.conferences), people: Number(held?.people) }
}

/** Makes an empty database beside the one at `url`, in place of what a restore that was cut short left there. */
export async function makeBeside(url: string): Promise<string> {
  const beside = besides(url, `${nameOf(url)}_restoring`)
  await dropDatabase(beside)
  await ask(besides(url, 'postgres'), `CREATE DATABASE ${quoted(nameOf(beside))} TEMPLATE template0 ENCODING 'UTF8'`)
  return beside
}

export async function dropDatabase(url: string): Promise<void> {
  await ask(besides(url, 'postgres'), `DROP DATABASE IF EXISTS ${quoted(nameOf(url))}`)
}

/**
 * Lets the database at `beside` take the name of the one at `url`, which is kept under another one. Both are renamed in
 * one transaction: whatever ends it half-way, a database of that name is there, and the next start makes no empty one.
 *
 * @returns the name under which it is kept; null: there was none
 */
export async function takePlace(url: string, beside: string, now: Date): Promise<string | null> {
  const name = nameOf(url)
  const kept = `${name}_before_${now.toISOString().replace(/\D/g, '').slice(0, 14)}`
  return onServer(besides(url, 'postgres'), async (client) => {
    const rename = (from: string, to: string) => client.query(`ALTER DATABASE ${quoted(from)} RENAME TO ${quoted(to)}`)
    await client.query('BEGIN')
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount) await rename(name, kept)
    await rename(nameOf(beside), name)
    await client.query('COMMIT')
    return rowCount ? kept : null
  })
}

function besides(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function ask(url: string, statement: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  return onServer(url, async (client) => (await client.query(statement, values)).rows)
}

/** Does something on a connection of its own; what it leaves open is rolled back. */
async function onServer<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  return run(client).finally(() => client.end())
}
