import { expect, it } from 'vitest'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { planDays } from './plan'
import { dayToOpen, presentDay } from './plan-day'

const party = talk('party', { startAt: '2026-03-24T20:00:00.000Z', endAt: '2026-03-25T00:30:00.000Z' })
const talkOn = (day: string) =>
  talk(day, { dayOn: day, startAt: `${day}T09:00:00.000Z`, endAt: `${day}T10:00:00.000Z` })
const planOf = (...days: string[]) =>
  planDays(
    agendaOf(days.map(talkOn), { days: ['2026-03-24', '2026-03-25', '2026-03-26'] }),
    new Map(days.map((day) => [day, 'first'])),
    [],
  )
const opened = (plan: ReturnType<typeof planDays>, now: string) => dayToOpen(plan, new Date(now), 'Europe/Paris')

it('is the day on the conference’s clocks, whatever the visitor’s say', () => {
  expect(presentDay([], new Date('2026-03-24T23:30:00Z'), 'Europe/Paris')).toBe('2026-03-25')
  expect(presentDay([], new Date('2026-03-24T23:30:00Z'), 'America/Chicago')).toBe('2026-03-24')
})

it('stays the day before while something of mine crosses midnight', () => {
  const plan = planDays(agendaOf([party]), new Map([['party', 'first']]), [])
  expect(
    ['2026-03-25T00:15:00Z', '2026-03-25T00:45:00Z'].map((now) => presentDay(plan, new Date(now), 'Europe/Paris')),
  ).toEqual(['2026-03-24', '2026-03-25'])
})

it('is the day itself where what crosses midnight was cancelled', () => {
  const plan = planDays(agendaOf([{ ...party, status: 'cancelled' }]), new Map([['party', 'first']]), [])
  expect(presentDay(plan, new Date('2026-03-25T00:15:00Z'), 'Europe/Paris')).toBe('2026-03-25')
})

it('opens the present day where it has something of mine, or where nothing of mine comes', () => {
  expect(opened(planOf('2026-03-25', '2026-03-26'), '2026-03-25T09:00:00Z')).toBe('2026-03-25')
  expect(opened(planOf('2026-03-24'), '2026-03-25T09:00:00Z')).toBe('2026-03-25')
})

it('opens the first day of mine before and after the conference, and the first of all without a pick', () => {
  expect(opened(planOf('2026-03-25', '2026-03-26'), '2026-01-01T09:00:00Z')).toBe('2026-03-25')
  expect(opened(planOf('2026-03-25'), '2026-06-01T09:00:00Z')).toBe('2026-03-25')
  expect(opened(planOf(), '2026-01-01T09:00:00Z')).toBe('2026-03-24')
  expect(opened([], '2026-01-01T09:00:00Z')).toBe(undefined)
})

it('opens the next day of mine rather than an empty one or one that is over, and counts what has no time', () => {
  expect(opened(planOf('2026-03-24', '2026-03-26'), '2026-03-25T09:00:00Z')).toBe('2026-03-26')
  const sparse = planOf('2026-03-24', '2026-03-26').filter(({ day }) => day !== '2026-03-25')
  expect(opened(sparse, '2026-03-25T09:00:00Z')).toBe('2026-03-26')
  const untimed = talk('untimed', { dayOn: '2026-03-25', startAt: undefined, endAt: undefined })
  const plan = planDays(agendaOf([untimed]), new Map([['untimed', 'first']]), [])
  expect(opened(plan, '2026-01-01T09:00:00Z')).toBe('2026-03-25')
})

it('is the next day from the minute at which the evening ends, and never a day to come', () => {
  const plan = planDays(agendaOf([party]), new Map([['party', 'first']]), [])
  expect(presentDay(plan, new Date('2026-03-25T00:30:00Z'), 'Europe/Paris')).toBe('2026-03-25')
  expect(presentDay(plan, new Date('2026-03-23T20:00:00Z'), 'Europe/Paris')).toBe('2026-03-23')
})
