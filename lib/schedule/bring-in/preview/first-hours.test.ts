import { expect, it } from 'vitest'
import { aProgram } from '@/tests/factories/program'
import { firstHoursOf } from './first-hours'

it('says how each day begins, and where the zone cannot be right', () => {
  const titles = ['e', 'd', 'c', 'b', 'a']
  const program = aProgram([
    ...titles.map((title, index) => ({
      title,
      startAt: `2026-03-24T${String(13 - index).padStart(2, '0')}:00:00.000Z`,
    })),
    { title: 'gone', startAt: '2026-03-24T07:00:00.000Z', cancelled: true },
    { title: 'some time', startAt: null, endAt: null },
  ])
  const [day, ...others] = firstHoursOf(program, 'Europe/Paris')
  expect(others).toEqual([])
  expect([day?.dayOn, day?.count, day?.isOdd, day?.sessions.map(({ title }) => title)]).toEqual([
    '2026-03-24',
    5,
    false,
    ['a', 'b', 'c', 'd'],
  ])
  expect(firstHoursOf(program, 'America/Los_Angeles')[0]?.isOdd).toBe(true)
  expect(firstHoursOf(program, 'Asia/Tokyo')[0]?.isOdd).toBe(true)
})

it('says the same in several rooms once, and a talk behind what the doors open with', () => {
  const at = (hour: string) => `2026-03-24T${hour}:00:00.000Z`
  const services = ['Badges', 'Cloakroom', 'Coffee', 'Lockers'].map((title) => ({ title, kind: 'service' as const }))
  const program = aProgram([
    ...services.map((service) => ({ ...service, startAt: at('07'), rooms: ['Gate A'] })),
    { title: 'Badges', sourceId: 'badges-b', kind: 'service', startAt: at('07'), rooms: ['Gate B'] },
    { title: 'Fog', startAt: at('08'), rooms: ['Hall'] },
    { title: 'Dew', startAt: at('09'), rooms: ['Hall'] },
  ])
  expect(firstHoursOf(program, 'Europe/Paris')[0]?.sessions.map(({ title, rooms }) => [title, ...rooms])).toEqual([
    ['Badges', 'Gate A', 'Gate B'],
    ['Cloakroom', 'Gate A'],
    ['Coffee', 'Gate A'],
    ['Fog', 'Hall'],
  ])
})
