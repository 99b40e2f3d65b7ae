import { appendFileSync, copyFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import pg from 'pg'
import { startPostgres } from '@/scripts/database/embedded-postgres.mjs'

type Postgres = Awaited<ReturnType<typeof startPostgres>>
const DATA = 'pg18'

/**
 * A second Postgres that follows the first, which waits for it with each commit.
 * @param folders of the first, which is not running, and of the one to be made
 */
export async function startPair(first: string, second: string): Promise<{ primary: Postgres; standby: Postgres }> {
  spawnSync('cp', ['-a', join(first, DATA), join(second, DATA)])
  copyFileSync(join(first, 'postgres-password'), join(second, 'postgres-password'))
  const primary = await startPostgres({ folder: first, followed: true })
  const { username, password, port } = new URL(primary.url('postgres'))
  const from = `host=127.0.0.1 port=${port} user=${username} password=${password} application_name=standby`
  appendFileSync(join(second, DATA, 'postgresql.auto.conf'), `primary_conninfo = '${from}'\n`)
  writeFileSync(join(second, DATA, 'standby.signal'), '')
  const standby = await startPostgres({ folder: second, followed: true })
  await ask(primary, `ALTER SYSTEM SET synchronous_standby_names = 'standby'`)
  await ask(primary, 'SELECT pg_reload_conf()')
  return { primary, standby }
}

export async function promote(standby: Postgres): Promise<void> {
  await ask(standby, `ALTER SYSTEM SET synchronous_standby_names = ''`)
  await ask(standby, 'SELECT pg_promote()')
}

/** Says to a proxy whether a Postgres is the one that is written to, as Patroni does: 200 or 503. */
export async function startAgent(postgres: Postgres): Promise<{ port: number; server: Server }> {
  const server = createServer((_, response) => {
    void ask(postgres, 'SELECT pg_is_in_recovery() AS copy')
      .then(([row]) => row?.copy === false)
      .catch(() => false)
      .then((isPrimary) => response.writeHead(isPrimary ? 200 : 503).end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}

async function ask(postgres: Postgres, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.url('postgres'), connectionTimeoutMillis: 1_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(query)).rows
  } finally {
    await client.end()
  }
}
