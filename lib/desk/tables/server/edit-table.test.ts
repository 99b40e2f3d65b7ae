import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { makePerson } from '@/tests/factories/person'
import type { TableCells, TableKind } from '../columns'
import { editTable } from './edit-table'
import { readTable } from './read-table'
import { undoTable } from './undo-table'

const { db } = await testDatabase()
const now = new Date('2026-03-20T12:00:00Z')
const timeZone = 'Europe/Paris'

async function makePlace(sessions = 2) {
  const conference = await makeConference(db, { sessions })
  const { id: conferenceId, sessionIds } = conference
  const organizer = await makePerson(db)
  const [hall, loft] = await Promise.all(
    ['Hall', 'Loft'].map((name, position) =>
      db.room.create({ data: { conferenceId, slug: name.toLowerCase(), name, capacity: 100, position } }),
    ),
  )
  const proof = granted<'editSchedule'>(conferenceId, organizer.id)
  const write = (kind: TableKind, rows: { id?: string; set: TableCells; seen?: TableCells }[], isTrial = false) =>
    editTable(
      db,
      proof,
      { kind, timeZone, isTrial, rows: rows.map(({ id = null, set, seen = {} }) => ({ id, set, seen })) },
      now,
    )
  const undo = (kind: TableKind, rows: { id: string; set: TableCells; seen: TableCells }[], added: string[] = []) =>
    undoTable(db, proof, { kind, timeZone, rows, added }, now)
  const read = async (kind: TableKind) => (await readTable(db, proof, { kind, timeZone })).map(({ cells }) => cells)
  const version = async () => (await db.conference.findUniqueOrThrow({ where: { id: conferenceId } })).version
  return {
    ...{ conferenceId, proof, write, undo, read, version, sessionIds },
    ...{ hall: hall?.id ?? '', loft: loft?.id ?? '' },
  }
}

const room = (name: string, capacity = '', more: TableCells = {}): TableCells => {
  return { name, capacity, capacityKind: 'seats', floor: '', zone: '', ...more }
}

it('writes rooms that are there and adds those that are new, in one version', async () => {
  const { hall, write, read, version } = await makePlace()
  const before = await version()
  const done = await write('rooms', [
    { id: hall, set: { capacity: '120', floor: '2' }, seen: { capacity: '100', floor: '' } },
    { set: { name: 'Attic', capacity: '40' } },
  ])
  expect([done, await version()]).toEqual([
    {
      ids: [hall, expect.any(String)],
      collisions: 0,
      lines: [expect.objectContaining({ id: hall }), expect.objectContaining({ keys: ['attic'] })],
    },
    before + 1,
  ])
  expect(await read('rooms')).toEqual([room('Hall', '120', { floor: '2' }), room('Loft', '100'), room('Attic', '40')])
})

it('writes nothing where one row is wrong, and says all that is', async () => {
  const { hall, loft, write, read, version } = await makePlace()
  const [before, rooms] = [await version(), await read('rooms')]
  const answer = await write('rooms', [
    { id: hall, set: { capacity: '120' }, seen: { capacity: '100' } },
    { id: loft, set: { capacity: 'many', capacityKind: 'chairs' }, seen: { capacity: '100', capacityKind: 'seats' } },
    { set: { name: '', capacity: '0' } },
    { set: { name: 'HALL' } },
    { set: { name: 'Attic' } },
    { set: { name: 'attic' } },
    { id: randomUUID(), set: { capacity: '3' } },
  ])
  expect([answer, await read('rooms'), await version()]).toEqual([
    {
      ok: false,
      reason: 'rows-wrong',
      problems: [
        { row: 1, column: 'capacity', code: 'count' },
        { row: 1, column: 'capacityKind', code: 'choice' },
        { row: 2, column: 'name', code: 'required' },
        { row: 2, column: 'capacity', code: 'count' },
        { row: 3, column: 'name', code: 'name-taken' },
        { row: 5, column: 'name', code: 'name-taken' },
        { row: 6, column: null, code: 'gone' },
      ],
    },
    rooms,
    before,
  ])
})

it('gives no two rooms one name, but lets two change names', async () => {
  const { hall, loft, write } = await makePlace()
  const named = (id: string, name: string, seen: string) => ({ id, set: { name }, seen: { name: seen } })
  expect([
    await write('rooms', [named(hall, 'loft', 'Hall')]),
    await write('rooms', [named(hall, 'Loft', 'Hall'), named(loft, 'Hall', 'Loft')]),
  ]).toEqual([
    { ok: false, reason: 'rows-wrong', problems: [{ row: 0, column: 'name', code: 'name-taken' }] },
    expect.objectContaining({ ids: [hall, loft] }),
  ])
})

