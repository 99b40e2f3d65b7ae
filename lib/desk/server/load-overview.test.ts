import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { countingClient } from '@/tests/query-counter'
import type { Need } from '../needs'
import { loadOverview } from './load-overview'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const at = (time: string) => new Date(`2026-03-24T${time}:00Z`)

// Sessions at 8, 9 and 10 UTC, the second and the third in the hall; Paris is an hour ahead.
let conference: Awaited<ReturnType<typeof makeConference>>
let hall: string
beforeEach(async () => {
  conference = await makeConference(db, { sessions: 3 })
  const room = await db.room.create({ data: { conferenceId: conference.id, slug: 'hall', name: 'Hall', capacity: 2 } })
  hall = room.id
  await db.sessionRoom.createMany({
    data: conference.sessionIds.slice(1).map((sessionId) => ({ sessionId, roomId: hall })),
  })
})

async function pick(sessionId: string, people: number): Promise<void> {
  for (let person = 0; person < people; person++) {
    const { id: userId } = await db.user.create({ data: { email: `${randomUUID()}@example.org` } })
    await db.pick.create({
      data: { userId, conferenceId: conference.id, sessionId, rank: 'first', revision: 1, updatedAt: at('07:00') },
    })
  }
}

it('tells what is likely to overflow, and the day on which it does', async () => {
  const [, second = ''] = conference.sessionIds
  await pick(second, 6)
  const { needs, days, day, demand } = await loadOverview(db, conference, undefined, at('07:30'))
  expect(
    needs.map((need) => (need.kind === 'overflow' ? [need.session.title, need.expected, need.capacity] : need)),
  ).toEqual([['Session 2', 6, 2]])
  expect([days, day]).toEqual([['2026-03-24'], '2026-03-24'])
  expect(
    demand?.rows.map(({ room, bars }) => [
      room.name,
      bars.map(({ session, demand: of }) => [session.title, of === 'few' ? of : of?.picks]),
    ]),
  ).toEqual([
    [
      'Hall',
      [
        ['Session 2', 5],
        ['Session 3', 'few'],
      ],
    ],
  ])
  // What is over needs nobody any more.
  expect((await loadOverview(db, conference, undefined, at('12:00'))).needs).toEqual([])
})

it('has a session in two rooms take as many as both hold together', async () => {
  const [, second = '', third = ''] = conference.sessionIds
  await db.sessionRoom.deleteMany({ where: { sessionId: third } })
  const loft = await db.room.create({
    data: { conferenceId: conference.id, slug: 'loft', name: 'Loft', capacity: 6, position: 1 },
  })
  await db.sessionRoom.create({ data: { sessionId: second, roomId: loft.id, position: 1 } })
  await pick(second, 6)
  const { needs, demand } = await loadOverview(db, conference, undefined, at('07:30'))
  expect(needs).toEqual([])
  expect(demand?.rows.map(({ room, bars }) => [room.name, bars.map(({ session }) => session.capacity)])).toEqual([
    ['Hall', [8]],
    ['Loft', [8]],
  ])
})

it('tells sources that wait or fail: one that is not checked by itself at its first failure', async () => {
  // They are told in the order in which they came, which may be within one millisecond.
  let came = 0
  const source = (name: string, failures: number, checkMinutes: number) =>
    db.source.create({
      data: {
        conferenceId: conference.id,
        name,
        format: 'csv',
        failures,
        checkMinutes,
        createdAt: at(`06:0${came++}`),
      },
    })
  await source('Failing', 3, 60)
  await source('Once, and tried again by itself', 1, 60)
  await source('Once, by hand', 1, 0)
  await db.waitingImport.create({
    data: {
      sourceId: (await source('Waiting', 2, 60)).id,
      contentHash: 'content',
      changesHash: 'changes',
      address: 'https://example.org/schedule.csv',
      format: 'csv',
      files: Buffer.from('x'),
      fetched: [],
      problems: [],
      bytes: 1,
      reasons: ['gone'],
    },
  })
  expect((await loadOverview(db, conference, undefined, at('07:30'))).needs.map(told)).toEqual([
    ['sourceFailing', 'Failing'],
    ['sourceFailing', 'Once, by hand'],
    ['sourceWaiting', 'Waiting'],
    ['sourceFailing', 'Waiting'],
  ])
})

