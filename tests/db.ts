import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { postgresAt } from '@/lib/platform/db'
import { unordered } from './unordered'

/** A database of this test file's own, a copy of the migrated template; dropped when the file is done. */
export async function testDatabase(): Promise<{ db: PrismaClient; url: string }> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(template, `CREATE DATABASE "${name}" TEMPLATE "template"`)
  const url = new URL(template)
  url.pathname = `/${name}`
  const db = new PrismaClient({ adapter: unordered(postgresAt(url.href, 10)) })
  afterAll(async () => {
    await db.$disconnect()
    await administer(template, `DROP DATABASE "${name}" WITH (FORCE)`)
  })
  return { db, url: url.href }
}

async function administer(template: URL, statement: string): Promise<void> {
  const url = new URL(template)
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  // Copying a template wants nobody else in it: one file at a time.
  await client.query('SELECT pg_advisory_lock(1)')
  await client.query(statement).finally(() => client.end())
}
