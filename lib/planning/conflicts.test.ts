import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, talk } from '@/tests/factories/agenda'
import { findConflicts, overlapsWith } from './conflicts'

describe('findConflicts', () => {
  it('names every pair, by the start of its first', () => {
    const late = talk('late', at('09:30', '10:30'))
    const early = talk('early', at('08:00', '09:10'))
    const middle = talk('middle', at('09:00', '10:00'))
    expect(findConflicts([late, middle, early])).toEqual([
      { a: early, b: middle, minutes: 10 },
      { a: middle, b: late, minutes: 30 },
    ])
  })

  it('finds none among sessions that follow each other', () => {
    expect(
      findConflicts([
        talk('a', at('08:00', '09:00')),
        talk('b', at('09:00', '10:00')),
        talk('c', at('10:00', '11:00')),
      ]),
    ).toEqual([])
  })

  it('leaves out what has no time yet', () => {
    expect(
      findConflicts([
        talk('a'),
        talk('b', { startAt: undefined, endAt: undefined }),
        talk('c', { startAt: undefined, endAt: undefined }),
      ]),
    ).toEqual([])
  })
})

describe('overlapsWith', () => {
  const nine = talk('nine', at('09:00', '10:00'))

  it.each([
    ['one within it', at('09:15', '09:45'), 30],
    ['one around it', at('08:00', '11:00'), 60],
    ['its twin', at('09:00', '10:00'), 60],
    ['one of unknown end that begins during it', at('09:30'), 0],
    ['one of unknown end that begins with it', at('09:00'), 0],
    ['one of no length during it', at('09:30', '09:30'), 0],
  ])('names %s', (_, time, minutes) => {
    const other = talk('other', time)
    expect([overlapsWith(nine, [other]), overlapsWith(other, [nine])]).toEqual([
      [{ other, minutes }],
      [{ other: nine, minutes }],
    ])
  })

  it.each([
    ['one that begins as it ends', at('10:00', '11:00')],
    ['one that ends as it begins', at('08:00', '09:00')],
    ['one of unknown end that began before it', at('08:30')],
    ['one of unknown end that begins as it ends', at('10:00')],
    ['one of no length at its end', at('10:00', '10:00')],
  ])('passes over %s', (_, time) => {
    const other = talk('other', time)
    expect([overlapsWith(nine, [other]), overlapsWith(other, [nine])]).toEqual([[], []])
  })

  it('lets two of unknown end collide only at the same start', () => {
    const [a, b, c] = [talk('a', at('09:00')), talk('b', at('09:00')), talk('c', at('09:01'))]
    expect(overlapsWith(a, [a, b, c])).toEqual([{ other: b, minutes: 0 }])
  })

  it('passes over what is cancelled', () => {
    const cancelled = talk('cancelled', { ...at('09:00', '10:00'), status: 'cancelled' })
    expect([overlapsWith(nine, [cancelled]), overlapsWith(cancelled, [nine])]).toEqual([[], []])
  })

  it('passes over a container and its own parts, not over another container', () => {
    const container = talk('container', { ...at('08:00', '17:00'), kind: 'container', colocated: 'cloud' })
    const [part, child, stranger] = [
      talk('part', { ...at('09:00', '10:00'), colocated: 'cloud' }),
      talk('child', { ...at('11:00', '12:00'), parent: 'container' }),
      talk('stranger', { ...at('13:00', '13:30'), colocated: 'data' }),
    ]
    expect(overlapsWith(container, [part, child, stranger])).toEqual([{ other: stranger, minutes: 30 }])
    expect([overlapsWith(part, [container]), overlapsWith(child, [container])]).toEqual([[], []])
  })

  it('measures a night on which the clocks change by what passes', () => {
    // In Paris 01:30–03:30 on the wall, but one hour only: 02:00 is followed by 03:00.
    const party = talk('party', { startAt: '2026-03-29T00:30:00.000Z', endAt: '2026-03-29T01:30:00.000Z' })
    const walk = talk('walk', { startAt: '2026-03-29T00:45:00.000Z', endAt: '2026-03-29T02:45:00.000Z' })
    expect(overlapsWith(party, [walk])).toEqual([{ other: walk, minutes: 45 }])
  })
})

it('passes over the parts of a container of the same event alone', () => {
  const [one, other] = [
    talk('one', { ...at('09:00', '10:00'), colocated: 'cloud' }),
    talk('other', { ...at('09:30', '10:30'), colocated: 'cloud' }),
  ]
  expect(overlapsWith(one, [other])).toEqual([{ other, minutes: 30 }])
  const [whole, stray] = [talk('whole', { ...at('08:00', '17:00'), kind: 'container' }), talk('stray', at('09:00'))]
  expect(overlapsWith(whole, [stray])).toEqual([{ other: stray, minutes: 0 }])
})

it('agrees with a list of minutes, whatever the times', () => {
  const minute = fc.nat(40)
  const session = fc.tuple(minute, fc.option(minute, { nil: undefined })).map(([start, length]) => ({ start, length }))
  const time = (minutes: number) => `2026-03-24T09:${String(minutes).padStart(2, '0')}:00.000Z`
  const drawn = ({ start, length }: { start: number; length: number | undefined }, id: string) => {
    const end = length === undefined ? undefined : start + length
    const endAt = end === undefined ? undefined : new Date(Date.parse(time(0)) + end * 60_000).toISOString()
    return { id, start, end, session: talk(id, { startAt: time(start), endAt }) }
  }
  fc.assert(
    fc.property(session, session, (a, b) => {
      const [one, two] = [drawn(a, 'one'), drawn(b, 'two')]
      const covered = ({ start, end }: { start: number; end: number | undefined }) =>
        end === undefined || end === start ? [start] : Array.from({ length: end - start }, (_, index) => start + index)
      const both = covered(one).filter((at) => covered(two).includes(at)).length
      const isMoment = [one, two].some(({ start, end }) => end === undefined || end === start)
      // Two moments are at once only where they are the same one.
      const expected = both === 0 ? [] : [isMoment ? 0 : both]
      expect(overlapsWith(one.session, [two.session]).map(({ minutes }) => minutes)).toEqual(expected)
      expect(overlapsWith(two.session, [one.session]).map(({ minutes }) => minutes)).toEqual(expected)
    }),
  )
})