function told(need: Need): unknown[] {
  return [need.kind, ...('source' in need ? [need.source.name] : [])]
}

it('tells of a session whose speaker cannot be there, by who they are by now', async () => {
  const conferenceId = conference.id
  const [first = ''] = conference.sessionIds
  const person = (slug: string) => db.speaker.create({ data: { conferenceId, slug, name: slug } })
  const [eve, twin] = [await person('eve'), await person('twin')]
  await db.sessionSpeaker.create({ data: { sessionId: first, speakerId: eve.id } })
  await db.absence.create({ data: { conferenceId, speakerId: twin.id, startAt: at('08:30'), endAt: at('10:00') } })
  await db.merge.create({
    data: {
      ...{ conferenceId, kind: 'speaker', partId: twin.id, intoId: eve.id, name: 'twin', intoName: 'eve' },
      moved: {},
    },
  })
  const { needs } = await loadOverview(db, conference, undefined, at('07:30'))
  expect(needs.map((need) => (need.kind === 'speakerAway' ? [need.name, need.absent.session.title] : need))).toEqual([
    ['eve', 'Session 1'],
  ])
})

it('is silent of a double booking that somebody ignored on the board, and counts it', async () => {
  const conferenceId = conference.id
  const [, second = '', third = ''] = conference.sessionIds
  await db.session.update({ where: { id: third }, data: { startAt: at('09:30') } })
  const look = async () => {
    const { needs, ignored } = await loadOverview(db, conference, undefined, at('07:30'))
    return [needs.map(({ kind }) => kind), ignored]
  }
  expect(await look()).toEqual([['doubleBooked'], 0])
  await db.draft.create({ data: { conferenceId } })
  await db.ignoredWarning.create({ data: { conferenceId, key: ['roomTwice', ...[second, third].sort()].join(' ') } })
  expect(await look()).toEqual([[], 1])
})

it('says no more of two looks that lie one person apart', async () => {
  const [, second = ''] = conference.sessionIds
  const look = async () => (await loadOverview(db, conference, undefined, at('07:30'))).demand?.rows[0]?.bars[0]?.demand
  await pick(second, 4)
  const few = await look()
  await pick(second, 1)
  const five = await look()
  await pick(second, 1)
  expect([few, await look()]).toEqual(['few', five])
})

it('tells what people in a room say against its count', async () => {
  const [, second = ''] = conference.sessionIds
  const { id: stewardLinkId } = await db.stewardLink.create({
    data: { conferenceId: conference.id, roomId: hall, tokenHash: randomUUID(), name: 'Door' },
  })
  const reading = { conferenceId: conference.id, roomId: hall }
  await db.reading.create({
    data: { ...reading, id: randomUUID(), kind: 'level', level: 'open', stewardLinkId, readAt: at('09:05') },
  })
  for (const person of ['one', 'two'])
    await db.reading.create({
      data: {
        ...reading,
        id: randomUUID(),
        sessionId: second,
        kind: 'level',
        level: 'full',
        deviceId: randomUUID(),
        origin: person,
        readAt: at('09:10'),
      },
    })
  const { needs } = await loadOverview(db, conference, undefined, at('09:12'))
  const room = { id: hall, name: 'Hall', capacity: 2 }
  expect(needs).toEqual([{ kind: 'contradicted', room, counted: 'open', said: 'full', voices: 2 }])
})

it('asks each table once, however many sessions', async () => {
  const few = await countQueries(() => loadOverview(counting, conference, undefined, at('09:10')))
  const large = await makeConference(db, { sessions: 40 })
  expect(await countQueries(() => loadOverview(counting, large, undefined, at('09:10')))).toBeLessThanOrEqual(few)
})
