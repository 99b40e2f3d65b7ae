import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { listenLive } from '@/tests/live'
import { makeConference, openDoor, signIn, until } from '@/tests/front-door'
import { makeHallNow } from '@/tests/factories/hall'

const { db, url } = await testDatabase()
const door = await openDoor({ db, url })

async function makeHall(slug: string, visibility: 'private' | 'public' = 'public') {
  const conference = await makeConference(db, slug, visibility)
  const { room, session } = await makeHallNow(db, conference.id, 10)
  const link = await db.stewardLink.create({
    data: { conferenceId: conference.id, roomId: room.id, tokenHash: randomUUID(), name: 'Door' },
  })
  const count = (delta: number) =>
    db.reading.create({
      data: {
        id: randomUUID(),
        conferenceId: conference.id,
        roomId: room.id,
        stewardLinkId: link.id,
        kind: 'count',
        delta,
        readAt: new Date(),
      },
    })
  return { conference, room, session, count }
}

it('tells how full each room is, at once after somebody counted, in both forms', async () => {
  const { conference, room, session, count } = await makeHall('counted')
  const known = {
    room: room.id,
    slug: 'hall',
    name: 'Hall',
    session: session.id,
    capacity: 10,
    voices: 0,
    queueMinutes: null,
    delayMinutes: null,
  }
  const before = await until(
    () => door.ask('/c/counted/room-states.json'),
    ({ status }) => status === 200,
  )
  expect(JSON.parse(before.text)).toEqual({
    rooms: [{ ...known, state: 'unknown', origin: null, at: null, count: null }],
    likelyFull: [],
    mostPicked: [],
  })
  const { next, answer } = await listenLive(door.port, `rooms:${conference.id}`)
  expect([answer.statusCode, await next()]).toEqual([
    200,
    { topic: `rooms:${conference.id}`, version: expect.any(Number) },
  ])
  const { readAt } = await count(10)
  expect(await next()).toEqual({ topic: `rooms:${conference.id}`, version: expect.any(Number) })
  const after = await door.ask('/c/counted/room-states.json', {
    headers: { 'if-none-match': before.headers.etag ?? '' },
  })
  expect([after.status, JSON.parse(after.text)]).toEqual([
    200,
    {
      rooms: [{ ...known, state: 'full', origin: 'door', at: readAt.toISOString(), count: 10 }],
      likelyFull: [],
      mostPicked: [],
    },
  ])
  expect(
    (await door.ask('/c/counted/room-states.json', { headers: { 'if-none-match': after.headers.etag ?? '' } })).status,
  ).toBe(304)
  const fosdem = await door.ask('/c/counted/rooms.json')
  expect([fosdem.headers['access-control-allow-origin'], JSON.parse(fosdem.text)]).toEqual([
    '*',
    [{ roomname: 'Hall', state: '1' }],
  ])
  answer.destroy()
})

it('gathers many readings into few readings of the database, and loses none', async () => {
  const { count } = await makeHall('busy')
  await until(
    () => door.ask('/c/busy/room-states.json'),
    ({ status }) => status === 200,
  )
  await Promise.all(Array.from({ length: 60 }, () => count(1)))
  const { text } = await until(
    () => door.ask('/c/busy/room-states.json'),
    (answer) => JSON.parse(answer.text).rooms[0].count === 60,
  )
  expect(JSON.parse(text).rooms[0]).toMatchObject({ count: 60, state: 'full' })
})

it('shows the rooms of a private conference to its members only', async () => {
  const { conference } = await makeHall('secret', 'private')
  const [member, stranger] = [await signIn(db), await signIn(db)]
  await db.membership.create({ data: { conferenceId: conference.id, userId: member.user.id, role: 'attendee' } })
  const askAs = (cookie: string) => door.ask('/c/secret/room-states.json', { headers: { cookie } })
  const seen = await until(
    () => askAs(member.cookie),
    ({ status }) => status === 200,
  )
  expect([seen.headers['cache-control'], (await askAs('')).status, (await askAs(stranger.cookie)).status]).toEqual([
    'private, no-cache',
    404,
    404,
  ])
})
