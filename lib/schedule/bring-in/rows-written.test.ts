import { expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { makeConference } from '@/tests/factories/conference'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { importProgram } from './import-program'

const { db } = await testDatabase()
const [first, second] = [new Date('2026-03-01T10:00:00Z'), new Date('2026-03-02T10:00:00Z')]

/** Every version of every row there is, by its table: each write makes another, also one that says the same. */
async function versionsOfRows() {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT "relname" AS "name" FROM pg_class WHERE "relkind" = 'r' AND "relnamespace" = 'public'::regnamespace`
  const versions = new Map<string, Set<string>>()
  for (const { name } of tables) {
    const rows = await db.$queryRaw<{ version: string }[]>`
      SELECT "xmin"::text || "ctid"::text AS "version" FROM ${Prisma.raw(`"${name}"`)}`
    versions.set(name, new Set(rows.map(({ version }) => version)))
  }
  return versions
}

it('writes nothing but when it looked, and that it did, when the same comes again', async () => {
  const conferenceId = (await makeConference(db, { sessions: 0 })).id
  const program = aProgram([
    { title: 'Rust', rooms: ['Hall A', 'Hall B'], track: 'Code', speakers: ['Ann Lee, Acme', 'Bo Li'] },
    { title: 'Coffee', sourceId: null, rooms: ['East'] },
  ])
  const request = { conferenceId, program, problems: [], userId: null, bytes: 10, accept: [] }
  const site = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const done = await importProgram(db, { ...request, source: site }, first)
  if (!done.ok) throw new Error(done.reason)
  const before = await versionsOfRows()
  await importProgram(db, { ...request, source: { id: done.sourceId } }, second)
  const written = [...(await versionsOfRows())].flatMap(([name, versions]) => {
    const count = [...versions].filter((version) => !before.get(name)?.has(version)).length
    return count > 0 ? [[name, count]] : []
  })
  expect(written.toSorted()).toEqual([
    ['ImportRun', 1],
    ['Source', 1],
  ])
})
