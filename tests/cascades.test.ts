import { expect, it } from 'vitest'
import { testDatabase } from './db'

const { db } = await testDatabase()

/** What people write, pick and report, and what hangs on it. */
const written = [
  'Note',
  'NoteRevision',
  'Photo',
  'Pick',
  'Block',
  'Attendance',
  'Reading',
  'Recap',
  'RecapRevision',
  'Publication',
  'Series',
  'Group',
]

/** Which tables let go with a row of which other. */
async function cascades(): Promise<{ table: string; column: string; to: string }[]> {
  return db.$queryRaw`
    SELECT child.relname AS "table", a.attname AS "column", parent.relname AS "to"
    FROM pg_constraint c
    JOIN pg_class child ON child.oid = c.conrelid
    JOIN pg_class parent ON parent.oid = c.confrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confdeltype = 'c' AND c.connamespace = 'public'::regnamespace
    ORDER BY 1, 2`
}

/** The ways on which deleting a row of `from` deletes rows of other tables. */
async function waysFrom(from: string): Promise<string[]> {
  const all = await cascades()
  const ways: string[] = []
  const follow = (table: string, way: string[]): void => {
    for (const next of all) {
      if (next.to !== table || way.includes(next.table)) continue
      ways.push([...way, `${next.table}.${next.column}`].join(' → '))
      follow(next.table, [...way, next.table])
    }
  }
  follow(from, [from])
  return ways
}

const endsInWritten = (way: string) => written.includes((way.split(' → ').at(-1) ?? '').split('.')[0] ?? '')

it.each([
  'Conference',
  'Session',
  'Room',
  'Track',
  'Speaker',
  'Source',
  'Group',
  'Membership',
  'GroupMember',
  'StewardLink',
  'SignLink',
])('takes nothing along that people wrote when a %s goes', async (table) => {
  expect((await waysFrom(table)).filter(endsInWritten)).toEqual([])
})

it('takes along with an account what that account itself wrote, and nothing else', async () => {
  // In each the first step is the row's own author. Groups are left before, and notes and photos in them handed over
  // (hand_over_notes).
  expect((await waysFrom('User')).filter(endsInWritten)).toEqual([
    'User → Attendance.userId',
    'User → Block.userId',
    'User → Note.userId',
    'User → Note → NoteRevision.noteId',
    'User → Photo.userId',
    'User → Pick.userId',
    'User → Recap.userId',
    'User → Recap → Publication.recapId',
    'User → Recap → RecapRevision.recapId',
    'User → Series.userId',
  ])
})

it('knows each table that something can be lost from', async () => {
  const others = [
    'Absence',
    'Account',
    'AddressAlias',
    'Alert',
    'AlertHold',
    'AlertSetting',
    'Announcement',
    'Calendar',
    'Change',
    'ChangeReceipt',
    'ColocatedEvent',
    'Departure',
    'DifferentParts',
    'Draft',
    'DraftMove',
    'FeedEntry',
    'FeedToken',
    'Floor',
    'GroupMember',
    'IgnoredWarning',
    'ImportRun',
    'Invitation',
    'Membership',
    'Merge',
    'Mutation',
    'NoteShare',
    'OperatorAct',
    'Override',
    'PlannedRelease',
    'PushSubscription',
    'Release',
    'Room',
    'RoomAlias',
    'RoomSplit',
    'Session',
    'SessionRoom',
    'SessionSpeaker',
    'SignIn',
    'SignLink',
    'Source',
    'SourceSession',
    'Speaker',
    'SpeakerAlias',
    'StewardLink',
    'SyncMark',
    'Track',
    'TrackAlias',
    'WaitingImport',
    'Walk',
  ]
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT child.relname AS name FROM pg_constraint c JOIN pg_class child ON child.oid = c.conrelid
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
    ORDER BY 1`
  expect(tables.map(({ name }) => name).filter((name) => !written.includes(name))).toEqual(others)
})
