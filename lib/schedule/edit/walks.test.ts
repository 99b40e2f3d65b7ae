import { beforeEach, describe, expect, it } from 'vitest'
import { grant } from '@/lib/people/server/grant'
import type { Viewer } from '@/lib/people/server/viewer-of-cookies'
import { AppError } from '@/lib/platform/errors'
import { testDatabase } from '@/tests/db'
import { makeConference } from '@/tests/factories/conference'
import { makePerson } from '@/tests/factories/person'
import { loadAgenda } from '../read/load-agenda'
import { listWalks, setWalks, walksSchema, type WalkCell } from './walks'

const { db } = await testDatabase()
const now = new Date('2026-03-20T10:00:00Z')

let conference: Awaited<ReturnType<typeof makeConference>>
let owner: Viewer
beforeEach(async () => {
  conference = await makeConference(db, { sessions: 1 })
  owner = await member('owner')
  await makeRooms('West', 'East', 'West', null, 'Gone')
})

async function member(role: 'owner' | 'organizer' | 'steward' | 'attendee'): Promise<Viewer> {
  const person = await makePerson(db)
  await db.membership.create({ data: { conferenceId: conference.id, userId: person.id, role } })
  return person
}

async function makeRooms(...zones: (string | null)[]): Promise<void> {
  await db.room.createMany({
    data: zones.map((zone, index) => ({
      conferenceId: conference.id,
      slug: `room-${index}`,
      name: `Room ${index}`,
      zone,
      archivedAt: zone === 'Gone' ? now : null,
    })),
  })
}

const set = (cells: WalkCell[], viewer = owner) =>
  grant(db, viewer, conference.slug, 'editSchedule')
    .then(({ granted }) => setWalks(db, granted, cells, now))
    .then(
      () => 'done',
      (error: unknown) => (error instanceof AppError ? error.code : error),
    )
const versionNow = async () => (await db.conference.findUniqueOrThrow({ where: { id: conference.id } })).version

describe('setWalks', () => {
  it('corrects and clears cells, each once for every screen, and leaves the others', async () => {
    expect(await listWalks(db, conference.id)).toEqual({ zones: ['East', 'West'], walks: [] })
    await set([
      { from: 'East', to: 'West', minutes: 12 },
      { from: 'West', to: 'West', minutes: 0 },
    ])
    expect([(await loadAgenda(db, conference.id))?.walks, await versionNow()]).toEqual([
      [
        { from: 'East', to: 'West', minutes: 12 },
        { from: 'West', to: 'West', minutes: 0 },
      ],
      2,
    ])
    await set([
      { from: 'East', to: 'West', minutes: null },
      { from: 'West', to: 'East', minutes: 7 },
    ])
    expect([(await listWalks(db, conference.id)).walks, await versionNow()]).toEqual([
      [
        { from: 'West', to: 'East', minutes: 7 },
        { from: 'West', to: 'West', minutes: 0 },
      ],
      3,
    ])
  })

  it('changes nothing where it says what stands', async () => {
    await set([{ from: 'East', to: 'West', minutes: 12 }])
    await set([
      { from: 'East', to: 'West', minutes: 12 },
      { from: 'West', to: 'East', minutes: null },
    ])
    await set([])
    expect(await versionNow()).toBe(2)
  })

  it.each(['Nowhere', 'Gone', 'west', 'West ', '__proto__', 'W\u0000est'])(
    'refuses a zone that no room is in, and writes nothing: %j',
    async (from) => {
      expect([
        await set([
          { from: 'East', to: 'West', minutes: 1 },
          { from, to: 'West', minutes: 3 },
        ]),
        await versionNow(),
      ]).toEqual(['INVALID', 1])
      expect((await listWalks(db, conference.id)).walks).toEqual([])
    },
  )

  it.each([
    ['private', 'owner', 'done'],
    ['private', 'organizer', 'done'],
    ['private', 'steward', 'FORBIDDEN'],
    ['private', 'attendee', 'FORBIDDEN'],
    ['private', 'stranger', 'NOT_FOUND'],
    ['private', 'guest', 'NOT_FOUND'],
    ['public', 'owner', 'done'],
    ['public', 'organizer', 'done'],
    ['public', 'steward', 'FORBIDDEN'],
    ['public', 'attendee', 'FORBIDDEN'],
    ['public', 'stranger', 'FORBIDDEN'],
    ['public', 'guest', 'UNAUTHENTICATED'],
  ] as const)('in a %s conference answers %s: %s', async (visibility, who, answer) => {
    await db.conference.update({ where: { id: conference.id }, data: { visibility } })
    const viewer =
      who === 'guest' ? { kind: 'guest' as const } : who === 'stranger' ? await makePerson(db) : await member(who)
    expect(await set([{ from: 'East', to: 'West', minutes: 9 }], viewer)).toBe(answer)
    expect((await listWalks(db, conference.id)).walks).toEqual(
      answer === 'done' ? [{ from: 'East', to: 'West', minutes: 9 }] : [],
    )
  })

  it('has no conference of that name', async () => {
    await expect(grant(db, owner, 'nowhere', 'editSchedule')).rejects.toEqual(new AppError('NOT_FOUND', 'conference'))
  })
})

it.each([
  [[{ from: '', to: 'A', minutes: 1 }]],
  [[{ from: 'A', to: 'x'.repeat(101), minutes: 1 }]],
  [[{ from: 'A', to: 'B', minutes: -1 }]],
  [[{ from: 'A', to: 'B', minutes: 1.5 }]],
  [[{ from: 'A', to: 'B', minutes: 121 }]],
  [[{ from: 'A', to: 'B', minutes: '3' }]],
  [[{ from: 'A', to: 'B' }]],
  [
    [
      { from: 'A', to: 'B', minutes: 1 },
      { from: 'A', to: 'B', minutes: 2 },
    ],
  ],
  ['A'],
  [null],
  [Array.from({ length: 2_501 }, (_, index) => ({ from: 'A', to: `${index}`, minutes: 1 }))],
])('takes no cells like %j', (cells) => {
  expect(walksSchema.safeParse(cells).success).toBe(false)
})
