import { expect, it } from 'vitest'
import { loadChangelog } from '@/lib/feeds/exports/load-changelog'
import { setCancelled } from '@/lib/schedule/edit/cancel-session'
import { updateConference } from '@/lib/schedule/edit/conference'
import { listChanges } from '@/lib/schedule/read/list-changes'
import { loadAgenda } from '@/lib/schedule/read/load-agenda'
import { testDatabase } from './db'
import { makeConference } from './factories/conference'
import { granted } from './factories/granted'
import { makePerson } from './factories/person'

const { db } = await testDatabase()
const now = new Date('2026-03-20T12:00:00Z')

/** A private conference of three sessions: one taken back, one taken back that somebody picked, and one that stays. */
async function makePrivate() {
  const conference = await makeConference(db, { visibility: 'private' })
  const { id, name, timeZone, sessionIds } = conference
  const [test = '', picked = '', stays = ''] = sessionIds
  const ada = await makePerson(db)
  await db.pick.create({ data: { userId: ada.id, conferenceId: id, sessionId: picked, rank: 'first', revision: 1 } })
  const cancel = (sessionId: string, cancelled = true) =>
    setCancelled(db, { ...granted<'editSchedule'>(id, ada.id), scope: null }, sessionId, cancelled, now)
  const open = (visibility: 'private' | 'public') =>
    updateConference(
      db,
      granted(id, ada.id),
      { name, timeZone, language: 'en', venue: null, url: null, visibility },
      now,
    )
  const titles = async () => (await loadAgenda(db, id))?.sessions.map(({ title }) => title)
  const told = async () => (await listChanges(db, id)).map(({ field, sessionId }) => [field, sessionId])
  await cancel(test)
  await cancel(picked)
  return { id, test, stays, cancel, open, titles, told }
}

it('tells the public nothing of what was done while it was private, and all of what was done since', async () => {
  const { id, test, stays, cancel, open, told } = await makePrivate()
  expect((await told()).length).toBe(2)
  await open('public')
  expect([await told(), await loadChangelog(db, id)]).toEqual([[], []])
  await cancel(stays)
  expect(await told()).toEqual([['cancelled', stays]])
  expect((await loadChangelog(db, id)).map(({ news }) => news.map(({ sessionId }) => sessionId))).toEqual([[stays]])
  // Its people see all of it, and what else is done meanwhile stays among them.
  await open('private')
  expect((await told()).length).toBe(3)
  await cancel(test, false)
  await open('public')
  expect(await told()).toEqual([])
})

it('shows nobody a session that was taken back before it was public, but one that somebody picked', async () => {
  const { test, stays, cancel, open, titles } = await makePrivate()
  expect(await titles()).toEqual(['Session 1', 'Session 2', 'Session 3'])
  await open('public')
  expect(await titles()).toEqual(['Session 2', 'Session 3'])
  await cancel(stays)
  expect(await titles()).toEqual(['Session 2', 'Session 3'])
  await cancel(test, false)
  expect(await titles()).toEqual(['Session 1', 'Session 2', 'Session 3'])
  await cancel(test)
  expect(await titles()).toEqual(['Session 1', 'Session 2', 'Session 3'])
})

it('keeps what was told when its settings are saved again', async () => {
  const { stays, cancel, open, told } = await makePrivate()
  await open('public')
  await cancel(stays)
  await open('public')
  expect(await told()).toEqual([['cancelled', stays]])
})
