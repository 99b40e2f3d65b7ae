import pg from 'pg'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { signOutEverywhere } from '@/lib/people/server/mutations'
import { endSignIn } from '@/lib/people/server/sign-ins'
import { testDatabase } from '@/tests/db'
import { makeConference, openDoor, signIn, touch, until } from '@/tests/front-door'
import { listenLive } from '@/tests/live'
import { Conferences } from './documents/conferences'

const { db, url } = await testDatabase()
const [open, closed] = [await makeConference(db, 'open'), await makeConference(db, 'closed', 'private')]
const door = await openDoor({ db, url })

const listen = (topics: string, cookie?: string) => listenLive(door.port, topics, cookie)

it('says how a topic stands, then each move', async () => {
  const topic = `conference:${open.id}`
  const { next, answer } = await listen(topic)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    // nginx would gather what comes, and hand it on when it is much.
    'x-accel-buffering': 'no',
  })
  expect(await next()).toEqual({ topic, version: 1 })
  await touch(db, open.id)
  expect(await next()).toEqual({ topic, version: 2 })
  answer.destroy()
})

it('tells the more screens to take their time together, the more they are to ask for', async () => {
  const hall = await makeConference(db, 'hall')
  const topic = `conference:${hall.id}`
  const first = await until(
    () => listen(topic),
    ({ answer }) => answer.statusCode === 200,
  )
  await first.next()
  await touch(db, hall.id)
  expect(await first.next()).toEqual({ topic, version: 2 })
  const others = await Promise.all(Array.from({ length: 999 }, () => listen(topic)))
  for (const { next } of others) await next()
  await touch(db, hall.id)
  expect(await first.next()).toEqual({ topic, version: 3, spreadMs: 3000 })
  for (const { answer } of [first, ...others]) answer.destroy()
})

it('tells a hall once of all that happens while it asks, and at once that there is nothing more', async () => {
  const hall = await makeConference(db, 'busy')
  const topic = `conference:${hall.id}`
  const first = await until(
    () => listen(topic),
    ({ answer }) => answer.statusCode === 200,
  )
  const others = await Promise.all(Array.from({ length: 299 }, () => listen(topic)))
  for (const { next } of [first, ...others]) await next()
  await touch(db, hall.id)
  expect(await first.next()).toEqual({ topic, version: 2, spreadMs: 900 })
  for (let more = 0; more < 3; more++) await touch(db, hall.id)
  expect(await first.next()).toEqual({ topic, version: 5, spreadMs: 900 })
  await db.conference.update({
    where: { id: hall.id },
    data: { deletedAt: new Date(), visibilityBefore: 'public', visibility: 'private' },
  })
  expect(await first.next()).toMatchObject({ topic, version: null })
  for (const { answer } of [first, ...others]) answer.destroy()
})

it('pokes a person about what they wrote elsewhere, and nobody else', async () => {
  const [ada, bob] = [await signIn(db), await signIn(db)]
  const [hers, his] = [await listen('person', ada.cookie), await listen('person', bob.cookie)]
  expect([await hers.next(), await his.next()]).toEqual([
    { topic: 'person', version: 0 },
    { topic: 'person', version: 0 },
  ])
  await db.user.update({ where: { id: ada.user.id }, data: { revision: { increment: 3 } } })
  await db.user.update({ where: { id: bob.user.id }, data: { revision: { increment: 1 } } })
  expect([await hers.next(), await his.next()]).toEqual([
    { topic: 'person', version: 3 },
    { topic: 'person', version: 1 },
  ])
  for (const { answer } of [hers, his]) answer.destroy()
})

it('lets members hear a private conference, and gives others nothing to listen to', async () => {
  const [member, stranger] = [await signIn(db), await signIn(db)]
  await db.membership.create({ data: { conferenceId: closed.id, userId: member.user.id, role: 'attendee' } })
  const topic = `conference:${closed.id}`
  const heard = await listen(topic, member.cookie)
  expect(await heard.next()).toEqual({ topic, version: 1 })
  heard.answer.destroy()
  const others = [
    await door.ask(`/api/live?topics=${topic},person`),
    await door.ask(`/api/live?topics=${topic}`, { headers: { cookie: stranger.cookie } }),
    await door.ask('/api/live'),
  ]
  expect(others.map(({ status }) => status)).toEqual([204, 204, 204])
  const mixed = await listen(`${topic},conference:${open.id}`)
  expect([await mixed.next(), await mixed.next()]).toEqual([
    { topic: `conference:${open.id}`, version: expect.any(Number) },
    { topic, version: null },
  ])
  mixed.answer.destroy()
})

