import { beforeEach, describe, expect, it } from 'vitest'
import { importProgram } from '@/lib/schedule/bring-in/import-program'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { granted } from '@/tests/factories/granted'
import { aProgram } from '@/tests/factories/program'
import { setCancelled } from './cancel-session'
import { updateConference } from './conference'
import { setSessionLinks } from './session-links'

const { db } = await testDatabase()
const at = (second: number) => new Date(Date.UTC(2026, 2, 1, 10, 0, second))

let conferenceId: string
let userId: string
beforeEach(async () => {
  conferenceId = (await makeConference(db, { sessions: 0 })).id
  userId = (await db.user.create({ data: { email: `${conferenceId}@example.org` } })).id
})

type Sessions = Parameters<typeof aProgram>[0]

async function bring(sessions: Sessions, second: number): Promise<void> {
  const stored = await db.source.findFirst({ where: { conferenceId }, select: { id: true } })
  const source = stored ?? { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const program = aProgram(sessions)
  const about = { problems: [], userId: null, bytes: 10, accept: ['rooms-renamed'] as const }
  const outcome = await importProgram(db, { conferenceId, source, program, ...about }, at(second))
  if (!outcome.ok) throw new Error(outcome.reason)
}

/** By title: SEQUENCE, and the second of its last revision. */
async function revisions(): Promise<Record<string, [sequence: number, second: number]>> {
  const sessions = await db.session.findMany({ where: { conferenceId }, orderBy: { number: 'asc' } })
  return Object.fromEntries(
    sessions.map(({ title, sequence, updatedAt }) => [
      title,
      [sequence, (updatedAt.getTime() - at(0).getTime()) / 1000],
    ]),
  )
}

async function departures() {
  const rows = await db.departure.findMany({ where: { conferenceId }, include: { session: true } })
  return rows.map(({ session, sequence, leftAt }) => [session.title, sequence, leftAt])
}

const edit = { name: 'Kube', timeZone: 'UTC', venue: null, url: null, visibility: 'public' } as const
const talks = [{ title: 'One', rooms: ['Hall A'], speakers: ['Ann Lee'] }, { title: 'Two' }]

describe('the SEQUENCE of an entry', () => {
  it('grows with what it shows, of the session that shows it', async () => {
    await bring(talks, 0)
    expect(await revisions()).toEqual({ One: [0, 0], Two: [0, 0] })
    await bring([{ ...talks[0], description: 'More.' }, { title: 'Two' }], 1)
    expect(await revisions()).toEqual({ One: [1, 1], Two: [0, 0] })
    await bring([{ ...talks[0], description: 'More.' }, { title: 'Two' }], 2)
    await bring([{ ...talks[0], description: 'More.', startAt: null, endAt: null }, { title: 'Two' }], 3)
    expect(await revisions()).toEqual({ One: [2, 3], Two: [0, 0] })
  })

  it('stays with what no entry shows: links, capacity, a co-located event, a blank', async () => {
    await bring(talks, 0)
    const { id } = await db.session.findFirstOrThrow({ where: { conferenceId, title: 'One' } })
    const links = { slidesUrl: 'https://example.org/slides', replayUrl: null }
    await setSessionLinks(db, granted(conferenceId, userId), id, links, at(1))
    await bring(
      [
        { ...talks[0], capacity: 20, colocated: 'Wasm Day' },
        { title: 'Two', language: 'fr' },
      ],
      2,
    )
    const bare = { ...talks[0], capacity: 20, colocated: 'Wasm Day' }
    await bring([bare, { title: 'Two', language: 'fr', description: ' ' }], 3)
    expect(await revisions()).toEqual({ One: [0, 0], Two: [0, 0] })
  })

  it('grows with the name of a speaker, also where an organizer corrected the list', async () => {
    await bring(
      [
        { title: 'One', speakers: ['Ann Lee'] },
        { title: 'Two', speakers: ['Bo'] },
      ],
      0,
    )
    const { id } = await db.session.findFirstOrThrow({ where: { conferenceId, title: 'One' } })
    await db.override.create({ data: { sessionId: id, field: 'speakers', value: ['Ann Lee'] } })
    await db.speaker.updateMany({ where: { conferenceId, name: 'Ann Lee' }, data: { name: 'Ann Li' } })
    await bring(
      [
        { title: 'One', speakers: ['Ann Lee'] },
        { title: 'Two', speakers: ['Bo'], capacity: 3 },
      ],
      1,
    )
    expect(await revisions()).toMatchObject({ One: [1, 1], Two: [0, 0] })
  })

  it('grows with the conference’s language where an entry has words of it', async () => {
    await bring([{ title: 'Off' }, { title: 'Full', flags: ['sold-out'] }, { title: 'On' }], 0)
    const { id } = await db.session.findFirstOrThrow({ where: { conferenceId, title: 'Off' } })
    await setCancelled(db, granted(conferenceId, userId), id, true, at(1))
    await updateConference(db, granted(conferenceId, userId), { ...edit, language: 'fr' }, at(2))
    expect(await revisions()).toEqual({ Off: [2, 2], Full: [1, 2], On: [0, 0] })
  })

  it('is taken as it is of rows that came another way', async () => {
    await bring([{ title: 'One' }], 0)
    const row = { conferenceId, number: 9, rawTitle: 'Put in', title: 'Put in', dayOn: new Date('2026-03-24') }
    await db.session.create({ data: { ...row, sequence: 7, updatedAt: at(5) } })
    await bring([{ title: 'One', level: 'All' }], 9)
    expect(await revisions()).toEqual({ One: [1, 9], 'Put in': [7, 5] })
  })
})

describe('a session that leaves a calendar', () => {
  it('is kept as departed, until it is back', async () => {
    await bring([{ title: 'One', rooms: ['Hall A'], colocated: 'Wasm Day' }], 0)
    await bring([{ title: 'One', rooms: ['Hall B'], colocated: 'Wasm Day' }], 1)
    expect(await departures()).toEqual([['One', 1, at(1)]])
    await bring([{ title: 'One', rooms: ['Hall A'], colocated: 'Wasm Day' }], 2)
    expect((await departures()).sort()).toEqual([
      ['One', 1, at(2)],
      ['One', 2, null],
    ])
  })

  it('dates the calendars that it left and came to, and no other', async () => {
    await bring(
      [
        { title: 'One', rooms: ['Hall A'] },
        { title: 'Two', rooms: ['Hall C'] },
      ],
      0,
    )
    await bring(
      [
        { title: 'One', rooms: ['Hall B'] },
        { title: 'Two', rooms: ['Hall C'] },
      ],
      5,
    )
    const rooms = await db.room.findMany({ where: { conferenceId }, orderBy: { name: 'asc' } })
    const dates = await db.calendar.findMany({ where: { id: { in: [...rooms.map(({ id }) => id), conferenceId] } } })
    const of = (id: string) => dates.find((calendar) => calendar.id === id)?.revisedAt
    expect([...rooms.map(({ id }) => of(id)), of(conferenceId)]).toEqual([at(5), at(5), at(0), at(5)])
  })

  it('dates two changes within a second one after the other', async () => {
    await bring([{ title: 'One' }], 0)
    await bring([{ title: 'One', level: 'All' }], 0)
    await bring([{ title: 'One', level: 'Some' }], 0)
    const calendar = await db.calendar.findUniqueOrThrow({ where: { id: conferenceId } })
    expect(calendar.revisedAt).toEqual(at(2))
  })
})
