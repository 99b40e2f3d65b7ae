import { expect, it } from 'vitest'
import { partsOf } from '@/lib/program/agenda-parts'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { passagesTo } from './passages'

const room = (id: string, zone: string) => ({ id, slug: id, name: id, zone, capacityKind: 'seats' }) as const
const rooms = [room('hall', 'North'), room('tent', 'South')]
const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)
const first = talk('first', { ...at('09:00', '10:00'), rooms: ['hall'] })
const second = talk('second', { ...at('10:00', '10:30'), rooms: ['tent'] })
const third = talk('third', { ...at('10:40', '11:00'), rooms: ['hall'] })
const same = talk('same', { ...at('11:00', '11:30'), rooms: ['hall'] })
const evening = talk('evening', { ...at('17:00', '18:00'), rooms: ['tent'] })
const gone = talk('gone', { ...at('10:30', '10:40'), rooms: ['tent'], status: 'cancelled' })
const passagesOf = (sessions: Parameters<typeof agendaOf>[0], walks = [{ from: 'North', to: 'South', minutes: 5 }]) => {
  const agenda = agendaOf(sessions, { rooms, walks })
  return passagesTo(sessions, agenda, partsOf(agenda))
}

it('names the ways that need minding: to another room, within the hour, from what is on', () => {
  expect(passagesOf([evening, same, third, gone, second, first])).toEqual(
    new Map([
      ['second', { walkMinutes: 5, leaveAt: ms('09:52'), slackMinutes: -5, from: first }],
      ['third', { walkMinutes: 5, leaveAt: ms('10:32'), slackMinutes: 5, from: second }],
    ]),
  )
})

it('comes from what ends last, and takes half an hour for what has no known end', () => {
  const open = talk('open', { ...at('10:00'), rooms: ['tent'] })
  expect(passagesOf([first, open, third])).toEqual(
    new Map([
      ['open', { walkMinutes: 5, leaveAt: ms('09:52'), slackMinutes: -5, from: first }],
      ['third', { walkMinutes: 5, leaveAt: ms('10:32'), slackMinutes: 5, from: open }],
    ]),
  )
})
