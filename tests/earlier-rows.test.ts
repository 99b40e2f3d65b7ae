import { expect, it } from 'vitest'
import { shownSchema } from '@/lib/feeds/feed-revisions'
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

it('knows what was written together before this was kept, and tells devices of the copies', async () => {
  const { client, upgrade } = await databaseBefore('20261128123000_written_together')
  await insert(client, 'Conference', conferenceRow)
  for (const person of [2, 3, 4]) await insert(client, 'User', { id: id(person), email: `${person}@example.org` })
  for (const group of [6, 7]) await insert(client, 'Group', { id: id(group), conferenceId: id(1), name: `${group}` })
  const join = (group: number, person: number) =>
    insert(client, 'GroupMember', { groupId: id(group), userId: id(person) })
  const leave = (group: number, person: number) =>
    client.query(`DELETE FROM "GroupMember" WHERE "groupId" = $1 AND "userId" = $2`, [id(group), id(person)])
  const note = (n: number, person: number, text: string, more: Record<string, unknown> = {}) => {
    const at = { notedAt: `2026-03-24T09:00:00.${String(n).padStart(3, '0')}Z`, createdAt: instant }
    return insert(client, 'Note', {
      ...{ id: id(n), userId: id(person), conferenceId: id(1), text, revision: 0, ...at },
      ...more,
    })
  }
  await note(30, 2, 'own')
  await join(6, 2)
  await join(7, 2)
  await note(31, 2, 'of a group', { groupId: id(6) })
  await note(32, 2, 'of a group that ends', { groupId: id(7) })
  await join(6, 3)
  await join(7, 3)
  await leave(6, 2) // with a copy
  await leave(7, 2) // with a copy
  await leave(7, 3)
  await client.query(`DELETE FROM "Group" WHERE "id" = $1`, [id(7)])
  // What a backup brought into another account: an id of its own, made later, begun at the same moment.
  await note(33, 4, 'of a group, restored', { createdAt: '2026-03-30T09:00:00Z', notedAt: '2026-03-24T09:00:00.031Z' })
  await note(34, 4, 'of nobody else')
  await upgrade()

  const { rows } = await client.query<{ text: string; person: string; together: boolean; isTold: boolean }>(`
    SELECT "text", right("userId"::text, 1) AS "person", "together",
      "Note"."revision" = "User"."revision" AND "Note"."revision" > 0 AND "groupId" IS NULL AS "isTold"
    FROM "Note" JOIN "User" ON "User"."id" = "userId"`)
  expect(rows.map(({ text, person, together, isTold }) => [text, person, together, isTold].join()).sort()).toEqual([
    'of a group that ends,2,true,true',
    'of a group that ends,3,true,true',
    'of a group, restored,4,true,true',
    'of a group,2,true,true',
    'of a group,3,true,false',
    'of nobody else,4,false,false',
    'own,2,false,false',
  ])
})

it('keeps slides and replays that organizers gave of imported sessions over what a source says now', async () => {
  const { client, upgrade } = await databaseBefore('20261129042000_session_facts')
  await insert(client, 'Conference', conferenceRow)
  const sessions = [
    ['imported', { imported: '{}', slidesUrl: 'https://x.example/s', replayUrl: 'https://x.example/v' }],
    ['without any', { imported: '{}' }],
    ['by hand', { slidesUrl: 'https://x.example/s' }],
  ] as const
  for (const [index, [title, more]] of sessions.entries()) {
    const session = { id: id(10 + index), conferenceId: id(1), number: index, rawTitle: title, title }
    await insert(client, 'Session', { ...session, dayOn: '2027-03-27', updatedAt: instant, ...more })
  }
  await upgrade()
  const { rows } = await client.query<Record<string, unknown>>(`
    SELECT "title", "field", "value" FROM "Override" JOIN "Session" ON "Session"."id" = "sessionId"
    ORDER BY "field"`)
  expect(rows).toEqual([
    { title: 'imported', field: 'replayUrl', value: 'https://x.example/v' },
    { title: 'imported', field: 'slidesUrl', value: 'https://x.example/s' },
  ])
})

