import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { planDays } from './plan'

const [rust, go, late] = [talk('rust', at('09:00', '10:00')), talk('go', at('09:30')), talk('late', at('17:00', '18:00'))]
const unknown = talk('unknown', { startAt: undefined, endAt: undefined })
const tomorrow = talk('tomorrow', { dayOn: '2026-03-25', startAt: '2026-03-25T09:00:00.000Z', endAt: '2026-03-25T10:00:00.000Z', status: 'cancelled' })
const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)

it('lays picks out by day, overlaps side by side, those without a time apart', () => {
  const picks = new Map([['late', 'first'], ['rust', 'first'], ['go', 'planB'], ['unknown', 'first'], ['tomorrow', 'first']] as const)
  expect(planDays(agendaOf([rust, go, late, unknown, tomorrow]), picks)).toEqual([
    {
      day: '2026-03-24',
      timed: [
        { session: rust, rank: 'first', start: ms('09:00'), end: ms('10:00'), lane: 0, lanes: 2 },
        { session: go, rank: 'planB', start: ms('09:30'), end: ms('10:00'), lane: 1, lanes: 2 },
        { session: late, rank: 'first', start: ms('17:00'), end: ms('18:00'), lane: 0, lanes: 1 },
      ],
      untimed: [{ session: unknown, rank: 'first' }],
    },
    { day: '2026-03-25', timed: [{ session: tomorrow, rank: 'first', start: Date.parse('2026-03-25T09:00:00Z'), end: Date.parse('2026-03-25T10:00:00Z'), lane: 0, lanes: 1 }], untimed: [] },
  ])
})

it('leaves out what is hidden, what nobody picked, and days without a pick', () => {
  expect(planDays(agendaOf([rust, go]), new Map([['rust', 'hidden']] as const))).toEqual([])
})
