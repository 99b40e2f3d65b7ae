import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aProgram } from '@/tests/factories/program'
import { couldBeRenamed, haveLikeTitles, isSameTalk, type Comparable } from './alike'
import { groupBy } from '@/lib/platform/collections/group-by'
import { compareTexts, Matches } from './matches'
import { countStanding } from './standing'

const session = (title: string, speakers: string[] = [], dayOn = '2026-03-24'): Comparable => ({
  title,
  dayOn,
  startAt: null,
  rooms: [],
  speakers: speakers.map((name) => ({ name })),
})

describe('two titles', () => {
  it.each([
    ['Building a compiler in Rust', 'How to build your own Rust compiler'],
    ['Kubernetes: the hard way', 'KUBERNETES — THE HARD WAY!'],
    ['Café society', 'Cafe Society'],
    ['機械学習の入門', '機械学習入門（改訂版）'],
    ['42', '42'],
    ['The talk', 'the TALK'],
  ])('are one, reworded: %s and %s', (one, other) => {
    expect([haveLikeTitles(one, other), haveLikeTitles(other, one)]).toEqual([true, true])
  })

  it.each([
    ['Building a compiler in Rust', 'Gardening for beginners'],
    ['Keynote', 'Keynote: the future of gardens'],
    ['41', '42'],
    ['The talk', 'Lunch'],
    ['Numbers 1', 'Letters 1'],
  ])('are two: %s and %s', (one, other) => {
    expect([haveLikeTitles(one, other), haveLikeTitles(other, one)]).toEqual([false, false])
  })

  it('are alike from three tenths of the words of the shorter one on', () => {
    const words = 'alpha bravo charlie delta echo foxtrot golf hotel india juliett'.split(' ')
    const sharing = (count: number) =>
      haveLikeTitles(
        words.join(' '),
        [...words.slice(0, count), ...words.slice(count).map((word) => `${word}x`)].join(' '),
      )
    expect([sharing(2), sharing(3)]).toEqual([false, true])
  })

  it('are alike the same way round both ways, and every title is like itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect([haveLikeTitles(one, one), haveLikeTitles(one, other)]).toEqual([true, haveLikeTitles(other, one)])
      }),
    )
  })
})

describe('an id that is used again', () => {
  it('means the same talk by its title or one of its people', () => {
    expect(isSameTalk(session('Rust', ['Ann']), session('Gardening', ['Bo', 'ANN']))).toBe(true)
    expect(isSameTalk(session('Rust for all', ['Ann']), session('Rust', ['Bo']))).toBe(true)
    expect(isSameTalk(session('Rust', ['Ann']), session('Gardening', ['Bo']))).toBe(false)
    expect(isSameTalk(session('Rust'), session('Gardening'))).toBe(false)
  })

  it.each(['TBA', 'Keynote (TBD)', 'To be announced', 'À définir', 'Wird noch bekannt gegeben', 'wird bekanntgegeben'])(
    'means whatever comes in the place of %s',
    (title) => expect(isSameTalk(session(title, ['Ann']), session('Gardening', ['Bo']))).toBe(true),
  )

  it('knows no placeholder within a word', () => {
    expect(isSameTalk(session('Softball', ['Ann']), session('Gardening', ['Bo']))).toBe(false)
    expect(isSameTalk(session('Gatbanana', ['Ann']), session('Gardening', ['Bo']))).toBe(false)
  })

  it('could be renamed where one of both names nobody, on the same day', () => {
    const cases = [
      [session('a'), session('b')],
      [session('a', ['Ann']), session('b')],
      [session('a'), session('b', ['Bo'])],
      [session('a', ['Ann']), session('b', ['Bo'])],
      [session('a'), session('b', [], '2026-03-25')],
    ] as const
    expect(cases.map(([stored, incoming]) => couldBeRenamed(stored, incoming))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

describe('pairs', () => {
  it('are found once for each side, the first found stays', () => {
    const matches = new Matches<string, number>()
    matches.add('a', 1)
    matches.add('a', 2)
    matches.add('b', 1)
    matches.add('c', 2)
    expect([...matches.found]).toEqual([
      ['a', 1],
      ['c', 2],
    ])
    expect([matches.openIncoming(['a', 'b', 'c']), matches.openStored([1, 2, 3])]).toEqual([['b'], [3]])
  })

  it('pair nobody twice, whatever is offered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5))), (offers) => {
        const matches = new Matches<number, number>()
        for (const [incoming, stored] of offers) matches.add(incoming, stored)
        expect(new Set(matches.found.values()).size).toBe(matches.found.size)
        // Nobody is left who could be paired.
        const [open, free] = [
          new Set(matches.openIncoming([0, 1, 2, 3, 4, 5])),
          new Set(matches.openStored([0, 1, 2, 3, 4, 5])),
        ]
        expect(offers.filter(([incoming, stored]) => open.has(incoming) && free.has(stored))).toEqual([])
      }),
    )
  })
})

it('groups in the order of the first ones, and orders texts alike everywhere', () => {
  expect([...groupBy(['bee', 'ant', 'bat', 'ape'], (word) => word.charAt(0))]).toEqual([
    ['b', ['bee', 'bat']],
    ['a', ['ant', 'ape']],
  ])
  expect(['ä', 'a', 'Z', 'z', ''].sort(compareTexts)).toEqual(['', 'Z', 'a', 'z', 'ä'])
  expect(compareTexts('a', 'a')).toBe(0)
})

it('counts what takes place, and what that names', () => {
  const program = aProgram([
    { title: 'A', rooms: ['Hall', 'HALL'], speakers: ['Ann', 'Bo'], dayOn: '2026-03-24' },
    { title: 'B', rooms: ['Hall'], speakers: ['Ann'], dayOn: '2026-03-25' },
    { title: 'C', rooms: ['Loft'], speakers: ['Eve'], dayOn: '2026-03-26', cancelled: true },
  ])
  expect(countStanding(program)).toEqual({ sessions: 2, rooms: 1, speakers: 2, days: 2 })
  expect(countStanding({ ...program, sessions: [] })).toEqual({ sessions: 0, rooms: 0, speakers: 0, days: 0 })
})
