import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { until } from '@/tests/until'
import { root } from '../programs.mjs'
import { migrate } from './database.mjs'

/** It changes a table that is there. */
const NAME = '20261130160000_told_to_the_public'
const known = readdirSync(join(root, 'prisma/migrations')).filter((name) => /^\d/.test(name) && name <= NAME)
const urlOf = (name: string) => Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href

let [name, url] = ['', '']
let [server, holder] = [new pg.Client(), new pg.Client()]
beforeEach(async () => {
  name = `cut_${randomUUID().slice(0, 8)}`
  url = urlOf(name)
  await migrate(url, () => undefined, known.slice(0, -1))
  server = new pg.Client({ connectionString: urlOf('postgres') })
  holder = new pg.Client({ connectionString: url })
  await Promise.all([server.connect(), holder.connect()])
})
afterEach(async () => {
  await holder.end()
  await server.query(`DROP DATABASE "${name}" WITH (FORCE)`)
  await server.end()
})

/** Kills a program with -9 while Postgres is at its migration, which waits for a table that `holder` reads. */
async function killUnderWay(): Promise<{ pid: number | undefined }> {
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE "Conference" IN ACCESS SHARE MODE')
  const words = ['scripts/database/apply-migrations.mjs', ...known]
  const program = spawn(process.execPath, words, { cwd: root, env: { ...process.env, DATABASE_URL: url } })
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = $1 AND wait_event_type = 'Lock'`
  const { rows } = await until(
    () => server.query<{ pid: number }>(waiting, [name]),
    (found) => found.rowCount === 1,
  )
  const ended = once(program, 'exit')
  program.kill('SIGKILL')
  await ended
  return { pid: rows[0]?.pid }
}

async function recorded(): Promise<string[]> {
  const { rows } = await holder.query<{ said: string }>(
    `SELECT CASE WHEN rolled_back_at IS NOT NULL THEN 'cut off'
       WHEN finished_at IS NULL THEN 'begun' ELSE 'done' END AS said
     FROM _prisma_migrations WHERE migration_name = $1 ORDER BY started_at`,
    [NAME],
  )
  return rows.map(({ said }) => said)
}

async function start(): Promise<string[]> {
  const notes: string[] = []
  await migrate(url, (note) => void notes.push(note), known)
  return notes
}

it('applies a migration anew whose program and connection were killed while it ran', async () => {
  const { pid } = await killUnderWay()
  await server.query('SELECT pg_terminate_backend($1, 10000)', [pid])
  await holder.query('COMMIT')
  expect(await recorded()).toEqual(['begun'])
  expect(await start()).toEqual(['1 applied'])
  expect(await recorded()).toEqual(['cut off', 'done'])
  expect(await start()).toEqual(['up to date'])
})

it('waits for Postgres where it still runs a migration whose program was killed, and takes that for done', async () => {
  await killUnderWay()
  const starting = start()
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND wait_event = 'advisory'`
  await until(
    () => server.query(waiting, [name]),
    (found) => found.rowCount === 1,
  )
  expect(await recorded()).toEqual(['begun'])
  await holder.query('COMMIT')
  expect(await starting).toEqual(['up to date'])
  expect(await recorded()).toEqual(['done'])
})
