import { beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '@/tests/db'
import { makePerson } from '@/tests/factories/person'
import { findConferences } from './find-conferences'

const { db } = await testDatabase()
const guest = { kind: 'guest' } as const

beforeEach(async () => {
  await db.conference.deleteMany()
})

type Made = { name: string; venue?: string; firstOn?: string; visibility?: 'private' }

/** Public ones at /c/one-0, /c/one-1, and so on. */
async function make(...made: Made[]) {
  const rows = made.map(({ firstOn, ...one }, index) => ({
    slug: `one-${index}`,
    acronym: 'conf',
    timeZone: 'UTC',
    visibility: 'public' as const,
    ...one,
    ...(firstOn && { firstOn: new Date(firstOn), lastOn: new Date(firstOn) }),
  }))
  return db.conference.createManyAndReturn({ data: rows, select: { id: true } })
}

const found = async (query: string) => (await findConferences(db, guest, query)).lines.map(({ slug }) => slug)

it('finds by every word, in name, address or place, and says what Home says of each', async () => {
  await make({ name: 'Rust Days', firstOn: '2026-03-24' }, { name: 'Go Days', venue: 'Harbour Hall, Lyon' })
  expect(await findConferences(db, guest, 'days  LYON one-1')).toEqual({
    lines: [
      {
        slug: 'one-1',
        name: 'Go Days',
        timeZone: 'UTC',
        venue: 'Harbour Hall, Lyon',
        visibility: 'public',
        demo: false,
        sessions: 0,
        firstDay: null,
        lastDay: null,
        role: 'guest',
        hasPicks: false,
      },
    ],
    isCut: false,
  })
  expect(await found('days')).toEqual(['one-0', 'one-1'])
  expect(await found('days ruby')).toEqual([])
})

describe('a word', () => {
  it.each([
    ['of one letter', 'z', ['one-1']],
    ['of two', 'ür', ['one-1']],
    ['without its accents', 'zur', ['one-1']],
    ['whose letter is two', 'strasse', ['one-1']],
    ['in another case', 'οδοσ', ['one-2']],
    ['of another script', 'カンフ', ['one-3']],
    ['whose mark is a letter’s own', 'カンブ', []],
    ['that is a picture', '🦀', ['one-0']],
    ['that another picture resembles', '🦞', []],
    ['with a percent sign', '100%', ['one-0']],
    ['that is one', '%', ['one-0']],
    ['that is a line below', '_', ['one-2']],
    ['that is a backslash', '\\', ['one-3']],
    ['with a quote', "d'or", ['one-3']],
    ['of two lines', '🦀one', []],
  ])('%s: %s', async (_, word, slugs) => {
    await make(
      { name: '100% Rust 🦀' },
      { name: 'Zürich', venue: 'Große Straße' },
      { name: 'ΟΔΟΣ', venue: 'snake_case' },
      { name: 'カンファレンス', venue: 'Salle d’or \\ 2' },
    )
    expect(await found(word)).toEqual(slugs)
  })
})

it('finds what has been renamed, by its new name alone', async () => {
  await make({ name: 'Rust Days' })
  await db.conference.updateMany({ data: { name: 'Crab Days' } })
  expect([await found('rust'), await found('crab')]).toEqual([[], ['one-0']])
})

it('shows thirty at most, the latest first, those without a day last, and says that there are more', async () => {
  const days = Array.from({ length: 30 }, (_, index) => ({ name: `Day ${index}`, firstOn: `2026-03-${index + 1}` }))
  await make({ name: 'Some day' }, ...days)
  const { lines, isCut } = await findConferences(db, guest, 'day')
  expect([isCut, lines.map(({ name }) => name)]).toEqual([true, days.map(({ name }) => name).toReversed()])
  await db.conference.deleteMany({ where: { name: 'Day 0' } })
  const all = await findConferences(db, guest, 'day')
  expect([all.isCut, all.lines.length, all.lines.at(-1)?.name]).toEqual([false, 30, 'Some day'])
})

it('finds no private one but for those who have a role there, and none that was deleted', async () => {
  const [mine, , gone] = await make(
    { name: 'Mine', visibility: 'private' },
    { name: 'Theirs', visibility: 'private' },
    { name: 'Gone' },
  )
  const deleted = {
    deletedAt: new Date('2026-03-24T10:00:00Z'),
    visibility: 'private',
    visibilityBefore: 'public',
  } as const
  await db.conference.update({ where: { id: gone?.id ?? '' }, data: deleted })
  const person = await makePerson(db)
  await db.membership.create({ data: { conferenceId: mine?.id ?? '', userId: person.id, role: 'attendee' } })
  const foundBy = async (viewer: typeof person | typeof guest) =>
    (await findConferences(db, viewer, 'one')).lines.map(({ slug, role }) => [slug, role])
  expect([await foundBy(guest), await foundBy(person), await foundBy(await makePerson(db))]).toEqual([
    [],
    [['one-0', 'attendee']],
    [],
  ])
})
