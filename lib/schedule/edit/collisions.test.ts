import { beforeAll, describe, expect, it } from 'vitest'
import type { PrismaClient } from '@/generated/prisma/client'
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
  title: '',
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

/** A conference with one room. */
async function setUp() {
  const [conference, person] = [await makeConference(db, { sessions: 0 }), await makePerson(db)]
  const author = granted<'editSchedule'>(conference.id, person.id)
  await addRoom(
    db,
    granted(conference.id),
    { name: 'Hall', floor: null, zone: null, capacity: null, capacityKind: 'seats' },
    now,
  )
  const { id: room } = await db.room.findFirstOrThrow({ where: { conferenceId: conference.id } })
  const add = (edit: Partial<typeof form>) => addSession(db, author, sessionEditSchema.parse({ ...form, ...edit }), now)
  const idOf = async (title: string) =>
    (await db.session.findFirstOrThrow({ where: { conferenceId: conference.id, title } })).id
  const move = async (title: string, edit: Partial<typeof form>) =>
    editSession(db, author, await idOf(title), sessionEditSchema.parse({ ...form, title, ...edit }), now)
  return { author, room, add, move, idOf }
}

const titles = (outcome: { ok: boolean; collisions?: { title: string; rooms: string[]; speakers: string[] }[] }) =>
  outcome.collisions?.map(({ title, rooms, speakers }) => [title, ...rooms, ...speakers])

describe('what a session collides with', () => {
  it('is said when it is saved, and it is saved all the same', async () => {
    const { room, add, move } = await setUp()
    expect(titles(await add({ title: 'A', room, speakers: 'Ann Lee' }))).toEqual([])
    expect(titles(await add({ title: 'B', start: '10:00', end: '11:00', room }))).toEqual([])
    expect(await move('B', { start: '09:30', end: '10:30', room })).toMatchObject({
      ok: true,
      collisions: [
        {
          slug: '1-a',
          title: 'A',
          dayOn: '2026-03-24',
          startAt: '2026-03-24T08:00:00.000Z',
          rooms: ['Hall'],
          speakers: [],
        },
      ],
    })
    // Saved again as it stands, it still does.
    expect(titles(await move('B', { start: '09:30', end: '10:30', room }))).toEqual([['A', 'Hall']])
    expect(titles(await add({ title: 'C', start: '08:00', end: '09:05', speakers: 'Ann Lee' }))).toEqual([
      ['A', 'Ann Lee'],
    ])
    expect(titles(await add({ title: 'No end', start: '08:45', end: '', room }))).toEqual([['A', 'Hall']])
    expect(titles(await add({ title: 'Someday', start: '', end: '', room }))).toEqual([])
  })

  it('is nothing that was cancelled, until it is restored', async () => {
    const { author, room, add, idOf } = await setUp()
    await add({ title: 'A', room })
    await setCancelled(db, author, await idOf('A'), true, now)
    expect(titles(await add({ title: 'B', room }))).toEqual([])
    expect(titles(await setCancelled(db, author, await idOf('A'), false, now))).toEqual([['B', 'Hall']])
  })

  it('is nothing in a room that takes several at once, but who speaks twice still does', async () => {
    const { room, add } = await setUp()
    await db.room.update({ where: { id: room }, data: { allowsOverlap: true } })
    await add({ title: 'A', room, speakers: 'Ann Lee' })
    expect(titles(await add({ title: 'B', room }))).toEqual([])
    expect(titles(await add({ title: 'C', room, speakers: 'Ann Lee' }))).toEqual([['A', 'Ann Lee']])
  })

  it('is told to the second of two people who move into one room at once', async () => {
    const { room, add, move } = await setUp()
    await add({ title: 'A' })
    await add({ title: 'B' })
    const both = await Promise.all([move('A', { room }), move('B', { room })])
    expect(both.map(titles).sort()).toEqual([[], [[expect.stringMatching(/^[AB]$/), 'Hall']]])
  })
})
