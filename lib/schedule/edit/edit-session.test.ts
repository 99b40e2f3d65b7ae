import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/generated/prisma/client'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { granted } from '@/tests/factories/granted'
import { addRoom } from './edit-room'
import { setCancelled } from './cancel-session'
import { addSession, editSession } from './edit-session'
import { sessionEditSchema } from './schema'

const now = new Date('2026-03-20T10:00:00Z')
const form = {
  title: 'Session 1',
  dayOn: '2026-03-24',
  start: '09:00',
  end: '10:00',
  kind: 'talk',
  room: '',
  track: '',
  speakers: '',
  description: '',
  language: '',
  capacity: '',
}

let db: PrismaClient
beforeAll(async () => void ({ db } = await testDatabase()))

async function setUp({ imported = false } = {}) {
  const [conference, person] = [await makeConference(db, { sessions: 1 }), await makePerson(db)]
  const id = conference.sessionIds[0] ?? ''
  if (imported) await db.session.update({ where: { id }, data: { imported: { title: 'Session 1' } } })
  return { id, conference, author: granted<'editSchedule'>(conference.id, person.id) }
}

const read = (id: string) =>
  db.session.findUniqueOrThrow({
    where: { id },
    include: {
      overrides: { select: { field: true, value: true }, orderBy: { field: 'desc' } },
      changes: { select: { field: true, oldValue: true, newValue: true }, orderBy: { field: 'desc' } },
      conference: { select: { version: true } },
    },
  })

