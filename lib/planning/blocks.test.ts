import { describe, expect, it } from 'vitest'
import { at, talk } from '@/tests/factories/agenda'
import { addDays, dateOn, timeOf } from '@/lib/platform/time'
import { blockClockChanges, blockDays, blocksDuring, blockTimes, endsNextDay, placeBlocks } from './blocks'

const paris = 'Europe/Paris'
const span = (startAt: string, endAt: string) => ({ startAt: new Date(startAt), endAt: new Date(endAt) })

describe('blockDays', () => {
  it('puts one that is once on its day in the zone, over midnight too', () => {
    const block = span('2026-03-24T22:30:00Z', '2026-03-24T23:30:00Z')
    expect(blockDays({ ...block, daily: false }, ['2026-03-24'], paris)).toEqual([{ day: '2026-03-24', ...block }])
    expect(blockDays({ ...block, daily: false }, ['2026-03-24'], 'Pacific/Auckland')).toEqual([
      { day: '2026-03-25', ...block },
    ])
  })

  it('keeps the time on the clocks when they change', () => {
    expect(
      blockDays(
        { ...span('2026-03-28T14:30:00Z', '2026-03-28T15:30:00Z'), daily: true },
        ['2026-03-28', '2026-03-29'],
        paris,
      ),
    ).toEqual([
      { day: '2026-03-28', ...span('2026-03-28T14:30:00Z', '2026-03-28T15:30:00Z') },
      { day: '2026-03-29', ...span('2026-03-29T13:30:00Z', '2026-03-29T14:30:00Z') },
    ])
  })

  it('keeps both times of one that is under way when they change, each day and over midnight', () => {
    const days = ['2027-03-27', '2027-03-28', '2027-10-30', '2027-10-31']
    const clocks = (startAt: string, endAt: string) =>
      blockDays({ ...span(startAt, endAt), daily: true }, days, paris).map(
        ({ day, startAt, endAt }) => `${day} ${timeOf(startAt, paris)}–${dateOn(endAt, paris)} ${timeOf(endAt, paris)}`,
      )
    const [night, party] = [
      ['01:30', '04:00'],
      ['23:00', '05:00'],
    ] as const
    const expected = [
      days.map((day) => `${day} ${night[0]}–${day} ${night[1]}`),
      days.map((day) => `${day} ${party[0]}–${addDays(day, 1)} ${party[1]}`),
    ]
    // Written on a night of the usual length, on a short and on a long one.
    for (const day of ['2027-03-27', '2027-03-28', '2027-10-31']) {
      const times = blockTimes(day, ...night, paris)
      expect(clocks(times?.startAt ?? '', times?.endAt ?? '')).toEqual(expected[0])
    }
    for (const day of ['2027-03-26', '2027-03-27', '2027-10-30']) {
      const times = blockTimes(day, ...party, paris)
      expect(clocks(times?.startAt ?? '', times?.endAt ?? '')).toEqual(expected[1])
    }
  })

  it('leaves as long as ever one that the clocks skip', () => {
    expect(
      blockDays({ ...span('2027-03-27T01:15:00Z', '2027-03-27T02:00:00Z'), daily: true }, ['2027-03-28'], paris),
    ).toEqual([{ day: '2027-03-28', ...span('2027-03-28T01:15:00Z', '2027-03-28T02:00:00Z') }])
  })
})

it.each([
  ['2027-03-28', '02:30', '03:30', ['02:30 as 03:30']],
  ['2027-03-28', '01:30', '02:30', ['02:30 as 03:30']],
  ['2027-03-27', '23:00', '02:00', ['02:00 as 03:00']],
  ['2027-03-28', '23:00', '02:00', []],
  ['2027-03-28', '01:30', '03:00', []],
  ['2027-10-31', '02:30', '03:30', ['02:30 twice']],
  ['2027-10-30', '22:00', '02:15', ['02:15 twice']],
  ['2027-10-31', '01:30', '03:00', []],
  ['2027-03-28', '', '', []],
])('tells what a change of clocks makes of a block on %s from %s to %s', (day, from, to, expected) => {
  const told = blockClockChanges([day, '2027-06-01'], from, to, paris).map(
    ({ day, time, change }) => `${day} ${time} ${change.kind === 'twice' ? 'twice' : `as ${change.readAs}`}`,
  )
  expect(told).toEqual(expected.map((said) => `${day} ${said}`))
})

