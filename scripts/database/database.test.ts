import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { migrate } from './database.mjs'

const tag = randomUUID().slice(0, 8)
const urlOf = (name: string) => Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
const [empty, copied] = [urlOf(`empty_${tag}`), urlOf(`copied_${tag}`)]
const LAST = 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1'

beforeAll(() => ask(urlOf('postgres'), `CREATE DATABASE "copied_${tag}" TEMPLATE template`))
afterAll(async () => {
  for (const name of [`empty_${tag}`, `copied_${tag}`, `several_${tag}`])
    await ask(urlOf('postgres'), `DROP DATABASE "${name}"`)
})

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return (await client.query(statement).finally(() => client.end())).rows
}

async function notesOf(url: string, wanted?: string[]): Promise<string[]> {
  const notes: string[] = []
  await migrate(url, (note) => void notes.push(note), wanted)
  return notes
}

it('makes the database, applies those migrations that are asked for, then the others, then nothing', async () => {
  const all = await ask(copied, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
  const names = all.map(({ name }) => String(name))
  expect(await notesOf(empty, names.slice(0, 2))).toEqual(['2 applied'])
  expect(await notesOf(empty)).toEqual([`${names.length - 2} applied`])
  expect(await notesOf(empty)).toEqual(['up to date'])
  expect(await ask(empty, LAST)).toEqual(all.slice(-1))
})

it('is done by one of several processes that start at once, on a server without the database', async () => {
  const url = urlOf(`several_${tag}`)
  const notes = await Promise.all([notesOf(url), notesOf(url), notesOf(url)])
  const all = await ask(copied, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
  expect(notes.map((said) => said.at(-1)).toSorted()).toEqual([`${all.length} applied`, 'up to date', 'up to date'])
  expect(await ask(url, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')).toEqual(all)
})

it('says which migration stands half done, and applies nothing on top of it', async () => {
  const [last] = await ask(copied, LAST)
  const failed = "SET finished_at = NULL, logs = 'syntax error'"
  await ask(copied, `UPDATE _prisma_migrations ${failed} WHERE migration_name = '${String(last?.name)}'`)
  await expect(notesOf(copied)).rejects.toThrow(
    `The database could not be migrated (${String(last?.name)} failed before and stands half done; repair the ` +
      'database, then mark it with npx prisma migrate resolve); npx prisma migrate status says where it stands.',
  )
})

it('says why a migration does not apply', async () => {
  const [last] = await ask(empty, LAST)
  await ask(empty, `DELETE FROM _prisma_migrations WHERE migration_name = '${String(last?.name)}'`)
  await expect(notesOf(empty)).rejects.toThrow(
    new RegExp(`could not be migrated \\(${String(last?.name)}: .+ (already exists|does not exist)`),
  )
})
