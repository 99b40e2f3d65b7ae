import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listForHome } from '@/lib/schedule/read/list-conferences'
import { findConferences } from '@/lib/schedule/read/find-conferences'
import { testDatabase } from './db'
import { makePerson } from './factories/person'
import { countingClient } from './query-counter'

// Where there are a thousand conferences, Postgres goes by an index of its own accord (tests/indexes.test.ts asks
// whether there is one at all). A word that few have is looked for in all that are public, which takes a tenth of a
// millisecond (docs/decisions/049-a-search-of-a-thousand.md).

const { db, url } = await testDatabase()
const { counting, askedOf } = countingClient(url)
const client = new pg.Client({ connectionString: url })
await client.connect()
afterAll(() => client.end())
const person = await makePerson(db)

beforeAll(async () => {
  await db.$executeRaw`
    INSERT INTO "Conference" (id, slug, name, acronym, "timeZone", visibility, "firstOn", "lastOn")
    SELECT gen_random_uuid(), 'conference-' || n, 'Conférence ' || n, 'conf', 'UTC', 'public', day, day
    FROM generate_series(1, 1000) n, LATERAL (SELECT date '2022-01-01' + n * 3 AS day) days`
  const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug: 'conference-7' } })
  await db.membership.create({ data: { conferenceId, userId: person.id, role: 'organizer' } })
  await client.query('VACUUM ANALYZE "Conference"')
})

it.each([
  ['Home', () => listForHome(counting, person, { recent: [], now: new Date('2026-03-24T10:00:00Z') })],
  ['a search that finds all', () => findConferences(counting, person, 'conférence')],
  ['that finds many', () => findConferences(counting, person, 'conference 7')],
  ['by a letter', () => findConferences(counting, person, 'c')],
])('%s', async (_, run) => {
  const asked = (await askedOf(run)).filter(({ query }) => query.includes('FROM "public"."Conference"'))
  expect(asked.length).toBeGreaterThan(0)
  for (const { query, values } of asked) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`, values)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toContain('Seq Scan on "Conference"')
  }
})
