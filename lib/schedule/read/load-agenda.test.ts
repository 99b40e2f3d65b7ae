import { beforeAll, describe, expect, it } from 'vitest'
import { makeConference } from '@/tests/factories/conference'
import { aProgram } from '@/tests/factories/program'
import { testDatabase } from '@/tests/db'
import { countingClient } from '@/tests/query-counter'
import { importProgram } from '../bring-in/import-program'
import { loadAgenda } from './load-agenda'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const source = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }

async function conferenceOf(...given: Parameters<typeof aProgram>): Promise<string> {
  const { id } = await makeConference(db, { sessions: 0 })
  await importProgram(
    db,
    { conferenceId: id, source, program: aProgram(...given), problems: [], userId: null, bytes: 1, accept: [] },
    new Date('2026-03-01T10:00:00Z'),
  )
  return id
}

describe('loadAgenda', () => {
  let id: string
  beforeAll(async () => {
    id = await conferenceOf([
      {
        title: 'Rust & Go',
        rooms: ['Hall B', 'Hall A'],
        track: 'Code',
        speakers: ['Ann Lee, Acme', 'Bo Li'],
        language: 'fr',
        capacity: 40,
        level: 'Beginner',
        flags: ['separate-registration', 'sold-out'],
        slidesUrl: 'https://slides.example/1',
        replayUrl: 'https://video.example/1',
      },
      { title: 'Argo Day', kind: 'container', startAt: '2026-03-23T08:00:00.000Z', endAt: null, dayOn: '2026-03-23' },
      { title: 'Deploying', colocated: 'Argo Day', dayOn: '2026-03-23', startAt: null, endAt: null },
    ])
  })

  it('tells the whole programme in the names of ids, leaving out what is not known', async () => {
    const agenda = await loadAgenda(db, id)
    const idOf = (parts: { id: string; name: string }[] = [], name: string) =>
      parts.find((part) => part.name === name)?.id
    const container = agenda?.sessions.find(({ title }) => title === 'Argo Day')?.id
    expect(JSON.parse(JSON.stringify(agenda))).toMatchObject({
      conference: { id, timeZone: 'Europe/Paris', language: 'en', visibility: 'public', version: 2 },
      days: ['2026-03-23', '2026-03-24'],
      rooms: [
        { slug: 'hall-b', name: 'Hall B', capacityKind: 'seats' },
        { slug: 'hall-a', name: 'Hall A', capacityKind: 'seats' },
      ],
      tracks: [{ slug: 'code', name: 'Code', color: 1 }],
      colocatedEvents: [{ slug: 'argo-day', name: 'Argo Day' }],
      speakers: [
        { slug: 'ann-lee', name: 'Ann Lee', company: 'Acme' },
        { slug: 'bo-li', name: 'Bo Li' },
      ],
      sessions: [
        { title: 'Argo Day', kind: 'container' },
        { title: 'Deploying', parent: container },
        { title: 'Rust & Go' },
      ],
    })
    expect(agenda?.sessions[2]).toEqual({
      id: agenda?.sessions[2]?.id,
      number: 1,
      slug: '1-rust-go',
      title: 'Rust & Go',
      kind: 'talk',
      status: 'confirmed',
      dayOn: '2026-03-24',
      startAt: '2026-03-24T08:00:00.000Z',
      endAt: '2026-03-24T09:00:00.000Z',
      rooms: [idOf(agenda?.rooms, 'Hall B'), idOf(agenda?.rooms, 'Hall A')],
      track: idOf(agenda?.tracks, 'Code'),
      colocated: undefined,
      parent: undefined,
      speakers: [idOf(agenda?.speakers, 'Ann Lee'), idOf(agenda?.speakers, 'Bo Li')],
      language: 'fr',
      capacity: 40,
      level: 'Beginner',
      flags: ['sold-out', 'separate-registration'],
      slides: 'https://slides.example/1',
      replay: 'https://video.example/1',
    })
  })

  it('tells what organizers measured between zones', async () => {
    const other = await conferenceOf([{ title: 'Rust' }])
    await db.walk.createMany({
      data: [
        { conferenceId: other, fromZone: 'South', toZone: 'North', minutes: 9 },
        { conferenceId: other, fromZone: 'North', toZone: 'South', minutes: 7 },
      ],
    })
    expect((await loadAgenda(db, other))?.walks).toEqual([
      { from: 'North', to: 'South', minutes: 7 },
      { from: 'South', to: 'North', minutes: 9 },
    ])
  })

  it('gives the same bytes for the same state', async () => {
    expect(JSON.stringify(await loadAgenda(db, id))).toBe(JSON.stringify(await loadAgenda(db, id)))
  })

  it('shows a room that was put away only while sessions are in it', async () => {
    const other = await conferenceOf([
      { title: 'Rust', rooms: ['Hall A'] },
      { title: 'Go', rooms: ['Hall B'] },
    ])
    await db.room.updateMany({ where: { conferenceId: other }, data: { archivedAt: new Date() } })
    await db.sessionRoom.deleteMany({ where: { room: { conferenceId: other, name: 'Hall B' } } })
    expect((await loadAgenda(db, other))?.rooms.map(({ name }) => name)).toEqual(['Hall A'])
  })

  it('sorts by day, start with those to be announced last, room, title', async () => {
    const [nine, ten] = ['2026-03-24T08:00:00.000Z', '2026-03-24T09:00:00.000Z']
    const other = await conferenceOf([
      { title: 'z', startAt: null, endAt: null },
      { title: 'd', startAt: ten, endAt: null, rooms: ['Hall A'] },
      { title: 'c', startAt: nine, rooms: ['Hall B'] },
      { title: 'b', startAt: nine, rooms: ['Hall A'] },
      { title: 'a', startAt: nine, rooms: ['Hall A'], sourceId: 'x' },
      { title: 'late', dayOn: '2026-03-25', startAt: nine },
    ])
    expect((await loadAgenda(db, other))?.sessions.map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'z', 'late'])
  })

  it('asks as often for three of everything as for one', async () => {
    const some = (count: number) =>
      conferenceOf(
        Array.from({ length: count }, (_, index) => ({
          title: `Talk ${index}`,
          rooms: [`Room ${index}`],
          track: `Track ${index}`,
          speakers: [`Speaker ${index}`],
          colocated: `Event ${index}`,
        })),
      )
    const [one, three] = [await some(1), await some(3)]
    expect(await countQueries(() => loadAgenda(counting, three))).toBe(
      await countQueries(() => loadAgenda(counting, one)),
    )
  })

  it('knows no conference that is not there', async () => {
    expect(await loadAgenda(db, crypto.randomUUID())).toBeNull()
  })
})
