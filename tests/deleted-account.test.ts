import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { deleteAccount } from '@/lib/people/server/delete-account'
import { appoint, appointedAddress, appointFirst, isOperator } from '@/lib/people/server/operator'
import { hashToken } from '@/lib/platform/ids'
import { consume } from '@/lib/platform/rate-limit'
import { binConference } from '@/lib/schedule/edit/conference-bin'
import { testDatabase } from './db'
import { dropChecks, fillEveryTable } from './factories/every-table'
import { makePerson } from './factories/person'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
const now = new Date('2026-03-24T12:00:00Z')
const client = new pg.Client({ connectionString: url })
await client.connect()
afterAll(() => client.end())

/**
 * What outlasts an account, and why. A test fills every column that could name a person with one: here stands what
 * Hallway's own code writes nobody into.
 */
const outlasts: Record<string, string> = {
  'Setting.key': 'the hash of a blocked address, for two years',
  'Change.newValue': 'a value of the programme',
  'Change.oldValue': 'a value of the programme',
  'DraftMove.created': 'a session that was planned on the board',
  'DraftMove.from': 'an hour and a room',
  'DraftMove.place': 'an hour and a room',
  'ImportRun.counts': 'how many sessions, rooms and speakers',
  'ImportRun.problems': 'lines of a source that were not understood',
  'Merge.moved': 'sessions whose room, track or speaker became another',
  'Override.value': 'a value of the programme',
  'PlannedRelease.left': 'sessions that a release leaves out',
  'Room.imported': 'what a source says of a room',
  'RoomSplit.made': 'rooms',
  'RoomSplit.sessions': 'sessions',
  'Session.calendarIds': 'sessions in the calendars of those who subscribed',
  'Session.imported': 'what a source says of a session',
  'Source.fetched': 'when parts of a source were fetched',
  'Source.options': 'how a source is read',
  'Speaker.imported': 'what a source says of a speaker',
  'WaitingImport.counts': 'how many sessions, rooms and speakers',
  'WaitingImport.fetched': 'when parts of a source were fetched',
  'WaitingImport.problems': 'lines of a source that were not understood',
}

type Column = { table: string; column: string; type: string }

async function rowsOf<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  return (await client.query<T>(text, values)).rows
}

const COLUMNS = `
  SELECT table_name AS "table", column_name AS "column", udt_name AS type
  FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`

const RELATIONS = `
  SELECT child.relname AS "table", a.attname AS "column", 'uuid' AS type
  FROM pg_constraint f
  JOIN pg_class child ON child.oid = f.conrelid
  JOIN pg_class parent ON parent.oid = f.confrelid
  JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = ANY(f.conkey)
  WHERE f.contype = 'f' AND parent.relname = 'User' ORDER BY 1, 2`

const nameOf = ({ table, column }: Column) => `${table}.${column}`

it('leaves nothing of a person who was named wherever one can be, but what docs/privacy.md says', async () => {
  await dropChecks(client)
  await fillEveryTable(client)
  const [columns, relations] = [await rowsOf<Column>(COLUMNS), await rowsOf<Column>(RELATIONS)]

  // One of the people that were made is everybody: no row is left that is somebody else's.
  const [one] = await rowsOf<{ id: string }>('SELECT "userId" AS id FROM "GroupMember" LIMIT 1')
  const ada = { id: one?.id ?? '', email: 'ada.lovelace@example.org', name: 'Ada Augusta Lovelace' }
  await client.query('DELETE FROM "GroupMember" WHERE "userId" <> $1', [ada.id])
  await client.query('DELETE FROM "User" WHERE id <> $1', [ada.id])
  await client.query('UPDATE "User" SET email = $2, name = $3, "blockedAt" = $4 WHERE id = $1', [
    ada.id,
    ada.email,
    ada.name,
    now,
  ])
  await client.query('UPDATE "SignInCode" SET email = $1 WHERE id IN (SELECT id FROM "SignInCode" LIMIT 1)', [
    ada.email,
  ])
  await client.query('UPDATE "Invitation" SET email = $1 WHERE ctid IN (SELECT ctid FROM "Invitation" LIMIT 1)', [
    ada.email,
  ])
  for (const { table, column, type } of columns)
    if (type === '_uuid') await client.query(`UPDATE "${table}" SET "${column}" = ARRAY[$1::uuid]`, [ada.id])
    else if (type === 'jsonb') await client.query(`UPDATE "${table}" SET "${column}" = $1`, [JSON.stringify([ada])])
  await consume(db, 'writeByAccount', ada.id)
  await appoint(db, ada.email, now)

  const words = [ada.id, ada.email, ada.name, hashToken(ada.email)].map((word) => `%${word}%`)
  const traces = async () => {
    const found: string[] = []
    for (const column of columns) {
      const text = `SELECT 1 FROM "${column.table}" WHERE "${column.column}"::text LIKE ANY($1) LIMIT 1`
      if ((await rowsOf(text, [words])).length > 0) found.push(nameOf(column))
    }
    return found
  }
  const everywhere = [
    ...relations.map(nameOf),
    ...columns.filter(({ type }) => type === '_uuid' || type === 'jsonb').map(nameOf),
    ...['User.id', 'User.email', 'User.name', 'SignInCode.email', 'Invitation.email', 'RateLimit.key', 'Setting.value'],
  ]
  expect(await traces()).toEqual([...new Set(everywhere)].toSorted())
  const asked = { confirmed: ada.email, withConferences: true, signedInAt: now }
  expect(await deleteAccount(db, ada.id, asked, now, binConference)).toEqual({ ok: true })
  expect(await traces()).toEqual(Object.keys(outlasts).toSorted())
})

it('says each thing that outlasts an account in docs/privacy.md, with the same reason', async () => {
  const text = await readFile('docs/privacy.md', 'utf8')
  const told = [...text.matchAll(/^- `(\w+\.\w+)`: (.+)$/gm)].map(([, name = '', why = '']) => [name, why] as const)
  expect(Object.fromEntries(told)).toEqual(outlasts)
})

it('leaves an installation whose operator is gone to nobody, until the command names one', async () => {
  await db.setting.deleteMany()
  const [ada, bob] = [await makePerson(db), await makePerson(db)]
  await appointFirst(db, ada.id)
  const asked = { confirmed: ada.email, withConferences: false, signedInAt: now }
  expect(await deleteAccount(db, ada.id, asked, now, binConference)).toEqual({ ok: true })
  await appointFirst(db, bob.id)
  expect([await isOperator(db, bob), await appointedAddress(db)]).toEqual([false, null])
  await appoint(db, bob.email, now)
  expect([await isOperator(db, bob), await appointedAddress(db)]).toEqual([true, bob.email])
})
