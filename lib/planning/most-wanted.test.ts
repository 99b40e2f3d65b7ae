import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { mostWanted } from './most-wanted'

const now = new Date('2026-03-24T09:15:00Z')
const begun = talk('begun', at('09:00', '10:00'))
const some = talk('some', at('10:00', '11:00'))
const most = talk('most', at('11:00', '12:00'))
const quiet = talk('quiet', at('11:00', '12:00'))
const cancelled = talk('cancelled', { ...at('11:00', '12:00'), status: 'cancelled' })
const untimed = talk('untimed', { startAt: undefined, endAt: undefined })
const tomorrow = talk('tomorrow', { startAt: '2026-03-25T09:00:00Z', dayOn: '2026-03-25' })
const agenda = agendaOf([begun, some, most, quiet, cancelled, untimed, tomorrow])
const expected = (of: Record<string, number>) =>
  new Map(
    agenda.sessions.flatMap(({ id, title }) => (title in of ? [[id, { expected: of[title] ?? 0 }] as const] : [])),
  )
const titles = (of: Record<string, number>) => mostWanted(agenda, expected(of), now).map(({ title }) => title)

it('names what most people go to of what comes next, and of no later day', () => {
  const all = { begun: 500, some: 80, most: 200, cancelled: 90, untimed: 90, tomorrow: 300 }
  expect(titles(all)).toEqual(['most', 'some'])
  expect(titles({ begun: 500, tomorrow: 300 })).toEqual(['tomorrow'])
  expect(titles({})).toEqual([])
})

it('names few', () => {
  const many = Array.from({ length: 9 }, (_, index) => talk(`t${index}`, at('12:00', '13:00')))
  const wanted = new Map(many.map(({ id }, index) => [id, { expected: index }]))
  expect(mostWanted(agendaOf(many), wanted, now).map(({ title }) => title)).toEqual(['t8', 't7', 't6', 't5', 't4'])
})
