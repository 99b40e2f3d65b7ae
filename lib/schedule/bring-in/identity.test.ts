import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { haveLikeTitles, type IncomingIdentity, type StoredIdentity } from './alike'
import { matchSessions } from './identity'

const base = {
  dayOn: '2026-03-24',
  startAt: '2026-03-24T08:00:00.000Z',
  rooms: ['Hall A'],
  speakers: [{ name: 'Ann Lee' }],
}

function stored(id: string, given: Partial<StoredIdentity> = {}): StoredIdentity {
  return { ...base, id, title: 'Rust for operators', sourceKeys: [], cancelled: false, ...given }
}

function incoming(given: Partial<IncomingIdentity> = {}): IncomingIdentity {
  return { ...base, sourceId: null, title: 'Rust for operators', ...given }
}

/** Which stored session each incoming one is, in the order given; null: a new one. */
function idsOf(storedSessions: StoredIdentity[], incomingSessions: IncomingIdentity[]): (string | null)[] {
  const matches = matchSessions(storedSessions, incomingSessions)
  return incomingSessions.map((session) => matches.get(session)?.id ?? null)
}

describe('matchSessions', () => {
  it('knows a session by its source id, whatever else of it moved', () => {
    const found = idsOf(
      [stored('a', { sourceKeys: ['7'] }), stored('b', { sourceKeys: ['8'] })],
      [
        incoming({
          sourceId: '7',
          title: 'Rust for all operators',
          startAt: null,
          dayOn: '2026-03-26',
          rooms: [],
          speakers: [],
        }),
      ],
    )
    expect(found).toEqual(['a'])
  })

  it('takes a reused id with another title and other people for a new session', () => {
    expect(
      idsOf(
        [stored('a', { sourceKeys: ['7'] })],
        [incoming({ sourceId: '7', title: 'Gardening at night', speakers: [{ name: 'Bo Li' }] })],
      ),
    ).toEqual([null])
  })

  it('keeps the id of a talk that is renamed by its speaker, and of one that is announced at last', () => {
    const sessions = [
      stored('a', { sourceKeys: ['7'] }),
      stored('b', { sourceKeys: ['8'], title: 'TBA: keynote', speakers: [] }),
    ]
    expect(
      idsOf(sessions, [
        incoming({ sourceId: '7', title: 'Gardening at night' }),
        incoming({ sourceId: '8', title: 'Ships', speakers: [{ name: 'Bo Li' }] }),
      ]),
    ).toEqual(['a', 'b'])
  })

  it('keeps the id of a slot that nobody is named for and that gets another name', () => {
    expect(
      idsOf(
        [stored('a', { sourceKeys: ['7'], title: 'Welcome', speakers: [] })],
        [incoming({ sourceId: '7', title: 'Opening by the minister' })],
      ),
    ).toEqual(['a'])
  })

  it('sees through ids that are the numbers of rows, after a row was put in', () => {
    const [lunch, tea] = [
      { title: 'Lunch', speakers: [] },
      { title: 'Tea', speakers: [] },
    ]
    const rows = [
      incoming({ ...tea, title: 'Yoga', sourceId: '1' }),
      incoming({ ...lunch, sourceId: '2' }),
      incoming({ ...tea, sourceId: '3' }),
    ]
    expect(
      idsOf([stored('lunch', { ...lunch, sourceKeys: ['1'] }), stored('tea', { ...tea, sourceKeys: ['2'] })], rows),
    ).toEqual([null, 'lunch', 'tea'])
  })

  it('finds a session whose source gave all ids anew', () => {
    expect(
      idsOf([stored('a', { sourceKeys: ['7'] })], [incoming({ sourceId: 'x-1', title: 'RUST for Operators!' })]),
    ).toEqual(['a'])
  })

  it('finds a session without ids that moved, by its title and people', () => {
    expect(
      idsOf([stored('a')], [incoming({ startAt: '2026-03-25T15:00:00.000Z', dayOn: '2026-03-25', rooms: ['Attic'] })]),
    ).toEqual(['a'])
  })

  describe('of a title that changed, without an id', () => {
    const later = { startAt: '2026-03-24T10:00:00.000Z' }
    const two = [stored('a', { title: 'Sails' }), stored('b', { title: 'Anchors', ...later })]

    it('knows a session by its people, time and room', () => {
      expect(idsOf([stored('a', { title: 'Sails' })], [incoming({ title: 'Winds' })])).toEqual(['a'])
      expect(idsOf(two, [incoming({ title: 'Winds' }), incoming({ title: 'Chains', ...later })])).toEqual(['a', 'b'])
    })

    it.each([
      ['other people', { speakers: [{ name: 'Bo Li' }] }],
      ['one more', { speakers: [{ name: 'Ann Lee' }, { name: 'Bo Li' }] }],
      ['another time', later],
      ['another room', { rooms: ['Hall B'] }],
      ['an id', { sourceId: '7' }],
    ])('does not where it has %s', (_, given) => {
      expect(idsOf([stored('a', { title: 'Sails' })], [incoming({ title: 'Winds', ...given })])).toEqual([null])
    })

    it.each([
      ['nobody speaks', { speakers: [] }],
      ['no room is known', { rooms: [] }],
      ['no time is known', { startAt: null }],
    ])('does not where %s', (_, given) => {
      expect(idsOf([stored('a', { title: 'Sails', ...given })], [incoming({ title: 'Winds', ...given })])).toEqual([
        null,
      ])
    })

    it('does not where its source had an id, or it was cancelled', () => {
      expect(idsOf([stored('a', { title: 'Sails', sourceKeys: ['7'] })], [incoming({ title: 'Winds' })])).toEqual([
        null,
      ])
      expect(idsOf([stored('a', { title: 'Sails', cancelled: true })], [incoming({ title: 'Winds' })])).toEqual([null])
    })

    it('follows titles where one speaker’s talks changed places, and guesses nothing where they were reworded', () => {
      expect(idsOf(two, [incoming({ title: 'Anchors' }), incoming({ title: 'Sails', ...later })])).toEqual(['b', 'a'])
      expect(
        idsOf(two, [incoming({ title: 'Anchors and chains' }), incoming({ title: 'Sails in winds', ...later })]),
      ).toEqual([null, null])
      expect(idsOf(two, [incoming({ title: 'Anchors' }), incoming({ title: 'Winds', ...later })])).toEqual(['b', null])
    })

    it('guesses nothing where two are in one slot', () => {
      const twins = [stored('a', { title: 'Sails' }), stored('b', { title: 'Anchors' })]
      expect(idsOf(twins, [incoming({ title: 'Winds' })])).toEqual([null])
      expect(
        idsOf([stored('a', { title: 'Sails' })], [incoming({ title: 'Winds' }), incoming({ title: 'Chains' })]),
      ).toEqual([null, null])
    })
  })

  it('tells two of one title at one time apart by their rooms', () => {
    const sessions = [
      stored('a', { title: 'Cloakroom', speakers: [], rooms: ['East'] }),
      stored('b', { title: 'Cloakroom', speakers: [], rooms: ['West'] }),
    ]
    expect(
      idsOf(sessions, [
        incoming({ title: 'Cloakroom', speakers: [], rooms: ['West'] }),
        incoming({ title: 'Cloakroom', speakers: [], rooms: ['East'] }),
      ]),
    ).toEqual(['b', 'a'])
  })

  it('guesses nothing where two could be meant', () => {
    const lunches = [
      stored('a', { title: 'Lunch', speakers: [] }),
      stored('b', { title: 'Lunch', speakers: [], startAt: '2026-03-24T10:00:00.000Z' }),
    ]
    expect(idsOf(lunches, [incoming({ title: 'Lunch', speakers: [], startAt: '2026-03-24T12:00:00.000Z' })])).toEqual([
      null,
    ])
  })

  it('finds what stands before what was cancelled', () => {
    expect(idsOf([stored('a', { cancelled: true }), stored('b')], [incoming()])).toEqual(['b'])
  })

  it('knows what was cancelled again where it comes back just as it was, though its name stands elsewhere', () => {
    const moved = { startAt: '2026-03-24T09:00:00.000Z' }
    expect(idsOf([stored('gone', { cancelled: true }), stored('other', moved)], [incoming()])).toEqual(['gone'])
  })

  it('gives a session that two ids name to the one that is more like it', () => {
    const sessions = [stored('a', { sourceKeys: ['7', '8'] })]
    expect(
      idsOf(sessions, [incoming({ sourceId: '7', title: 'Rust for operators, part 2' }), incoming({ sourceId: '8' })]),
    ).toEqual([null, 'a'])
  })

  describe('of a talk held several times under one id', () => {
    const [monday, tuesday, wednesday] = ['2026-03-23', '2026-03-24', '2026-03-25'].map((day) => ({
      title: 'Knots',
      dayOn: day,
      startAt: `${day}T08:00:00.000Z`,
    }))
    const all = [
      stored('mon', { ...monday, sourceKeys: ['K'] }),
      stored('tue', { ...tuesday, sourceKeys: ['K'] }),
      stored('wed', { ...wednesday, sourceKeys: ['K'] }),
    ]
    const again = (at: object, given = {}) => incoming({ ...at, ...given, sourceId: 'K' })

    it('knows each by its time, in whatever order they come', () => {
      expect(idsOf(all, [again(wednesday ?? {}), again(tuesday ?? {}), again(monday ?? {})])).toEqual([
        'wed',
        'tue',
        'mon',
      ])
    })

    it('misses the one that is gone, also where only the first was kept under the id', () => {
      expect(idsOf(all, [again(tuesday ?? {}), again(wednesday ?? {})])).toEqual(['tue', 'wed'])
      expect(
        idsOf(
          all.map((session, index) => ({ ...session, sourceKeys: index === 0 ? ['K'] : [] })),
          [again(wednesday ?? {}), again(tuesday ?? {})],
        ),
      ).toEqual(['wed', 'tue'])
    })

    it('follows the one that moved, by its day, then to the nearest', () => {
      expect(
        idsOf(all, [
          again(wednesday ?? {}),
          again(tuesday ?? {}, { startAt: '2026-03-24T15:00:00.000Z' }),
          again(monday ?? {}),
        ]),
      ).toEqual(['wed', 'tue', 'mon'])
      expect(
        idsOf(all, [
          again(monday ?? {}),
          again(wednesday ?? {}, { dayOn: '2026-03-26', startAt: '2026-03-26T08:00:00.000Z' }),
        ]),
      ).toEqual(['mon', 'wed'])
    })

    it('tells two at one time apart by their rooms', () => {
      const both = [
        stored('a', { sourceKeys: ['K'], rooms: ['Level -1'] }),
        stored('b', { sourceKeys: ['K'], rooms: ['Level 1'] }),
      ]
      expect(idsOf(both, [again({ rooms: ['Level 1'] }), again({ rooms: ['Level -1'] })])).toEqual(['b', 'a'])
      expect(idsOf(both, [again({ rooms: ['Level 1'] })])).toEqual(['b'])
    })

    it('does not compare each with each where a column of one value passes for ids', () => {
      const rows = Array.from({ length: 3000 }, (_, index) => ({
        title: `Talk ${index % 1500}`,
        speakers: [],
        sourceId: 'same',
      }))
      const known = rows.map(({ title, speakers }, index) =>
        stored(String(index), { title: `${title}!`, speakers, sourceKeys: ['same'] }),
      )
      expect(
        matchSessions(
          known,
          rows.map((row) => incoming(row)),
        ).size,
      ).toBe(3000)
    })
  })

  it.each([
    ['C++', 'C#'],
    ['कमल', 'कोमल'],
    ['ガイド', 'カイト'],
    ['Level -1', 'Level 1'],
  ])('never takes %s for %s', (a, b) => {
    const at = (title: string) => ({ title, speakers: [], rooms: [] })
    expect(idsOf([stored('a', at(a)), stored('b', at(b))], [incoming(at(b)), incoming(at(a))])).toEqual(['b', 'a'])
    expect(idsOf([stored('a', at(a)), stored('b', at(b))], [incoming(at(b))])).toEqual(['b'])
  })

  const comparable = {
    title: fc.constantFrom('Lunch', 'Rust', 'Rust!', 'Go at night', 'TBA'),
    dayOn: fc.constantFrom('2026-03-24', '2026-03-25'),
    startAt: fc.constantFrom(null, '2026-03-24T08:00:00.000Z', '2026-03-24T09:00:00.000Z'),
    rooms: fc.subarray(['Hall A', 'Hall B']),
    speakers: fc.subarray([{ name: 'Ann Lee' }, { name: 'Bo Li' }]),
  }
  const sourceId = fc.constantFrom('1', '2', '3', '4', '5', '6')
  const storedList = fc.uniqueArray(
    fc.record({
      ...comparable,
      id: fc.uuid(),
      cancelled: fc.boolean(),
      sourceKeys: fc.uniqueArray(sourceId, { maxLength: 2 }),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  const incomingList = fc.array(fc.record({ ...comparable, sourceId: fc.option(sourceId) }), { maxLength: 8 })

  /** What became what, as text: sessions alike in everything are interchangeable. */
  const described = (matches: Map<IncomingIdentity, StoredIdentity>) =>
    [...matches].map(([session, match]) => `${JSON.stringify(session)} is ${match.id}`).sort()

  it('decides the same whatever the order, and gives each session at most once', () => {
    fc.assert(
      fc.property(storedList, incomingList, fc.infiniteStream(fc.nat()), (storedSessions, incomingSessions, random) => {
        const shuffle = <Item>(items: Item[]) =>
          items
            .map((item) => ({ item, at: random.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const matches = matchSessions(storedSessions, incomingSessions)
        expect(described(matchSessions(shuffle(storedSessions), shuffle(incomingSessions)))).toEqual(described(matches))
        expect(new Set([...matches.values()]).size).toBe(matches.size)
      }),
      { numRuns: 500 },
    )
  })

  it('recognises every session of the same programme again', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ ...comparable, sourceId: fc.option(sourceId) }), {
          selector: (session) => JSON.stringify({ ...session, sourceId: 0 }),
          maxLength: 8,
        }),
        (sessions) => {
          const storedSessions = sessions.map((session, index) => ({
            ...session,
            id: String(index),
            cancelled: false,
            sourceKeys: session.sourceId === null ? [] : [session.sourceId],
          }))
          const matches = matchSessions(storedSessions, sessions.toReversed())
          expect(sessions.map((session) => matches.get(session)?.id)).toEqual(sessions.map((_, index) => String(index)))
        },
      ),
    )
  })
})

describe('haveLikeTitles', () => {
  it.each([
    ['Rust for operators', 'Rust for cluster operators', true],
    ['[SOLD OUT] Rust 101', 'Rust 101', true],
    ['Keynote: Ships', 'Keynote: Gardens', false],
    ['クラウドの未来', 'クラウドネイティブの未来', true],
    ['🎉', '🎉', true],
    ['🎉', '🚨', false],
  ])('%j and %j: %s', (a, b, alike) => {
    expect(haveLikeTitles(a, b)).toBe(alike)
  })
})