describe('editSession', () => {
  it('moves a session on the clocks of the conference, once for calendars, and says what changed', async () => {
    const { id, author } = await setUp()
    await editSession(db, author, id, sessionEditSchema.parse({ ...form, start: '11:30', end: '12:15' }), now)
    const { startAt, endAt, sequence, updatedAt, conference, changes, overrides } = await read(id)
    expect({ startAt, endAt, sequence, updatedAt, conference, overrides }).toEqual({
      startAt: new Date('2026-03-24T10:30:00Z'),
      endAt: new Date('2026-03-24T11:15:00Z'),
      sequence: 1,
      updatedAt: now,
      conference: { version: 2 },
      overrides: [],
    })
    expect(changes).toEqual([
      { field: 'startAt', oldValue: '2026-03-24T08:00:00.000Z', newValue: '2026-03-24T10:30:00.000Z' },
      { field: 'endAt', oldValue: '2026-03-24T09:00:00.000Z', newValue: '2026-03-24T11:15:00.000Z' },
    ])
  })

  it('changes nothing when the form says what stands', async () => {
    const { id, author } = await setUp()
    await editSession(db, author, id, sessionEditSchema.parse(form), now)
    expect(await read(id)).toMatchObject({ sequence: 0, changes: [], conference: { version: 1 } })
  })

  it('says for whom a session is and what one has to know before going, over what its source says', async () => {
    const { id, author } = await setUp({ imported: true })
    const facts = { level: 'Beginner', soldOut: '1' }
    await editSession(db, author, id, sessionEditSchema.parse({ ...form, ...facts }), now)
    const { level, flags, overrides } = await read(id)
    expect({ level, flags, overrides }).toEqual({
      level: 'Beginner',
      flags: ['sold-out'],
      overrides: [
        { field: 'level', value: 'Beginner' },
        { field: 'flags', value: ['sold-out'] },
      ],
    })
    await editSession(db, author, id, sessionEditSchema.parse({ ...form, separateRegistration: '1' }), now)
    expect(await read(id)).toMatchObject({ level: null, flags: ['separate-registration'], conference: { version: 3 } })
  })

  it('keeps an edit of an imported session as an override', async () => {
    const { id, author } = await setUp({ imported: true })
    await editSession(
      db,
      author,
      id,
      sessionEditSchema.parse({ ...form, title: 'Another title', speakers: 'Ann Lee, Acme, Inc.' }),
      now,
    )
    expect((await read(id)).overrides).toEqual([
      { field: 'title', value: 'Another title' },
      { field: 'speakers', value: [{ name: 'Ann Lee', company: 'Acme, Inc.' }] },
    ])
  })

  it('keeps the night of a session after midnight when only its title changes', async () => {
    const { id, author } = await setUp()
    await db.session.update({
      where: { id },
      data: { startAt: new Date('2026-03-24T23:30:00Z'), endAt: new Date('2026-03-25T00:30:00Z') },
    })
    await editSession(
      db,
      author,
      id,
      sessionEditSchema.parse({ ...form, title: 'Late', start: '00:30', end: '01:30' }),
      now,
    )
    expect(await read(id)).toMatchObject({
      title: 'Late',
      startAt: new Date('2026-03-24T23:30:00Z'),
      endAt: new Date('2026-03-25T00:30:00Z'),
    })
  })

  it('takes an end before an evening start for the next morning, and refuses it in the day', async () => {
    const { id, author } = await setUp()
    expect(
      await editSession(db, author, id, sessionEditSchema.parse({ ...form, start: '23:00', end: '00:30' }), now),
    ).toEqual({ ok: true, number: 1, collisions: [], twice: [] })
    expect((await read(id)).endAt).toEqual(new Date('2026-03-24T23:30:00Z'))
    expect(
      await editSession(db, author, id, sessionEditSchema.parse({ ...form, start: '11:00', end: '10:00' }), now),
    ).toEqual({ ok: false, reason: 'end-before-start' })
  })

  it('refuses a time that the clocks skip, and says of one that they show twice that its first was taken', async () => {
    const { id, author } = await setUp()
    const edited = (edit: Partial<typeof form>) =>
      editSession(db, author, id, sessionEditSchema.parse({ ...form, ...edit }), now)
    expect(await edited({ dayOn: '2027-03-28', start: '02:30', end: '02:45' })).toEqual({
      ok: false,
      reason: 'time-skipped',
      issues: [
        { path: 'start', message: 'time-skipped' },
        { path: 'end', message: 'time-skipped' },
      ],
    })
    expect(await edited({ dayOn: '2027-03-28', start: '01:30', end: '02:30' })).toEqual({
      ok: false,
      reason: 'time-skipped',
      issues: [{ path: 'end', message: 'time-skipped' }],
    })
    expect(await read(id)).toMatchObject({ sequence: 0, changes: [], conference: { version: 1 } })
    expect(await edited({ dayOn: '2027-10-31', start: '02:30', end: '03:30' })).toEqual({
      ok: true,
      number: 1,
      collisions: [],
      twice: ['02:30'],
    })
    expect(await read(id)).toMatchObject({
      startAt: new Date('2027-10-31T00:30:00Z'),
      endAt: new Date('2027-10-31T02:30:00Z'),
    })
  })

  it('keeps the second of two like times when another field changes', async () => {
    const { id, author } = await setUp()
    const times = { startAt: new Date('2027-10-31T01:30:00Z'), endAt: new Date('2027-10-31T01:45:00Z') }
    await db.session.update({ where: { id }, data: { dayOn: new Date('2027-10-31'), ...times } })
    const night = { ...form, dayOn: '2027-10-31', start: '02:30', end: '02:45' }
    expect(await editSession(db, author, id, sessionEditSchema.parse({ ...night, title: 'Late' }), now)).toEqual({
      ok: true,
      number: 1,
      collisions: [],
      twice: [],
    })
    expect(await read(id)).toMatchObject({ title: 'Late', ...times })
  })

  it('puts another room in the place of the first of several, and leaves the others', async () => {
    const { id, conference, author } = await setUp()
    for (const name of ['Hall', 'Overflow', 'Loft'])
      await addRoom(
        db,
        granted(conference.id),
        { floor: null, zone: null, capacity: null, capacityKind: 'seats', name },
        now,
      )
    const rooms = await db.room.findMany({ where: { conferenceId: conference.id }, orderBy: { position: 'asc' } })
    const [hall = '', overflow = '', loft = ''] = rooms.map((room) => room.id)
    await db.sessionRoom.createMany({
      data: [hall, overflow].map((roomId, position) => ({ sessionId: id, roomId, position })),
    })
    await editSession(db, author, id, sessionEditSchema.parse({ ...form, room: loft }), now)
    const stored = () =>
      db.sessionRoom.findMany({ where: { sessionId: id }, orderBy: { position: 'asc' }, select: { roomId: true } })
    expect(await stored()).toEqual([{ roomId: loft }, { roomId: overflow }])
    expect((await read(id)).changes.filter(({ field }) => field === 'rooms')).toEqual([
      { field: 'rooms', oldValue: ['Hall', 'Overflow'], newValue: ['Loft', 'Overflow'] },
    ])
    await editSession(db, author, id, sessionEditSchema.parse({ ...form, room: overflow }), now)
    expect(await stored()).toEqual([{ roomId: overflow }])
  })

  it('refuses a session, a room and a track of another conference', async () => {
    const [{ id, author }, other] = [await setUp(), await setUp()]
    await addRoom(
      db,
      granted(other.conference.id),
      { name: 'Elsewhere', floor: null, zone: null, capacity: null, capacityKind: 'seats' },
      now,
    )
    const room = await db.room.findFirstOrThrow({ where: { conferenceId: other.conference.id } })
    const refused = expect.objectContaining({ code: 'NOT_FOUND' })
    await expect(editSession(db, author, other.id, sessionEditSchema.parse(form), now)).rejects.toEqual(refused)
    await expect(editSession(db, author, id, sessionEditSchema.parse({ ...form, room: room.id }), now)).rejects.toEqual(
      refused,
    )
    await expect(
      addSession(db, author, sessionEditSchema.parse({ ...form, room: room.id }), now),
    ).rejects.toBeInstanceOf(AppError)
  })
})

it('adds a session by hand under the next number, to be announced when it has no time', async () => {
  const { author } = await setUp()
  await db.conference.update({ where: { id: author.conferenceId }, data: { lastNumber: 7 } })
  expect(
    await addSession(db, author, sessionEditSchema.parse({ ...form, title: 'Evening walk', start: '', end: '' }), now),
  ).toEqual({ ok: true, number: 8, collisions: [], twice: [] })
  expect(await db.session.findFirstOrThrow({ where: { number: 8, conferenceId: author.conferenceId } })).toMatchObject({
    title: 'Evening walk',
    startAt: null,
    endAt: null,
    imported: null,
  })
})

it('cancels and restores a session, which keeps its id and grows its sequence', async () => {
  const { id, author } = await setUp()
  await setCancelled(db, author, id, true, now)
  expect(await read(id)).toMatchObject({ status: 'cancelled', cancelledAt: now, sequence: 1 })
  await setCancelled(db, author, id, false, now)
  expect(await read(id)).toMatchObject({
    status: 'confirmed',
    cancelledAt: null,
    sequence: 2,
    conference: { version: 3 },
  })
})

it('has an import keep a cancellation, and says that it was decided by hand', async () => {
  const { id, author } = await setUp({ imported: true })
  await setCancelled(db, author, id, true, now)
  expect(await read(id)).toMatchObject({ status: 'cancelled', overrides: [{ field: 'status', value: 'cancelled' }] })
})