it('says of a trial what is wrong, and leaves all as it is', async () => {
  const { hall, write, read, version } = await makePlace()
  const [before, rooms] = [await version(), await read('rooms')]
  const rows = [{ id: hall, set: { capacity: '7' }, seen: { capacity: '100' } }, { set: { name: 'Attic' } }]
  expect([await write('rooms', rows, true), await read('rooms'), await version()]).toEqual([
    { ids: [], collisions: 0, lines: [] },
    rooms,
    before,
  ])
})

it('takes what somebody else wrote meanwhile for no mistake of theirs', async () => {
  const { hall, loft, write } = await makePlace()
  await db.room.update({ where: { id: hall }, data: { capacity: 90 } })
  const set = (id: string, capacity: string) => ({ id, set: { capacity }, seen: { capacity: '100' } })
  expect([
    await write('rooms', [set(hall, '120'), set(loft, '120')]),
    // What they wanted is so.
    await write('rooms', [set(hall, '90'), set(loft, '120')]),
  ]).toEqual([
    { ok: false, reason: 'rows-wrong', problems: [{ row: 0, column: 'capacity', code: 'changed', now: '90' }] },
    expect.objectContaining({ ids: [hall, loft] }),
  ])
})

it('takes a step back, but what was changed or used since', async () => {
  const { conferenceId, hall, loft, sessionIds, write, undo, read } = await makePlace()
  const set = (id: string) => ({ id, set: { capacity: '120' }, seen: { capacity: '100' } })
  const done = await write('rooms', [set(hall), set(loft), { set: { name: 'Attic' } }, { set: { name: 'Barn' } }])
  const [, , attic = '', barn = ''] = 'ids' in done ? done.ids : []
  await db.room.update({ where: { id: loft }, data: { capacity: 90 } })
  await db.sessionRoom.create({ data: { sessionId: sessionIds[0] ?? '', roomId: barn, position: 0 } })
  const back = (id: string) => ({ id, set: { capacity: '100' }, seen: { capacity: '120' } })
  const undone = await undo('rooms', [back(hall), back(loft)], [attic, barn])
  expect([undone, await read('rooms')]).toEqual([
    {
      left: [loft, barn],
      gone: [attic],
      lines: [hall, loft, barn].map((id): unknown => expect.objectContaining({ id })),
    },
    [room('Hall', '100'), room('Loft', '90'), room('Barn')],
  ])
  expect(await db.roomAlias.count({ where: { conferenceId, key: 'attic' } })).toBe(0)
})

it('keeps as their own what organizers write over a source, room by room', async () => {
  const { conferenceId, hall, proof, write } = await makePlace()
  const source = await db.source.create({ data: { conferenceId, format: 'csv', name: 'Sheet' } })
  const imported = { name: 'Hall', floor: null, capacity: 100, capacityKind: 'seats' }
  await db.room.update({ where: { id: hall }, data: { sourceId: source.id, imported } })
  await write('rooms', [{ id: hall, set: { capacity: '120' }, seen: { capacity: '100' } }])
  const [line] = await readTable(db, proof, { kind: 'rooms', timeZone, ids: [hall] })
  expect(line?.own).toEqual([[{ field: 'capacity', own: '120', says: '100' }]])
})

it('lets what is undone follow its source again, and nothing that was decided otherwise', async () => {
  const { conferenceId, hall, loft, proof, write, undo } = await makePlace()
  const source = await db.source.create({ data: { conferenceId, format: 'csv', name: 'Sheet' } })
  for (const [id, name] of [[hall, 'Hall'] as const, [loft, 'Loft'] as const])
    await db.room.update({
      where: { id },
      data: { sourceId: source.id, imported: { name, floor: null, capacity: 100, capacityKind: 'seats' } },
    })
  await write('rooms', [{ id: hall, set: { floor: '2' }, seen: { floor: '' } }])
  await write('rooms', [
    { id: hall, set: { capacity: '120' }, seen: { capacity: '100' } },
    { id: loft, set: { name: 'Attic' }, seen: { name: 'Loft' } },
  ])
  await undo('rooms', [
    { id: hall, set: { capacity: '100' }, seen: { capacity: '120' } },
    { id: loft, set: { name: 'Loft' }, seen: { name: 'Attic' } },
  ])
  const lines = await readTable(db, proof, { kind: 'rooms', timeZone, ids: [hall, loft] })
  expect(lines.map(({ cells, own }) => [cells.name, cells.capacity, own])).toEqual([
    ['Hall', '100', [[{ field: 'floor', own: '2', says: '' }]]],
    ['Loft', '100', []],
  ])
  await write('rooms', [{ id: loft, set: { name: 'Attic' }, seen: { name: 'Loft' } }])
  const [again] = await readTable(db, proof, { kind: 'rooms', timeZone, ids: [loft] })
  expect(again?.own).toEqual([[{ field: 'name', own: 'Attic', says: 'Loft' }]])
})

