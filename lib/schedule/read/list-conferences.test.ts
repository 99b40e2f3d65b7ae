import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { aProgram } from '@/tests/factories/program'
import { countingClient } from '@/tests/query-counter'
import { importProgram } from '../bring-in/import-program'
import { findConferences } from './find-conferences'
import { listForHome, listNames } from './list-conferences'

const { db, url } = await testDatabase()
const { counting, countQueries } = countingClient(url)
const guest = { kind: 'guest' } as const
const now = new Date('2026-03-24T10:00:00Z')
const here = { recent: [], now }

beforeEach(async () => {
  // A conference in which somebody picked is not deleted like that.
  await db.pick.deleteMany()
  await db.conference.deleteMany()
})

async function imported(...given: Parameters<typeof aProgram>) {
  const conference = await makeConference(db, { sessions: 0, visibility: 'private' })
  const source = { name: 'Site', format: 'program-json', siteKey: 'site', address: null }
  const request = { conferenceId: conference.id, source, program: aProgram(...given), problems: [] }
  await importProgram(db, { ...request, userId: null, bytes: 1, accept: [] }, now)
  return conference
}

/** Public ones that begin so many days from now, a session each. */
async function madeAt(...days: number[]) {
  const at = days.map((day, index) => {
    const on = new Date(now.getTime() + day * 86_400_000)
    const name = `At ${day} (${index})`
    return { slug: `at-${index}`, name, acronym: `at${index}x`, timeZone: 'UTC', firstOn: on, lastOn: on }
  })
  await db.conference.createMany({ data: at.map((one) => ({ ...one, visibility: 'public' as const })) })
}

describe('what Home lists', () => {
  it('is public ones for everybody, private ones for their people, with days and sessions', async () => {
    const open = await makeConference(db, { sessions: 2 })
    const secret = await imported([{ title: 'Rust' }, { title: 'Go', cancelled: true, dayOn: '2026-03-25' }])
    const person = await makePerson(db)
    await db.membership.create({ data: { conferenceId: secret.id, userId: person.id, role: 'attendee' } })
    const slugs = async (viewer: typeof person | typeof guest) => ({
      home: (await listForHome(db, viewer, here)).lines.map(({ slug }) => slug).sort(),
      names: (await listNames(db, viewer)).map(({ slug }) => slug).sort(),
      found: (await findConferences(db, viewer, 'conference')).lines.map(({ slug }) => slug).sort(),
    })
    const all = (...list: string[]) => ({ home: list.sort(), names: list.sort(), found: list.sort() })
    expect(await slugs(guest)).toEqual(all(open.slug))
    expect(await slugs(await makePerson(db))).toEqual(all(open.slug))
    expect(await slugs(person)).toEqual(all(open.slug, secret.slug))
    const { lines } = await listForHome(db, person, here)
    expect(lines.find(({ slug }) => slug === secret.slug)).toEqual({
      slug: secret.slug,
      name: secret.name,
      timeZone: 'Europe/Paris',
      venue: null,
      visibility: 'private',
      demo: false,
      sessions: 1,
      firstDay: '2026-03-24',
      lastDay: '2026-03-25',
      role: 'attendee',
      hasPicks: false,
    })
  })

  it('is, of many, what is on, the next to come and the last that are over, and one’s own however old', async () => {
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
    await madeAt(...range(-60, 60))
    const { lines, isCut } = await listForHome(db, guest, { ...here, recent: ['at-0', 'no-such'] })
    expect([isCut, lines.map(({ name }) => Number(name.split(' ')[1]))]).toEqual([
      true,
      [...range(-31, 31), -60].toSorted((a, b) => b - a),
    ])
    const person = await makePerson(db)
    const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug: 'at-1' } })
    await db.membership.create({ data: { conferenceId, userId: person.id, role: 'organizer' } })
    const own = (await listForHome(db, person, here)).lines.filter(({ role }) => role !== 'guest')
    expect(own.map(({ slug }) => slug)).toEqual(['at-1'])
  })

  it('says in which a person picked something, however old, and forgets what they dropped', async () => {
    await madeAt(...Array.from({ length: 40 }, (_, index) => -index - 2))
    const { id: conferenceId } = await db.conference.findUniqueOrThrow({ where: { slug: 'at-39' } })
    const day = { dayOn: now, number: 1, title: 'Old', rawTitle: 'Old' }
    const { id: sessionId } = await db.session.create({ data: { conferenceId, ...day } })
    const person = await makePerson(db)
    const key = { userId: person.id, conferenceId, sessionId }
    await db.pick.create({ data: { ...key, rank: 'first', revision: 1 } })
    const picked = async () =>
      (await listForHome(db, person, here)).lines
        .filter(({ hasPicks }) => hasPicks)
        .map(({ slug, role }) => [slug, role])
    expect(await picked()).toEqual([['at-39', 'guest']])
    await db.pick.updateMany({ where: key, data: { droppedAt: now } })
    expect(await picked()).toEqual([])
  })

  it('is all there are when they are few', async () => {
    await madeAt(-400, -1, 0, 1, 400)
    const { lines, isCut } = await listForHome(db, guest, here)
    expect([isCut, lines.length]).toEqual([false, 5])
  })

  it('asks as often for many as for one', async () => {
    await makeConference(db)
    const one = await countQueries(() => listForHome(counting, guest, here))
    await madeAt(-1, 0, 1)
    expect(await countQueries(() => listForHome(counting, guest, here))).toBe(one)
  })
})