it('ends the streams of a conference that is no longer for everyone, or gone', async () => {
  const [hidden, removed] = [await makeConference(db, 'hidden'), await makeConference(db, 'removed')]
  const streams = await Promise.all(
    [hidden, removed].map(async ({ id }) =>
      until(
        () => listen(`conference:${id}`),
        ({ answer }) => answer.statusCode === 200,
      ),
    ),
  )
  for (const { next } of streams) await next()
  await db.conference.update({ where: { id: hidden.id }, data: { visibility: 'private', version: { increment: 1 } } })
  await db.conference.delete({ where: { id: removed.id } })
  const [first, second] = [streams[0], streams[1]]
  expect([await first?.next(), await first?.next(), await first?.next()]).toEqual([
    { topic: `conference:${hidden.id}`, version: 2 },
    { topic: `conference:${hidden.id}`, version: null },
    undefined,
  ])
  expect([await second?.next(), await second?.next()]).toEqual([
    { topic: `conference:${removed.id}`, version: null },
    undefined,
  ])
})

it('says of a conference that it is gone to who comes later, and has them ask again when it is back', async () => {
  const [bin, { cookie }] = [await makeConference(db, 'bin'), await signIn(db)]
  const [topic, person] = [`conference:${bin.id}`, { topic: 'person', version: 0 }]
  const hear = () => listen(`${topic},person`, cookie)
  const binned = { deletedAt: new Date(), visibility: 'private', visibilityBefore: 'public' } as const
  const restored = { deletedAt: null, visibility: 'public', visibilityBefore: null, version: 2 } as const
  const known = await until(
    () => listen(topic),
    ({ answer }) => answer.statusCode === 200,
  )
  known.answer.destroy()
  const first = await hear()
  expect([await first.next(), await first.next()]).toEqual([{ topic, version: 1 }, person])
  await db.conference.update({ where: { id: bin.id }, data: binned })
  expect([await first.next(), await first.next()]).toEqual([{ topic, version: null }, undefined])
  const later = await hear()
  expect([await later.next(), await later.next()]).toEqual([person, { topic, version: null }])
  await db.conference.update({ where: { id: bin.id }, data: restored })
  expect(await later.next()).toBeUndefined()
  const back = await hear()
  expect([await back.next(), await back.next()]).toEqual([{ topic, version: 2 }, person])
  back.answer.destroy()
})

it('ends the streams that somebody put out may not hear, and a closed conference’s to its rooms alone', async () => {
  const [member, other] = [await signIn(db), await signIn(db)]
  for (const { user } of [member, other])
    await db.membership.create({ data: { conferenceId: closed.id, userId: user.id, role: 'attendee' } })
  const [theirs, others] = [
    await listen(`rooms:${closed.id}`, member.cookie),
    await listen(`rooms:${closed.id}`, other.cookie),
  ]
  for (const { next } of [theirs, others]) await next()
  await db.membership.deleteMany({ where: { userId: member.user.id } })
  expect(await theirs.next()).toBeUndefined()
  expect((await door.ask(`/api/live?topics=rooms:${closed.id}`, { headers: { cookie: member.cookie } })).status).toBe(
    204,
  )
  others.answer.destroy()
  const closing = await makeConference(db, 'closing')
  const listeners = await Promise.all(
    ['rooms', 'announcements'].map((kind) =>
      until(
        () => listen(`${kind}:${closing.id}`),
        ({ answer }) => answer.statusCode === 200,
      ),
    ),
  )
  for (const { next } of listeners) await next()
  await db.conference.update({ where: { id: closing.id }, data: { visibility: 'private' } })
  for (const { next } of listeners) expect(await next()).toBeUndefined()
})

