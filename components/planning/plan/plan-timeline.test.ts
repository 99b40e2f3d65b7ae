import { createElement } from 'react'
import { expect, it } from 'vitest'
import { planDays } from '@/lib/planning/plan'
import { partsOf } from '@/lib/program/agenda-parts'
import { draw } from '@/tests/draw'
import { agendaOf, talk } from '@/tests/factories/agenda'
import { PlanTimeline } from './plan-timeline'

it('says in words what is cancelled, and offers its time as free', () => {
  const agenda = agendaOf([
    talk('On', { startAt: '2026-03-24T09:00:00.000Z', endAt: '2026-03-24T09:05:00.000Z' }),
    talk('Off', {
      status: 'cancelled',
      startAt: '2026-03-24T10:00:00.000Z',
      endAt: '2026-03-24T11:00:00.000Z',
    }),
    talk('Last', { startAt: '2026-03-24T11:00:00.000Z', endAt: '2026-03-24T12:00:00.000Z' }),
  ])
  const days = planDays(agenda, new Map(agenda.sessions.map(({ id }) => [id, 'first'])), [])
  const nothing = () => undefined
  const timeline = createElement(PlanTimeline, {
    conference: 'one',
    day: '2026-03-24',
    entries: days.flatMap(({ entries }) => entries),
    parts: partsOf(agenda),
    ways: new Map(),
    timeZone: 'Europe/Paris',
    now: null,
    noteOf: nothing,
    roomOf: nothing,
    onOpen: nothing,
    onBlock: nothing,
    onFree: nothing,
  })
  const html = draw(timeline)
  const items = html
    .split('<li')
    .slice(1)
    .map((item) => `<li${item}`.replace(/<[^>]*>/g, '')) // as they are read
  expect(items.filter((item) => item.includes('Cancelled'))).toEqual([expect.stringMatching(/^.*Off.*Cancelled/)])
  expect(items.filter((item) => item.includes('free'))).toEqual([expect.stringContaining('10:05–12:00 free')])
})
