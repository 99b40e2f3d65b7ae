import { expect, it } from 'vitest'
import { exported, leftOut } from '@/lib/people/server/export-tables'
import { testDatabase } from './db'

const { db } = await testDatabase()

/** Every table that hangs on a person: it names one, or goes with what is theirs. */
async function tablesOfPeople(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE links AS (
      SELECT child.relname AS child, parent.relname AS parent, c.confdeltype = 'c' AS cascades
      FROM pg_constraint c
      JOIN pg_class child ON child.oid = c.conrelid
      JOIN pg_class parent ON parent.oid = c.confrelid
      WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    ), theirs AS (
      SELECT child FROM links WHERE parent = 'User'
      UNION SELECT links.child FROM links JOIN theirs ON links.parent = theirs.child WHERE cascades
    ) SELECT child AS name FROM theirs UNION SELECT 'User' ORDER BY 1`
  return rows.map(({ name }) => name)
}

const columnsOf = (table: string) =>
  db.$queryRaw<{ name: string }[]>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${table}
    ORDER BY 1`
const selects = new Map<string, object>(Object.entries(exported))

it('exports each column of each table that hangs on a person, or says why not', async () => {
  const undecided: string[] = []
  for (const table of await tablesOfPeople()) {
    const select = selects.get(table)
    if (!select && leftOut[table] === undefined) undecided.push(table)
    if (select)
      for (const { name } of await columnsOf(table))
        if (!(name in select) && leftOut[`${table}.${name}`] === undefined && leftOut[`*.${name}`] === undefined)
          undecided.push(`${table}.${name}`)
  }
  expect(undecided).toEqual([])
})

it('gives a reason for nothing that is not there', async () => {
  const tables = await tablesOfPeople()
  const all = new Set(
    (
      await Promise.all(
        tables.map(async (table) => (await columnsOf(table)).flatMap(({ name }) => [`${table}.${name}`, `*.${name}`])),
      )
    ).flat(),
  )
  expect(Object.keys(leftOut).filter((key) => !tables.includes(key) && !all.has(key))).toEqual([])
})

it('never exports a secret', () => {
  expect(
    Object.entries(exported).flatMap(([table, select]) =>
      Object.keys(select)
        .filter((name) => /hash|secret|keys|endpoint|token/i.test(name))
        .map((name) => `${table}.${name}`),
    ),
  ).toEqual([])
})
