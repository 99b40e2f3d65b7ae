import { expect, it } from 'vitest'
import { databaseBefore } from './earlier-database'

// What a migration makes of rows that an earlier release wrote; the migrations themselves are applied in a row.

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
type Client = Awaited<ReturnType<typeof databaseBefore>>['client']

async function insert(client: Client, table: string, row: Record<string, unknown>): Promise<void> {
  const [names, places] = [Object.keys(row).map((name) => `"${name}"`), Object.keys(row).map((_, at) => `$${at + 1}`)]
  await client.query(`INSERT INTO "${table}" (${names.join()}) VALUES (${places.join()})`, Object.values(row))
}

const instant = '2026-03-01T10:00:00.000Z'
const conferenceRow = {
  id: id(1),
  slug: 'kube',
  name: 'Kube',
  acronym: 'kube',
  timeZone: 'Europe/Paris',
  visibility: 'public',
  updatedAt: instant,
}

it('gives a later version to calendars’ entries that look another way, and to no other', async () => {
  const { client, upgrade } = await databaseBefore('20261128143000_free_when_cancelled')
  await insert(client, 'User', { id: id(2), email: 'ada@example.org' })
  await insert(client, 'Conference', conferenceRow)
  await insert(client, 'Conference', { ...conferenceRow, id: id(3), slug: 'unread', acronym: 'unread' })
  await insert(client, 'FeedToken', { id: id(4), userId: id(2), conferenceId: id(1), tokenHash: 'x', name: 'Phone' })
  const picks = [
    ['stays', 'confirmed', { rank: 'first', sequence: 1 }],
    ['cancelled', 'cancelled', { rank: 'planB', sequence: 0 }],
    ['dropped', 'confirmed', { rank: 'first', sequence: 1, droppedAt: instant }],
    ['hidden', 'confirmed', { rank: 'hidden', sequence: 1 }],
    ['only hidden', 'cancelled', { rank: 'hidden', sequence: 0 }],
  ] as const
  for (const [index, [title, status, pick]] of picks.entries()) {
    const session = { id: id(10 + index), conferenceId: id(1), number: index, rawTitle: title, title, status }
    const on = { dayOn: index < 3 ? '2027-03-27' : '2027-03-28', updatedAt: instant }
    await insert(client, 'Session', { ...session, ...on, cancelledAt: status === 'cancelled' ? instant : null })
    const of = { userId: id(2), sessionId: session.id, conferenceId: id(1), revision: 1, updatedAt: instant }
    await insert(client, 'Pick', { ...of, ...pick })
  }
  const blocks = [
    ['lunch', '2027-03-27T11:00:00Z', '2027-03-27T12:00:00Z', { daily: true }],
    ['night', '2027-03-27T00:30:00Z', '2027-03-27T03:00:00Z', { daily: true }],
    ['one night', '2027-03-28T00:30:00Z', '2027-03-28T03:00:00Z', {}],
    ['dropped block', '2027-03-27T11:00:00Z', '2027-03-27T12:00:00Z', { droppedAt: instant }],
  ] as const
  for (const [index, [title, startAt, endAt, more]] of blocks.entries()) {
    const block = { id: id(20 + index), userId: id(2), conferenceId: id(1), title, startAt, endAt, revision: 1 }
    await insert(client, 'Block', { ...block, updatedAt: instant, ...more })
  }
  // A zone that this database does not know is no reason to stay as it was.
  const nowhere = { ...conferenceRow, id: id(5), slug: 'mars', acronym: 'mars', timeZone: 'Mars/Olympus' }
  await insert(client, 'Conference', nowhere)
  const { rows: before } = await client.query(`SELECT "title", "Block"."updatedAt" FROM "Block" ORDER BY "id"`)
  await upgrade()

  const versions = await client.query<{ title: string; sequence: number }>(`
    SELECT "title", "Pick"."sequence" FROM "Pick" JOIN "Session" ON "Session"."id" = "sessionId"
    UNION ALL SELECT "title", "sequence" FROM "Block"`)
  expect(Object.fromEntries(versions.rows.map(({ title, sequence }) => [title, sequence]))).toEqual({
    stays: 1,
    cancelled: 1,
    dropped: 2,
    hidden: 2,
    'only hidden': 0,
    lunch: 0,
    night: 1,
    'one night': 0,
    'dropped block': 1,
  })
  expect((await client.query(`SELECT "title", "updatedAt" FROM "Block" ORDER BY "id"`)).rows).toEqual(before)
  const { rows } = await client.query(`SELECT "slug" FROM "Conference" WHERE "updatedAt" > $1`, [instant])
  expect(rows).toEqual([{ slug: 'kube' }])
})