it('tells organizers alone that their draft moved, and no longer whoever is one no more', async () => {
  const board = await makeConference(db, 'board')
  const [organizer, steward, stranger] = [await signIn(db), await signIn(db), await signIn(db)]
  const join = (userId: string, role: 'organizer' | 'steward') =>
    db.membership.create({ data: { conferenceId: board.id, userId, role } })
  await join(organizer.user.id, 'organizer')
  await join(steward.user.id, 'steward')
  const topic = `draft:${board.id}`
  const ask = (cookie = '') => door.ask(`/api/live?topics=${topic}`, { headers: { cookie } })
  const heard = await until(
    () => listen(topic, organizer.cookie),
    ({ answer }) => answer.statusCode === 200,
  )
  expect(await heard.next()).toEqual({ topic, version: 0 })
  await db.draft.create({ data: { conferenceId: board.id, version: 1 } })
  expect(await heard.next()).toEqual({ topic, version: 1 })
  const again = await listen(`conference:${board.id},${topic}`, organizer.cookie)
  expect([await again.next(), await again.next()]).toEqual([
    { topic: `conference:${board.id}`, version: 1 },
    { topic, version: 1 },
  ])
  again.answer.destroy()
  expect((await Promise.all([ask(), ask(steward.cookie), ask(stranger.cookie)])).map(({ status }) => status)).toEqual([
    204, 204, 204,
  ])
  await db.membership.updateMany({ where: { userId: organizer.user.id }, data: { role: 'attendee' } })
  expect(await heard.next()).toBeUndefined()
  expect((await ask(organizer.cookie)).status).toBe(204)
})

it('ends a person’s streams with the sign-in that opened them, everywhere, and with the account', async () => {
  const ends: ((person: Awaited<ReturnType<typeof signIn>>) => Promise<unknown>)[] = [
    ({ user, signInId }) => endSignIn(db, user.id, signInId, new Date()),
    ({ user }) => signOutEverywhere(db, user.id, new Date()),
    ({ user }) => db.user.delete({ where: { id: user.id } }),
  ]
  for (const end of ends) {
    const person = await signIn(db)
    const { next } = await listen('person', person.cookie)
    expect(await next()).toEqual({ topic: 'person', version: 0 })
    await end(person)
    expect(await next()).toBeUndefined()
    expect((await door.ask('/api/live?topics=person', { headers: { cookie: person.cookie } })).status).toBe(204)
  }
})

it('hears again after the connection for notifications was lost, and what it missed', async () => {
  const conferences = await Conferences.open({ db, url, log: pino({ level: 'silent' }) })
  const moved = new Promise((done) => conferences.onMove((move) => move.version === 7 && done(move)))
  const { next } = await listen('person', (await signIn(db)).cookie)
  expect(await next()).toEqual({ topic: 'person', version: 0 })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // The trigger is off: nobody is notified of this move.
  await client.query(
    'ALTER TABLE "Conference" DISABLE TRIGGER conference_moved; UPDATE "Conference" SET version = 7 WHERE id = ' +
      `'${open.id}'; ALTER TABLE "Conference" ENABLE TRIGGER conference_moved`,
  )
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND ' +
      "application_name = 'hallway-live'",
  )
  await client.end()
  expect(await moved).toEqual({ kind: 'conference', id: open.id, version: 7 })
  // A right may have ended meanwhile: whoever hears as a person comes back and is asked.
  let heard = await next()
  while (heard) heard = await next()
  await conferences.close()
})

it('leaves room for others: one person has so many streams, an address most of them but not all', async () => {
  const { cookie } = await signIn(db)
  const streams = []
  for (let number = 0; number < 45; number++) streams.push(await listen('person', cookie))
  expect(streams.map(({ answer }) => answer.statusCode)).toEqual([
    ...Array<number>(40).fill(200),
    ...Array<number>(5).fill(429),
  ])
  streams[0]?.answer.destroy()
  const again = await until(
    () => listen('person', cookie),
    ({ answer }) => answer.statusCode === 200,
  )
  const guest = await listen(`conference:${open.id}`)
  expect(guest.answer.statusCode).toBe(200)
  for (const { answer } of [...streams, again, guest]) answer.destroy()
})

it('ends all streams and takes no new ones when it shuts down', async () => {
  const { next } = await listen(`conference:${open.id}`)
  await next()
  await door.close()
  expect(await next()).toBeUndefined()
  await expect(door.ask('/api/health')).rejects.toThrow('ECONNREFUSED')
})
