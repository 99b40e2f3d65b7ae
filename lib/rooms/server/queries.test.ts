import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { learnShowUp } from '../forecast'
import { listLikelyFull, listMostPicked, loadShowUp } from './forecasts'
import { loadRoomsNow } from './queries'

const { db } = await testDatabase()
const at = (time: string) => new Date(`2026-03-24T${time}:00Z`)
const nothingCounted = learnShowUp([])

let conference: Awaited<ReturnType<typeof makeConference>>
let hall: string
let loft: string
let linkId: string
beforeEach(async () => {
  // 8–9, 9–10, 10–11 UTC.
  conference = await makeConference(db, { sessions: 3 })
  const [first, second] = await db.room.createManyAndReturn({
    data: [
      { conferenceId: conference.id, slug: 'hall', name: 'Hall', capacity: 10, position: 0 },
      { conferenceId: conference.id, slug: 'loft', name: 'Loft', position: 1 },
    ],
  })
  ;[hall, loft] = [first?.id ?? '', second?.id ?? '']
  await db.sessionRoom.createMany({
    data: conference.sessionIds.map((sessionId, index) => ({
      sessionId,
      roomId: index === 2 ? loft : hall,
      position: 0,
    })),
  })
  linkId = (
    await db.stewardLink.create({
      data: { conferenceId: conference.id, roomId: hall, tokenHash: randomUUID(), name: 'Door' },
    })
  ).id
})

const count = (time: string, delta: number) =>
  db.reading.create({
    data: {
      id: randomUUID(),
      conferenceId: conference.id,
      roomId: hall,
      kind: 'count',
      delta,
      stewardLinkId: linkId,
      readAt: at(time),
    },
  })
const pick = async (sessionId: string, people: number) => {
  for (let index = 0; index < people; index++)
    await db.pick.create({
      data: { userId: (await makePerson(db)).id, sessionId, conferenceId: conference.id, rank: 'first', revision: 1 },
    })
}
const ask = (time: string) => loadRoomsNow(db, conference.id, nothingCounted, at(time))
const silent = { at: null, count: null, voices: 0, queueMinutes: null, delayMinutes: null }

describe('loadRoomsNow', () => {
  it('tells each room with the session that is on, or whose doors are open', async () => {
    const [first, second, third] = conference.sessionIds
    await count('08:50', 4)
    await count('09:05', 9)
    expect(await ask('09:06')).toEqual([
      {
        roomId: hall,
        sessionId: second,
        capacity: 10,
        occupancy: { ...silent, state: 'full', origin: 'door', at: at('09:05'), count: 13 },
      },
      { roomId: loft, sessionId: null, capacity: null, occupancy: { ...silent, state: 'unknown', origin: null } },
    ])
    expect((await ask('08:45')).map(({ sessionId }) => sessionId)).toEqual([first, null])
    expect((await ask('09:31')).map(({ sessionId }) => sessionId)).toEqual([second, third])
    expect((await ask('07:00')).map(({ sessionId }) => sessionId)).toEqual([null, null])
  })

  it('hears of a session only those who speak of it, and stewards of the room', async () => {
    const [first, second] = conference.sessionIds
    const says = (sessionId: string | undefined, level: string) =>
      db.reading.create({
        data: {
          id: randomUUID(),
          conferenceId: conference.id,
          roomId: hall,
          sessionId,
          kind: 'level',
          level,
          deviceId: randomUUID(),
          readAt: at('08:40'),
        },
      })
    await says(second, 'full')
    expect((await ask('08:45'))[0]).toMatchObject({ sessionId: first, occupancy: { state: 'unknown', voices: 0 } })
    await says(first, 'entered')
    expect((await ask('08:45'))[0]).toMatchObject({
      sessionId: first,
      occupancy: { state: 'open', origin: 'attendees', voices: 1 },
    })
    expect((await ask('09:00'))[0]).toMatchObject({ sessionId: second, occupancy: { state: 'full', voices: 1 } })
    await count('08:41', 3)
    expect((await ask('08:45'))[0]).toMatchObject({ occupancy: { state: 'open', origin: 'door', count: 3 } })
  })

  it('counts on where nothing is on, from the end of what was', async () => {
    await count('09:50', 10)
    await count('10:05', 3)
    expect((await ask('10:10'))[0]).toMatchObject({
      sessionId: null,
      occupancy: { state: 'open', origin: 'door', count: 3 },
    })
  })

  it('forecasts from first choices where nobody has counted', async () => {
    await pick(conference.sessionIds[1] ?? '', 12)
    expect((await ask('09:00'))[0]?.occupancy).toEqual({ ...silent, state: 'full', origin: 'forecast' })
  })

  it('hears nothing that was muted, nor of another conference', async () => {
    await count('09:01', 10)
    await db.reading.updateMany({ where: { conferenceId: conference.id }, data: { mutedAt: at('09:02') } })
    const elsewhere = await makeConference(db, { sessions: 1 })
    const room = await db.room.create({ data: { conferenceId: elsewhere.id, slug: 'hall', name: 'Hall' } })
    await db.reading.create({
      data: {
        id: randomUUID(),
        conferenceId: elsewhere.id,
        roomId: room.id,
        kind: 'level',
        level: 'full',
        readAt: at('09:02'),
      },
    })
    expect((await ask('09:05')).map(({ occupancy }) => occupancy.state)).toEqual(['unknown', 'unknown'])
  })
})

