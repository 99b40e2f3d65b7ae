import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { countingClient } from '@/tests/query-counter'
import { loadLook, loadOutcomes } from './load-after'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const at = (time: string) => new Date(`2026-03-24T${time}:00Z`)

// Sessions at 8, 9 and 10 UTC, the second and the third in the hall; Paris is an hour ahead.
let conference: Awaited<ReturnType<typeof makeConference>>
let [hall, link] = ['', '']
beforeEach(async () => {
  conference = await makeConference(db, { sessions: 3 })
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall', capacity: 9 } })
  hall = room.id
  await db.sessionRoom.createMany({
    data: conference.sessionIds.slice(1).map((sessionId) => ({ sessionId, roomId: hall })),
  })
  const made = await db.stewardLink.create({
    data: { conferenceId: conference.id, roomId: hall, tokenHash: randomUUID(), name: 'Door' },
  })
  link = made.id
})

const person = async () => (await db.user.create({ data: { email: `${randomUUID()}@example.org` } })).id
async function pick(sessionId: string, people: number, createdAt = at('07:00')): Promise<void> {
  for (let one = 0; one < people; one++)
    await db.pick.create({
      data: {
        ...{ userId: await person(), conferenceId: conference.id, sessionId, createdAt },
        rank: 'first',
        revision: 1,
      },
    })
}
const count = (time: string, delta: number) =>
  db.reading.create({
    data: {
      ...{ id: randomUUID(), conferenceId: conference.id, roomId: hall, stewardLinkId: link },
      ...{ kind: 'count', delta, readAt: at(time) },
    },
  })

it('tells of each session how many had picked it, the most that were in, and who was turned away', async () => {
  const [, second = '', third = ''] = conference.sessionIds
  await pick(second, 6)
  await pick(third, 4)
  for (const [time, delta] of [
    ['08:40', 4],
    ['09:10', 4],
    ['09:12', -3],
    ['09:14', 2],
  ] as const)
    await count(time, delta)
  const away = {
    conferenceId: conference.id,
    sessionId: second,
    kind: 'level',
    level: 'full',
    readAt: at('09:05'),
  } as const
  const both = await person()
  await db.attendance.create({
    data: { userId: both, sessionId: second, conferenceId: conference.id, status: 'couldNotGetIn', revision: 1 },
  })
  await db.reading.create({ data: { ...away, id: randomUUID(), roomId: hall, userId: both } })
  for (let one = 0; one < 4; one++)
    await db.reading.create({ data: { ...away, id: randomUUID(), roomId: hall, deviceId: randomUUID() } })
  expect(
    (await loadOutcomes(db, conference.id)).map(({ title, rooms, capacity, picks, peak, turnedAway }) => [
      ...[title, rooms, capacity, picks, peak, turnedAway],
    ]),
  ).toEqual([
    ['Session 1', [], null, 'few', null, null],
    ['Session 2', ['Hall'], 9, 5, 8, 5],
    ['Session 3', ['Hall'], 9, 'few', null, null],
  ])
})

it('looks back once the conference is over, forward before it begins, and not while it is on', async () => {
  const [, second = ''] = conference.sessionIds
  // Half past eleven at night in Paris is the day before in UTC.
  await pick(second, 6, new Date('2026-03-20T23:30:00Z'))
  expect([
    await loadLook(db, conference, new Date('2026-03-22T12:00:00Z')),
    await loadLook(db, conference, at('12:00')),
    (await loadLook(db, conference, new Date('2026-03-24T23:30:00Z'))).phase,
  ]).toEqual([
    {
      phase: 'coming',
      picks: [
        { date: '2026-03-21', picks: 5 },
        { date: '2026-03-22', picks: 5 },
      ],
    },
    { phase: 'on' },
    'past',
  ])
})

it('asks the database as often for three sessions as for one', async () => {
  const [one] = [await makeConference(db, { sessions: 1 })]
  expect(await countQueries(() => loadOutcomes(counting, conference.id))).toBe(
    await countQueries(() => loadOutcomes(counting, one.id)),
  )
})