it('writes sessions as their form does, with a change each in the release of the day', async () => {
  const { conferenceId, sessionIds, write, read } = await makePlace()
  const [one = '', two = ''] = sessionIds
  const done = await write('sessions', [
    { id: one, set: { start: '10:00', end: '10:30', room: 'loft' }, seen: { start: '09:00', end: '10:00', room: '' } },
    { id: two, set: { room: 'Loft', speakers: 'Ann Lee, Acme; Bo', soldOut: '1' } },
  ])
  const plain = { dayOn: '2026-03-24', track: '', kind: 'talk', language: '', level: '', capacity: '' }
  const no = { soldOut: '', separateRegistration: '' }
  expect([done, await read('sessions')]).toEqual([
    expect.objectContaining({ ids: [one, two], collisions: 2 }),
    [
      { ...plain, ...no, title: 'Session 1', start: '10:00', end: '10:30', room: 'Loft', speakers: '' },
      {
        ...{ ...plain, ...no, soldOut: '1' },
        ...{ title: 'Session 2', start: '10:00', end: '11:00', room: 'Loft', speakers: 'Ann Lee, Acme; Bo' },
      },
    ],
  ])
  const changes = await db.change.findMany({ where: { conferenceId }, orderBy: { field: 'asc' } })
  expect(changes.map(({ sessionId, field }) => [sessionId, field]).toSorted()).toEqual(
    [
      [one, 'endAt'],
      [one, 'rooms'],
      [one, 'startAt'],
      [two, 'flags'],
      [two, 'rooms'],
      [two, 'speakers'],
    ].toSorted(),
  )
  expect(await db.release.findMany({ where: { conferenceId }, select: { kind: true, number: true } })).toEqual([
    { kind: 'edits', number: 1 },
  ])
})

it('says that sessions share a room or a speaker where the edit has to do with it', async () => {
  const { sessionIds, write } = await makePlace()
  const [one = '', two = ''] = sessionIds
  const shared = { start: '10:00', end: '11:00', room: 'Loft', speakers: 'Bo' }
  const collisions = async (set: TableCells, seen: TableCells = {}) => {
    const done = await write('sessions', [{ id: one, set, seen }])
    return 'collisions' in done ? done.collisions : done.problems
  }
  await write('sessions', [{ id: two, set: shared, seen: { start: '10:00', end: '11:00' } }])
  expect([
    await collisions({ start: '10:00', end: '11:00', room: 'Loft' }, { start: '09:00', end: '10:00' }),
    await collisions({ title: 'Fog' }, { title: 'Session 1' }),
    await collisions({ kind: 'workshop' }, { kind: 'talk' }),
    await collisions({ track: '', level: 'Beginner' }),
    await collisions({ end: '10:45' }, { end: '11:00' }),
    await collisions({ speakers: 'Bo' }),
    await collisions({ title: 'Fog', room: '' }, { title: 'Fog', room: 'Loft' }),
    await collisions({ kind: 'container' }, { kind: 'workshop' }),
    await collisions({ kind: 'talk' }, { kind: 'container' }),
  ]).toEqual([1, 0, 0, 0, 1, 1, 1, 0, 1])
})

