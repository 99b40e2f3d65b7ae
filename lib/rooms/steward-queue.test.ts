import { describe, expect, it } from 'vitest'
import { countAhead, doorWith, isWaiting, lastTap, reportOf, type Tap } from './steward-queue'

const tap = (order: number, delta: number, given: Partial<Pick<Tap, 'state' | 'withdrawn'>> = {}): Tap => ({
  id: `id${order}`,
  link: 'door',
  order,
  at: `2026-03-24T10:00:0${order}.000Z`,
  kind: 'count',
  delta,
  state: 'new',
  withdrawn: false,
  ...given,
})
const taps = [
  tap(1, 1, { state: 'kept' }),
  tap(2, 5, { state: 'kept', withdrawn: true }),
  tap(3, 2, { state: 'asked' }),
  tap(4, 7, { state: 'asked', withdrawn: true }),
  tap(5, 1),
]

describe('what a phone knows beyond the server', () => {
  it('is what was tapped and not answered for, less what was taken back', () => {
    expect([countAhead(taps), taps.filter(isWaiting).map(({ order }) => order), lastTap(taps)?.order]).toEqual([
      2 + 1 - 5,
      [2, 3, 4, 5],
      5,
    ])
  })

  it('is sent as readings, and as what was taken back', () => {
    const reading = (order: number, delta: number) => ({
      id: `id${order}`,
      at: `2026-03-24T10:00:0${order}.000Z`,
      kind: 'count',
      delta,
    })
    expect(reportOf(taps.filter(isWaiting), 'now')).toEqual({
      sentAt: 'now',
      readings: [reading(3, 2), reading(5, 1)],
      withdrawn: ['id2', 'id4'],
    })
  })

  it('is laid over what the server said', () => {
    const door = { session: null, capacity: 10, state: 'open', count: 8, queueMinutes: 15, delayMinutes: null } as const
    const late = {
      id: 'late',
      link: 'door',
      order: 6,
      at: '2026-03-24T10:00:06.000Z',
      kind: 'delay',
      minutes: 5,
      state: 'new',
      withdrawn: false,
    } as const
    expect(doorWith(door, [])).toEqual(door)
    expect(doorWith(door, [tap(1, 2), late])).toEqual({ ...door, count: 10, state: 'full', delayMinutes: 5 })
    expect(doorWith(door, [tap(1, 2), { ...late, kind: 'level', level: 'closed' }])).toMatchObject({
      count: 10,
      state: 'closed',
    })
  })
})
