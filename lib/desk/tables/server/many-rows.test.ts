import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { makePerson } from '@/tests/factories/person'
import { countingClient } from '@/tests/query-counter'
import type { TableCells, TableKind } from '../columns'
import type { RowEdit } from '../schema'
import { editTable } from './edit-table'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const now = new Date('2026-03-20T12:00:00Z')
const timeZone = 'Europe/Paris'

/** A conference whose sessions each have a room, a track and a speaker of their own, all of them said by a source. */
async function makePlace(count: number) {
  const { id: conferenceId, sessionIds } = await makeConference(db, { sessions: count })
  const { id: userId } = await makePerson(db)
  const named = (kind: string, nth: number) => ({ conferenceId, slug: `${kind}-${nth}`, name: `${kind} ${nth}` })
  const rows = <Row>(make: (nth: number) => Row) => sessionIds.map((_, nth) => make(nth))
  const [id, imported] = [{ id: true }, { floor: null, capacity: 10, capacityKind: 'seats' }]
  const rooms = await db.room.createManyAndReturn({
    data: rows((nth) => ({ ...named('hall', nth), capacity: 10, imported: { name: `hall ${nth}`, ...imported } })),
    select: id,
  })
  const speakers = await db.speaker.createManyAndReturn({ data: rows((nth) => named('ann', nth)), select: id })
  const tracks = await db.track.createManyAndReturn({
    data: rows((nth) => ({ ...named('way', nth), color: 1 })),
    select: id,
  })
  await db.sessionRoom.createMany({
    data: rows((nth) => ({ sessionId: sessionIds[nth] ?? '', roomId: rooms[nth]?.id ?? '' })),
  })
  const idsOf = (all: readonly { id: string }[]) => all.map((one) => one.id)
  const write = async (kind: TableKind, edits: RowEdit[]) => {
    const step = { kind, timeZone, isTrial: false, rows: edits }
    const done = await editTable(counting, granted<'editSchedule'>(conferenceId, userId), step, now)
    if ('problems' in done) throw new Error(JSON.stringify(done.problems))
    return done.ids.length
  }
  const all = (ids: readonly string[], set: TableCells, seen: TableCells) => ids.map((id) => ({ id, set, seen }))
  return {
    ...{ conferenceId, sessionIds, write, rows, all },
    ...{ rooms: idsOf(rooms), speakers: idsOf(speakers), tracks: idsOf(tracks) },
  }
}

/** How many statements each step of a table sends for so many rows. */
async function statements(count: number) {
  const { write, rows, all, sessionIds, rooms, speakers, tracks } = await makePlace(count)
  const added = (kind: string) => rows((nth) => ({ id: null, set: { name: `${kind} new ${nth}` }, seen: {} }))
  const steps: [string, TableKind, RowEdit[]][] = [
    ['rooms added', 'rooms', added('hall')],
    ['rooms corrected', 'rooms', all(rooms, { capacity: '20', zone: 'North' }, { capacity: '10', zone: '' })],
    ['tracks added', 'tracks', added('way')],
    ['tracks coloured', 'tracks', all(tracks, { color: '7' }, { color: '1' })],
    ['speakers corrected', 'speakers', all(speakers, { company: 'Acme' }, { company: '' })],
    ['a level', 'sessions', all(sessionIds, { level: 'beginner' }, { level: '' })],
    [
      'another room',
      'sessions',
      sessionIds.map((id, nth) => ({ id, set: { room: `hall new ${nth}` }, seen: { room: `hall ${nth}` } })),
    ],
    [
      'speakers',
      'sessions',
      sessionIds.map((id, nth) => ({ id, set: { speakers: `ann ${nth}, Acme; Bo ${nth}` }, seen: { speakers: '' } })),
    ],
  ]
  const counts: [string, number][] = []
  for (const [what, kind, edits] of steps) {
    counts.push([what, await countQueries(async () => expect(await write(kind, edits)).toBe(count))])
  }
  return counts
}

it('takes as many statements for many rows as for few', async () => {
  expect(await statements(40)).toEqual(await statements(2))
})
