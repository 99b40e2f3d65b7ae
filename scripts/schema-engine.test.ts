import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { root, runProgram } from './programs.mjs'

// Prisma's own CLI on our stand-in for its engine, over a copy of the migrations.
const folder = mkdtempSync(join(tmpdir(), 'hallway-prisma-'))
const schema = join(folder, 'schema.prisma')
const ownDatabase = `engine_${process.pid}`

beforeAll(() => {
  cpSync(join(root, 'prisma/migrations'), join(folder, 'migrations'), { recursive: true })
  const text = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8')
  writeFileSync(schema, `${text}\nmodel Extra {\n  id String @id\n}\n`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function prisma(database: string, ...words: string[]) {
  const url = new URL(inject('templateUrl'))
  url.pathname = `/${database}`
  return runProgram('prisma', words, { env: { DATABASE_URL: url.href } })
}

test('compares migrations with the schema and says by its exit code whether they differ', async () => {
  const same = await prisma(
    'postgres',
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  )
  expect({ ok: same.ok, isSaid: same.output.includes('No difference detected') }).toEqual({ ok: true, isSaid: true })
  const changed = await prisma(
    'postgres',
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    schema,
    '--exit-code',
  )
  expect({ ok: changed.ok, isSaid: changed.output.includes('Extra') }).toEqual({ ok: false, isSaid: true })
})

test('creates the database, applies the migrations and knows where it stands', async () => {
  const before = await prisma(ownDatabase, 'migrate', 'status')
  expect({ ok: before.ok, code: /P\d+/.exec(before.output)?.[0] }).toEqual({ ok: false, code: 'P1003' })
  const deployed = await prisma(ownDatabase, 'migrate', 'deploy')
  expect({
    ok: deployed.ok,
    isSaid: deployed.output.includes('All migrations have been successfully applied'),
  }).toEqual({ ok: true, isSaid: true })
  const after = await prisma(ownDatabase, 'migrate', 'status')
  expect({ ok: after.ok, isSaid: after.output.includes('Database schema is up to date') }).toEqual({
    ok: true,
    isSaid: true,
  })
})

test('runs a script whole, function bodies included', async () => {
  const script = join(folder, 'function.sql')
  writeFileSync(
    script,
    'CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END $$;\nCREATE ' +
      'TABLE doubled AS SELECT twice(21) AS n;',
  )
  expect((await prisma('postgres', 'db', 'execute', '--file', script)).ok).toBe(true)
  const wrong = join(folder, 'wrong.sql')
  writeFileSync(wrong, 'SELECT 1 / (n - 42) FROM doubled')
  const refused = await prisma('postgres', 'db', 'execute', '--file', wrong)
  expect({ ok: refused.ok, isSaid: refused.output.includes('division by zero') }).toEqual({ ok: false, isSaid: true })
})
