import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { setPicks } from '@/lib/planning/server/set-picks'
import { lockConference } from '@/lib/schedule/edit/conference-version'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { makePerson } from './factories/person'

const { db } = await testDatabase()

it('lets a hall pick and count while a conference’s schedule is changed', async () => {
  const [ada, conference] = [await makePerson(db), await makeConference(db, { sessions: 1 })]
  const [sessionId = ''] = conference.sessionIds
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall' } })
  const counted = { kind: 'count', delta: 1, readAt: new Date() } as const
  await db.$transaction(async (tx) => {
    await lockConference(tx, conference.id)
    await tx.session.update({ where: { id: sessionId }, data: { title: 'Later', rawTitle: 'Later' } })
    await db.$transaction((other) => setPicks(other, ada, [{ sessionId, rank: 'first' }], new Date()))
    await db.reading.create({
      data: { ...{ id: randomUUID(), conferenceId: conference.id, roomId: room.id }, ...counted },
    })
  })
  expect([await db.pick.count(), await db.reading.count()]).toEqual([1, 1])
})

// Whoever adds a row that refers to one locked so waits until the other is done: a conference, a person, a session,
// a room of a hall keep everybody waiting. FOR NO KEY UPDATE keeps only those apart who change the row itself.
const LOCKED_WHOLE: Record<string, string> = {
  'notes/server/note-readers.ts': 'a group, whose members are to be read as they will be',
  'notifications/server/mail-digests.ts': 'one job’s row, which nothing refers to',
  'notifications/server/send-alerts.ts': 'alerts, which nothing refers to',
  'people/server/delete-account.ts': 'groups that their last member leaves, which are deleted',
  'people/server/members.ts': 'memberships, which nothing refers to',
  'planning/server/groups.ts': 'a group, whose members are counted',
  'schedule/checks/checked-source.ts': 'a source, which only its own checks refer to meanwhile',
  'schedule/edit/purge-conferences.ts': 'a conference in the bin, whose sessions are deleted',
  'schedule/edit/remove-unused.ts': 'rooms and tracks that are deleted unless somebody refers to them',
}

it('locks no row wholly that people refer to', () => {
  const lib = join(import.meta.dirname, '../lib')
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/.test(file))
  const locking = files.filter((file) =>
    /^(?!.*\/\/|\s*\*|\/\*\*).*FOR UPDATE/m.test(readFileSync(join(lib, file), 'utf8')),
  )
  expect(locking.toSorted()).toEqual(Object.keys(LOCKED_WHOLE))
})