it('raises once what personal calendars have, keeps its UIDs, and dates every calendar anew', async () => {
  const { client, upgrade } = await databaseBefore('20261129180000_calendar_revisions')
  await insert(client, 'Conference', { ...conferenceRow, language: 'fr' })
  await insert(client, 'User', { id: id(2), email: 'ada@example.org' })
  await insert(client, 'Room', { id: id(30), conferenceId: id(1), slug: 'hall', name: 'Hall' })
  const feed = { userId: id(2), conferenceId: id(1), name: 'Phone', createdAt: instant }
  await insert(client, 'FeedToken', { ...feed, id: id(4), tokenHash: 'x' })
  await insert(client, 'FeedToken', { ...feed, id: id(5), tokenHash: 'y', revokedAt: instant })
  const recently = new Date().toISOString()
  const picks = [
    ['stays', { rank: 'first', sequence: 1 }],
    ['dropped', { rank: 'planB', sequence: 1, droppedAt: recently }],
    ['dropped long ago', { rank: 'first', sequence: 1, droppedAt: instant }],
    ['only hidden', { rank: 'hidden', sequence: 0 }],
  ] as const
  for (const [index, [title, pick]] of picks.entries()) {
    const session = { id: id(10 + index), conferenceId: id(1), number: index, rawTitle: title, title, sequence: 2 }
    await insert(client, 'Session', { ...session, dayOn: '2027-03-27', startAt: '2027-03-27T09:00:00Z' })
    const of = { userId: id(2), sessionId: session.id, conferenceId: id(1), revision: 1, updatedAt: recently }
    await insert(client, 'Pick', { ...of, ...pick })
  }
  const lunch = { id: id(20), userId: id(2), conferenceId: id(1), title: 'Lunch', revision: 1, daily: true }
  await insert(client, 'Block', { ...lunch, startAt: '2027-03-27T11:00:00Z', endAt: '2027-03-27T12:00:00Z' })
  await upgrade()

  const given = await client.query(`
    SELECT "feedId", "entryId", "sequence", "shown"->>'title' AS "title", "shown"->>'startAt' AS "startAt"
    FROM "FeedEntry" ORDER BY "entryId"`)
  const nine = '2027-03-27T09:00:00.000Z'
  const kept = { feedId: id(4), startAt: nine, sequence: 3 }
  expect(given.rows).toEqual([
    { ...kept, entryId: id(10), title: 'stays' },
    { ...kept, entryId: id(11), title: 'Hors de mon programme\u00A0: dropped' },
    {
      feedId: id(4),
      entryId: `${id(20)}-2027-03-27`,
      sequence: 0,
      title: 'Lunch',
      startAt: '2027-03-27T11:00:00.000Z',
    },
  ])
  for (const { shown } of (await client.query(`SELECT "shown" FROM "FeedEntry"`)).rows) shownSchema.parse(shown)
  const dated = await client.query(`SELECT "id" FROM "Calendar" WHERE "revisedAt" > $1 ORDER BY "id"`, [instant])
  expect(dated.rows).toEqual([{ id: id(1) }, { id: id(30) }])
})

it('says of the rooms that a name means where the name was said to mean them', async () => {
  const { client, upgrade } = await databaseBefore('20261130180000_split_into')
  await insert(client, 'Conference', conferenceRow)
  const [name, later] = ['Hall + Loft', '2026-03-02T10:00:00.000Z']
  const split = { conferenceId: id(1), key: 'hall + loft', name, into: ['Hall', 'Loft'] }
  await insert(client, 'RoomSplit', { ...split, sessions: [], made: [], createdAt: later })
  const releases = [
    ['split', name, instant],
    ['split', 'G104', later],
    ['split', name, later],
    ['draft', name, later],
  ] as const
  for (const [at, [kind, note, createdAt]] of releases.entries()) {
    const release = { id: id(10 + at), conferenceId: id(1), number: at + 1, sinceVersion: at, version: at + 1 }
    await insert(client, 'Release', { ...release, kind, note, createdAt })
  }
  await upgrade()
  const { rows } = await client.query<{ into: string[] }>(`SELECT "into" FROM "Release" ORDER BY "number"`)
  expect(rows.map(({ into }) => into)).toEqual([[], [], ['Hall', 'Loft'], []])
})
