import { expect, it } from 'vitest'
import { announce, withdrawAnnouncement } from '@/lib/rooms/server/announce'
import { makeConference, openDoor, signIn, until } from '@/tests/front-door'
import { testDatabase } from '@/tests/db'
import { listenLive } from '@/tests/live'
import { granted } from '@/tests/factories/granted'

const { db, url } = await testDatabase()
const door = await openDoor({ db, url })
const everybody = { roomId: null, sessionId: null, language: 'en' as const }

it('pokes whoever listens when something is announced or withdrawn, in every process, and tells it', async () => {
  const [conference, { user }] = [await makeConference(db, 'told'), await signIn(db)]
  const second = await openDoor({ db, url })
  const before = await until(
    () => door.ask('/c/told/announcements.json'),
    ({ status }) => status === 200,
  )
  await until(
    () => second.ask('/c/told/announcements.json'),
    ({ status }) => status === 200,
  )
  expect(JSON.parse(before.text)).toEqual([])
  const topic = `announcements:${conference.id}`
  const [here, there] = [await listenLive(door.port, topic), await listenLive(second.port, topic)]
  const poke = { topic, version: expect.any(Number) }
  expect([await here.next(), await there.next()]).toEqual([poke, poke])
  const now = new Date()
  const { id } = await announce(db, granted(conference.id, user.id), { ...everybody, body: 'Lunch is late' }, now)
  expect([await here.next(), await there.next()]).toEqual([poke, poke])
  const told = [{ id, text: 'Lunch is late', language: 'en', room: null, session: null, at: now.toISOString() }]
  for (const { ask } of [door, second]) expect(JSON.parse((await ask('/c/told/announcements.json')).text)).toEqual(told)
  await withdrawAnnouncement(db, granted(conference.id), id, now)
  expect([await here.next(), await there.next()]).toEqual([poke, poke])
  const after = await door.ask('/c/told/announcements.json', {
    headers: { 'if-none-match': before.headers.etag ?? '' },
  })
  expect(after.status).toBe(304)
  here.answer.destroy()
  there.answer.destroy()
})

it('tells those of a private conference, and that there are any, to its members only', async () => {
  const conference = await makeConference(db, 'inner', 'private')
  const [member, stranger] = [await signIn(db), await signIn(db)]
  await db.membership.create({ data: { conferenceId: conference.id, userId: member.user.id, role: 'attendee' } })
  await announce(db, granted(conference.id, member.user.id), { ...everybody, body: 'Secret' }, new Date())
  const askAs = (cookie: string) => door.ask('/c/inner/announcements.json', { headers: { cookie } })
  await until(
    () => askAs(member.cookie),
    ({ status }) => status === 200,
  )
  expect([
    (await askAs(member.cookie)).headers['cache-control'],
    (await askAs('')).status,
    (await askAs(stranger.cookie)).status,
  ]).toEqual(['private, no-cache', 404, 404])
  expect(
    (await door.ask(`/api/live?topics=announcements:${conference.id}`, { headers: { cookie: stranger.cookie } }))
      .status,
  ).toBe(204)
})
