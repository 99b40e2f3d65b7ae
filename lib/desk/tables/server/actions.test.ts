import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '@/tests/db'
import { answersFor, signEverybodyIn, visibilities, type Everybody } from '@/tests/everybody'
import { makeConference } from '@/tests/factories/conference'
import { editPartTableAction, editSessionTableAction, undoPartTableAction, undoSessionTableAction } from './actions'

const { db, url } = await testDatabase()
process.env.DATABASE_URL = url
vi.mock('next/headers', () => import('@/tests/next-headers'))

let everybody: Everybody
beforeAll(async () => {
  everybody = await signEverybodyIn(db)
})

async function makePlace(visibility: 'public' | 'private' = 'public') {
  const { id: conferenceId, slug: conference, sessionIds } = await makeConference(db, { visibility, sessions: 2 })
  await everybody.join(conferenceId)
  const hall = await db.room.create({ data: { conferenceId, slug: 'hall', name: 'Hall' } })
  const track = await db.track.create({ data: { conferenceId, slug: 'code', name: 'Code', color: 1 } })
  const speaker = await db.speaker.create({ data: { conferenceId, slug: 'eve', name: 'Eve' } })
  const [led = '', other = ''] = sessionIds
  await db.session.update({ where: { id: led }, data: { trackId: track.id } })
  return { conferenceId, conference, hall: hall.id, track: track.id, speaker: speaker.id, led, other }
}
type Place = Awaited<ReturnType<typeof makePlace>>

const row = (id: string | null, set = {}, seen = {}) => [{ id, set, seen }]

// Each can be walked through twice: by an organizer, and then by the owner.
const doors = {
  'try a table of rooms': ({ conference, hall }: Place) =>
    editPartTableAction({ conference, kind: 'rooms', rows: row(hall, { floor: '1' }), isTrial: true }),
  'write rooms': ({ conference, hall }: Place) =>
    editPartTableAction({ conference, kind: 'rooms', rows: row(hall, { floor: '1' }), isTrial: false }),
  'add rooms': ({ conference }: Place) =>
    editPartTableAction({ conference, kind: 'rooms', rows: row(null, { name: randomUUID() }), isTrial: false }),
  'write tracks': ({ conference, track }: Place) =>
    editPartTableAction({
      ...{ conference, kind: 'tracks', isTrial: false },
      rows: row(track, { color: '2', name: 'Ops' }, { color: '1', name: 'Code' }),
    }),
  'write speakers': ({ conference, speaker }: Place) =>
    editPartTableAction({ conference, kind: 'speakers', rows: row(speaker, { company: 'Acme' }), isTrial: false }),
  'undo it': ({ conference, hall }: Place) =>
    undoPartTableAction({ conference, kind: 'rooms', rows: row(hall, { floor: '' }), added: [] }),
  'write sessions': ({ conference, led }: Place) =>
    editSessionTableAction({ conference, rows: row(led, { level: 'Beginner' }), isTrial: false }),
  'undo that': ({ conference, led }: Place) =>
    undoSessionTableAction({ conference, rows: row(led, { level: '' }), added: [] }),
}

/** What a lead of nothing hears: sessions of a table are each refused, and an undo leaves them. */
const ofLeads: Partial<Record<keyof typeof doors, string>> = { 'write sessions': 'rows-wrong', 'undo that': 'ok' }

describe.each(visibilities)('in a %s conference', (visibility) => {
  it.each(Object.entries(doors))('lets organizers %s', async (door, run) => {
    const place = await makePlace(visibility)
    const lead = Object.entries(ofLeads).find(([name]) => name === door)?.[1]
    expect(await everybody.ask(() => run(place))).toEqual({
      ...answersFor(['organizer', 'owner'], visibility),
      ...(lead ? { lead } : {}),
    })
  })
})

it("ends at another conference's rows", async () => {
  const [here, there] = [await makePlace(), await makePlace()]
  const { conference } = here
  everybody.become('owner')
  const gone = (column: null) => ({
    ok: false,
    reason: 'rows-wrong',
    problems: [{ row: 0, column, code: 'gone' }],
  })
  expect([
    await editPartTableAction({ conference, kind: 'rooms', rows: row(there.hall, { name: 'Taken' }), isTrial: false }),
    await editPartTableAction({ conference, kind: 'tracks', rows: row(there.track, { color: '5' }), isTrial: false }),
    await editSessionTableAction({ conference, rows: row(there.led, { title: 'Taken' }), isTrial: false }),
    await undoPartTableAction({ conference, kind: 'rooms', rows: [], added: [there.hall] }),
    (await db.room.findUniqueOrThrow({ where: { id: there.hall } })).name,
  ]).toEqual([
    gone(null),
    gone(null),
    gone(null),
    { ok: true, value: { left: [there.hall], gone: [], lines: [] } },
    'Hall',
  ])
})

describe('a lead', () => {
  it('writes sessions of what is led, and takes none out of it', async () => {
    const place = await makePlace()
    const { conference, conferenceId, led, other } = place
    const member = { conferenceId_userId: { conferenceId, userId: everybody.idOf('lead') } }
    await db.membership.update({ where: member, data: { trackId: place.track } })
    everybody.become('lead')
    const write = async (id: string, set: Record<string, string>, seen: Record<string, string>) => {
      const answer = await editSessionTableAction({ conference, rows: row(id, set, seen), isTrial: false })
      return 'problems' in answer ? answer.problems : answer.ok
    }
    const notYours = [{ row: 0, column: null, code: 'not-yours' }]
    expect([
      await write(led, { title: 'Rust' }, { title: 'Session 1' }),
      await write(led, { track: '' }, { track: 'Code' }),
      await write(other, { title: 'Rust' }, { title: 'Session 2' }),
      await write(other, { track: 'Code' }, { track: '' }),
    ]).toEqual([true, notYours, notYours, notYours])
  })
})

it.each([
  ['a column of another table', 'color', '2'],
  ['a column that there is not', 'slug', 'x'],
  ['a text without an end', 'name', 'x'.repeat(5_001)],
])('refuses %s', async (_, column, text) => {
  const { conference, hall } = await makePlace()
  everybody.become('owner')
  const rows = row(hall, { [column]: text })
  const answer = await editPartTableAction({ conference, kind: 'rooms', rows, isTrial: false })
  expect(answer).toMatchObject({ ok: false, reason: 'INVALID' })
})

it('refuses a row that comes twice', async () => {
  const { conference, hall } = await makePlace()
  everybody.become('owner')
  const rows = [...row(hall, { floor: '1' }), ...row(hall, { floor: '2' })]
  const answer = await editPartTableAction({ conference, kind: 'rooms', rows, isTrial: false })
  expect(answer).toMatchObject({ ok: false, reason: 'INVALID' })
})