it('says of sessions which room, time or kind there is not', async () => {
  const { sessionIds, write } = await makePlace(4)
  const seen = { room: '', start: '', end: '', kind: 'talk' }
  const ask = [
    { room: 'Nowhere', track: 'None' },
    { kind: 'dance', dayOn: 'Monday' },
    { end: '07:00' },
    { dayOn: '2026-03-29', start: '02:30', end: '' },
  ]
  const cells = { dayOn: '2026-03-24', kind: 'talk', room: '', track: '' }
  const answer = await write(
    'sessions',
    ask.map((set, index) => {
      const hours = [index + 9, index + 10].map((hour) => `${`${hour}`.padStart(2, '0')}:00`)
      return { id: sessionIds[index], set, seen: { ...seen, ...cells, start: hours[0], end: hours[1] } }
    }),
  )
  expect('problems' in answer && answer.problems).toEqual([
    { row: 0, column: 'room', code: 'no-such-room' },
    { row: 0, column: 'track', code: 'no-such-track' },
    { row: 1, column: 'dayOn', code: 'day' },
    { row: 1, column: 'kind', code: 'choice' },
    { row: 2, column: 'end', code: 'end-before-start' },
    { row: 3, column: 'start', code: 'time-skipped' },
  ])
})

it('leaves what was not set as it is to the letter', async () => {
  const { conferenceId, sessionIds, write } = await makePlace()
  const [id = ''] = sessionIds
  const jr = await db.speaker.create({ data: { conferenceId, slug: 'jr', name: 'Sam Davis, Jr.' } })
  await db.sessionSpeaker.create({ data: { sessionId: id, speakerId: jr.id, position: 0 } })
  await db.session.update({ where: { id }, data: { description: '  two  spaces  ', startAt: null, endAt: null } })
  await write('sessions', [{ id, set: { level: 'Beginner' } }])
  const { description, level, startAt } = await db.session.findUniqueOrThrow({ where: { id } })
  const fields = await db.change.findMany({ where: { sessionId: id }, select: { field: true } })
  expect([description, level, startAt, fields]).toEqual(['  two  spaces  ', 'Beginner', null, [{ field: 'level' }]])
})

it('writes all rooms of a session and each speaker with their company, and takes that back', async () => {
  const { sessionIds, write, undo, read } = await makePlace(1)
  const [id = ''] = sessionIds
  const before = { room: '', speakers: '' }
  const set = { room: 'Hall; Loft', speakers: '"Lee, Jr.", Acme, Inc.; Bo' }
  expect(await write('sessions', [{ id, set, seen: before }])).toMatchObject({ ids: [id] })
  expect(await read('sessions')).toMatchObject([set])
  const people = await db.sessionSpeaker.findMany({
    where: { sessionId: id },
    select: { speaker: { select: { name: true, company: true } } },
    orderBy: { position: 'asc' },
  })
  expect(people.map(({ speaker }) => speaker)).toEqual([
    { name: 'Lee, Jr.', company: 'Acme, Inc.' },
    { name: 'Bo', company: null },
  ])
  await write('sessions', [{ id, set: { title: 'Other' }, seen: { title: 'Session 1' } }])
  expect(await read('sessions')).toMatchObject([{ ...set, title: 'Other' }])
  expect(await write('sessions', [{ id, set: { room: 'Hall; Nowhere' }, seen: { room: set.room } }])).toMatchObject({
    problems: [{ row: 0, column: 'room', code: 'no-such-room' }],
  })
  await undo('sessions', [{ id, set: before, seen: set }])
  expect(await read('sessions')).toMatchObject([before])
})

it('leaves nobody a speaker whom only a step that is taken back named, and everybody else', async () => {
  const { conferenceId, sessionIds, write, undo } = await makePlace(2)
  const [id = '', other = ''] = sessionIds
  const speaker = (name: string, more = {}) =>
    db.speaker.create({ data: { conferenceId, slug: name.toLowerCase(), name, ...more } })
  const away = await speaker('Away')
  await db.absence.create({ data: { conferenceId, speakerId: away.id, startAt: now, endAt: new Date(+now + 1) } })
  await speaker('Told', { bio: 'Of whom something is known' })
  await speaker('Sourced', { imported: { name: 'Sourced', company: null, tagline: null, bio: null } })
  await write('sessions', [{ id: other, set: { speakers: 'Elsewhere' }, seen: { speakers: '' } }])
  const names = async () =>
    (await db.speaker.findMany({ where: { conferenceId }, orderBy: { name: 'asc' } })).map(({ name }) => name)
  const before = await names()
  const set = { speakers: 'New; Away; Told; Sourced; Elsewhere' }
  await write('sessions', [{ id, set, seen: { speakers: '' } }])
  const during = await names()
  await undo('sessions', [{ id, set: { speakers: '' }, seen: set }])
  expect([during, await names()]).toEqual([[...before, 'New'].sort(), before])
})