describe('the forecast', () => {
  it('learns from the sessions that were counted and are over', async () => {
    await pick(conference.sessionIds[0] ?? '', 4)
    await count('08:00', 10)
    await count('08:30', -2)
    expect(await loadShowUp(db, conference.id, at('08:59'))).toEqual(nothingCounted)
    expect(await loadShowUp(db, conference.id, at('09:00'))).toEqual(
      learnShowUp([{ picks: 4, count: 8, capacity: 10 }]),
    )
  })

  it('takes a session in two rooms for full once both are', async () => {
    const first = conference.sessionIds[0] ?? ''
    const loft = await db.room.create({
      data: { conferenceId: conference.id, slug: 'annex', name: 'Annex', capacity: 6 },
    })
    await db.sessionRoom.create({ data: { sessionId: first, roomId: loft.id, position: 1 } })
    await pick(first, 4)
    await count('08:00', 12)
    expect(await loadShowUp(db, conference.id, at('09:00'))).toEqual(
      learnShowUp([{ picks: 4, count: 12, capacity: 16 }]),
    )
    await db.room.update({ where: { id: loft.id }, data: { capacity: null } })
    expect(await loadShowUp(db, conference.id, at('09:00'))).toEqual(
      learnShowUp([{ picks: 4, count: 12, capacity: null }]),
    )
  })

  it('names what is still to come and not unlikely to be full', async () => {
    const [, second = '', third = ''] = conference.sessionIds
    await pick(second, 11)
    await pick(third, 50)
    expect(
      (await listLikelyFull(db, conference.id, nothingCounted, at('08:00'))).map(({ sessionId, state }) => [
        sessionId,
        state,
      ]),
    ).toEqual([[second, 'full']])
    expect(await listLikelyFull(db, conference.id, nothingCounted, at('09:00'))).toEqual([])
  })

  it('names what most people pick of what is still to come, and nothing that one alone picked', async () => {
    const [first = '', second = '', third = ''] = conference.sessionIds
    await pick(first, 1)
    await pick(second, 2)
    await pick(third, 3)
    expect(await listMostPicked(db, conference.id, at('07:00'))).toEqual([third, second])
    await db.pick.updateMany({ where: { sessionId: third }, data: { rank: 'planB' } })
    expect(await listMostPicked(db, conference.id, at('07:00'))).toEqual([second])
    expect(await listMostPicked(db, conference.id, at('23:00'))).toEqual([])
  })
})
