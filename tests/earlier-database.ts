import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

const MIGRATIONS = fileURLToPath(new URL('../prisma/migrations/', import.meta.url))

/**
 * A database as the release before a migration left it: what that release wrote is put in by SQL, then `upgrade`
 * applies this migration and all after it. Dropped when the file is done.
 * @param migration the name of its folder
 */
export async function databaseBefore(migration: string): Promise<{ client: pg.Client; upgrade: () => Promise<void> }> {
  const names = readdirSync(MIGRATIONS)
    .filter((name) => /^\d/.test(name))
    .sort()
  const index = names.indexOf(migration)
  if (index === -1) throw new Error(`There is no migration ${migration}.`)
  const name = `earlier_${randomUUID().replaceAll('-', '')}`
  await administer(`CREATE DATABASE "${name}"`)
  const client = new pg.Client({ connectionString: urlOf(name) })
  await client.connect()
  afterAll(async () => {
    await client.end()
    await administer(`DROP DATABASE "${name}" WITH (FORCE)`)
  })
  const apply = async (some: readonly string[]) => {
    for (const one of some) await client.query(readFileSync(`${MIGRATIONS}${one}/migration.sql`, 'utf8'))
  }
  await apply(names.slice(0, index))
  return { client, upgrade: () => apply(names.slice(index)) }
}

function urlOf(name: string): string {
  const url = new URL(inject('templateUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
