import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeEach, expect, inject, it } from 'vitest'
import { until } from '@/tests/until'
import { makeBeside, takePlace } from './place'

const tag = `place_${randomUUID().slice(0, 8)}`
const urlOf = (name: string) => Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
const here = urlOf(tag)
const now = new Date('2026-11-30T04:00:00Z')
const server = new pg.Client({ connectionString: urlOf('postgres') })
await server.connect()

/** The databases of this test by the words behind its own, each with what is in it. */
async function databases(): Promise<Record<string, string>> {
  const { rows } = await server.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE datname LIKE $1 ORDER BY 1',
    [`${tag}%`],
  )
  const found: Record<string, string> = {}
  for (const { name } of rows) {
    const made = await onDatabase(name, `SELECT coalesce(to_regclass('old')::text, 'new') AS is`)
    found[name.slice(tag.length)] = String(made)
  }
  return found
}

async function onDatabase(name: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: urlOf(name) })
  await client.connect()
  const { rows } = await client.query<{ is: unknown }>(statement).finally(() => client.end())
  return rows[0]?.is
}

const dropAll = async () => {
  const names = Object.keys(await databases())
  for (const name of names) await server.query(`DROP DATABASE "${tag}${name}" WITH (FORCE)`)
}
beforeEach(async () => {
  await dropAll()
  await server.query(`CREATE DATABASE "${tag}"`)
  await onDatabase(tag, 'CREATE TABLE old ()')
})
afterAll(async () => {
  await dropAll()
  await server.end()
})

it('gives the new database the name, and keeps the old one under another', async () => {
  const beside = await makeBeside(here)
  expect(await databases()).toEqual({ '': 'old', _restoring: 'new' })
  expect(await takePlace(here, beside, now)).toBe(`${tag}_before_20261130040000`)
  expect(await databases()).toEqual({ '': 'new', _before_20261130040000: 'old' })
})

it('has nothing to keep where there was none', async () => {
  const beside = await makeBeside(here)
  await server.query(`DROP DATABASE "${tag}"`)
  expect(await takePlace(here, beside, now)).toBe(null)
  expect(await databases()).toEqual({ '': 'new' })
})

it('leaves the old one where it is when the new one cannot be renamed', async () => {
  await expect(takePlace(here, urlOf(`${tag}_nowhere`), now)).rejects.toThrow('does not exist')
  expect(await databases()).toEqual({ '': 'old' })
})

it('leaves the old one where it is when it is killed between the two', async () => {
  const beside = await makeBeside(here)
  // The second one waits for whoever is in the new database.
  const within = new pg.Client({ connectionString: beside })
  await within.connect()
  const taking = takePlace(here, beside, now).catch((error: unknown) => error)
  const renaming = `SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE $1`
  const { rows } = await until(
    () => server.query<{ pid: number }>(renaming, [`ALTER DATABASE "${tag}_restoring" RENAME%`]),
    (found) => found.rowCount === 1,
  )
  await server.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid])
  expect(String(await taking)).toMatch(/terminat/i)
  await within.end()
  expect(await databases()).toEqual({ '': 'old', _restoring: 'new' })
})
