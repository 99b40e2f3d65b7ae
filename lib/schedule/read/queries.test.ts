import { beforeAll, describe, expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { importProgram } from '../bring-in/import-program'
import { getSession, listDescriptions, listRooms, listTracksToEdit } from './queries'

const { db } = await testDatabase()
const now = new Date('2026-03-01T10:00:00Z')

async function conferenceOf(...given: Parameters<typeof aProgram>) {
  const conference = await makeConference(db, { sessions: 0, visibility: 'private' })
  const source = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const problem = { severity: 'warning' as const, path: 'line 3', code: 'time-unreadable', detail: 'noonish' }
  await importProgram(
    db,
    {
      conferenceId: conference.id,
      source,
      program: aProgram(...given),
      problems: [problem],
      userId: null,
      bytes: 1,
      accept: [],
    },
    now,
  )
  return conference
}

describe('what management reads', () => {
  let conference: { id: string }
  beforeAll(async () => {
    conference = await conferenceOf([
      { title: 'Rust', rooms: ['Hall A', 'Hall B'], track: 'Code', speakers: ['Ann Lee, Acme'], description: 'Safe.' },
      { title: 'Go', rooms: ['Hall A'] },
      { title: 'Zig', cancelled: true },
    ])
  })

  it('gives one session in full by its number', async () => {
    const rooms = await listRooms(db, conference.id)
    expect(await getSession(db, conference.id, 1)).toMatchObject({
      number: 1,
      slug: '1-rust',
      title: 'Rust',
      description: 'Safe.',
      dayOn: '2026-03-24',
      madeByHand: false,
      roomIds: rooms.map(({ id }) => id),
      speakers: [{ name: 'Ann Lee', company: 'Acme' }],
    })
    expect(await getSession(db, conference.id, 99)).toBeNull()
  })

  it('lists rooms, tracks and sources with how many sessions each has', async () => {
    expect((await listRooms(db, conference.id)).map(({ name, sessions }) => ({ name, sessions }))).toEqual([
      { name: 'Hall A', sessions: 2 },
      { name: 'Hall B', sessions: 1 },
    ])
    expect((await listTracksToEdit(db, conference.id)).map(({ name, sessions }) => ({ name, sessions }))).toEqual([
      { name: 'Code', sessions: 1 },
    ])
  })

  it('lists the texts of the sessions that have one', async () => {
    expect(Object.values(await listDescriptions(db, conference.id))).toEqual(['Safe.'])
  })
})