describe('blockTimes', () => {
  it('reads a form in the zone; an end in the night after is on the next day', () => {
    expect(blockTimes('2026-03-24', '15:30', '16:15', paris)).toEqual({
      startAt: '2026-03-24T14:30:00.000Z',
      endAt: '2026-03-24T15:15:00.000Z',
    })
    expect(blockTimes('2026-03-28', '23:00', '03:30', paris)).toEqual({
      startAt: '2026-03-28T22:00:00.000Z',
      endAt: '2026-03-29T01:30:00.000Z',
    })
  })

  it.each([
    ['15:30', '14:30'],
    ['23:00', '06:01'],
    ['03:00', '02:00'],
    ['06:00', '06:00'],
  ])('refuses %s to %s, which would last nearly a day', (from, to) => {
    expect([endsNextDay(from, to), blockTimes('2026-03-24', from, to, paris)]).toEqual([false, null])
  })

  it('lets what begins in the night end in it, and what begins by day end until six', () => {
    expect([endsNextDay('02:00', '05:00'), blockTimes('2026-03-24', '02:00', '05:00', paris)]).toEqual([
      false,
      { startAt: '2026-03-24T01:00:00.000Z', endAt: '2026-03-24T04:00:00.000Z' },
    ])
    expect([endsNextDay('22:00', '06:00'), blockTimes('2026-03-24', '22:00', '06:00', paris)]).toEqual([
      true,
      { startAt: '2026-03-24T21:00:00.000Z', endAt: '2026-03-25T05:00:00.000Z' },
    ])
  })

  it('takes no times for none', () => {
    expect([blockTimes('2026-03-24', '15:30', '15:30', paris), blockTimes('2026-03-24', '', '16:00', paris)]).toEqual([
      null,
      null,
    ])
  })
})

describe('placeBlocks and blocksDuring', () => {
  const podcast = {
    id: 'b',
    conferenceId: 'c',
    title: 'Podcast',
    startAt: '2026-03-24T14:30:00.000Z',
    endAt: '2026-03-24T15:30:00.000Z',
    daily: false,
  }
  const lunch = {
    ...podcast,
    id: 'l',
    title: 'Lunch',
    startAt: '2026-03-24T11:00:00.000Z',
    endAt: '2026-03-24T12:00:00.000Z',
    daily: true,
  }
  const placed = placeBlocks([podcast, lunch], ['2026-03-24', '2026-03-25'], paris)

  it('puts them on their days by start', () => {
    expect(placed).toEqual([
      { block: lunch, day: '2026-03-24', ...span('2026-03-24T11:00:00Z', '2026-03-24T12:00:00Z') },
      { block: podcast, day: '2026-03-24', ...span('2026-03-24T14:30:00Z', '2026-03-24T15:30:00Z') },
      { block: lunch, day: '2026-03-25', ...span('2026-03-25T11:00:00Z', '2026-03-25T12:00:00Z') },
    ])
  })

  it('names those that a session collides with', () => {
    const found = [at('15:00', '16:00'), at('11:59'), at('12:00', '14:30'), at('15:30')].map((time) =>
      blocksDuring(talk('talk', time), placed),
    )
    expect(found).toEqual([[{ block: podcast, minutes: 30 }], [{ block: lunch, minutes: 0 }], [], []])
    expect(blocksDuring(talk('gone', { ...at('15:00', '16:00'), status: 'cancelled' }), placed)).toEqual([])
  })
})

it('puts blocks by start, whichever was made first, and counts a start as during it', () => {
  const block = (id: string, hour: number) => ({
    id,
    conferenceId: 'c',
    title: id,
    startAt: `2026-03-24T${hour}:00:00.000Z`,
    endAt: `2026-03-24T${hour + 1}:00:00.000Z`,
    daily: false,
  })
  const placed = placeBlocks([block('late', 16), block('early', 10), block('noon', 12)], [], paris)
  expect(placed.map((one) => one.block.id)).toEqual(['early', 'noon', 'late'])
  expect(['10:00', '10:59', '11:00'].map((time) => blocksDuring(talk('moment', at(time)), placed).length)).toEqual([
    1, 1, 0,
  ])
  expect([endsNextDay('22:00', ''), endsNextDay('', '05:00')]).toEqual([false, false])
})
