import { readFile } from 'node:fs/promises'
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

it('takes along what it says it takes, table by table', async () => {
  const text = await readFile('lib/people/server/export-account.ts', 'utf8')
  const within = ['NoteRevision', 'RecapRevision', 'Publication']
  const taken = [...text.matchAll(/exported\.(\w+)/g)].map(([, table = '']) => table)
  expect([...new Set([...taken, ...within])].sort()).toEqual([...selects.keys()].sort())
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

it('tells in docs/privacy.md of each table that hangs on a person or holds an address, and of no other', async () => {
  const rows = (await readFile('docs/privacy.md', 'utf8')).split('\n').filter((line) => line.startsWith('| `'))
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
  const holding = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('email', 'endpoint', 'sender', 'deviceHash')`
  const shared = ['RateLimit', 'Group', 'Draft']
  const expected = new Set([...(await tablesOfPeople()), ...holding.map(({ name }) => name), ...shared])
  expect(told.toSorted()).toEqual([...expected].toSorted())
})
