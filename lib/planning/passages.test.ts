import { expect, it } from 'vitest'
import { partsOf } from '@/lib/program/agenda-parts'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { passagesTo, stopBefore } from './passages'

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

it('stops at no container, and comes from what ended within the hour', () => {
  const whole = talk('whole', { ...at('09:00', '10:35'), kind: 'container', rooms: ['tent'] })
  expect([...passagesOf([whole, third]).keys()]).toEqual([])
  const [hourLater, later] = [
    talk('hour later', { ...at('11:00', '12:00'), rooms: ['tent'] }),
    talk('later', { ...at('11:01', '12:00'), rooms: ['tent'] }),
  ]
  expect([...passagesOf([first, hourLater]).keys()]).toEqual(['hour later'])
  expect([...passagesOf([first, later]).keys()]).toEqual([])
})

it('finds the stop that ends last before an instant, the first of two that end together', () => {
  const [short, long, open] = [
    talk('short', at('09:00', '09:30')),
    talk('long', at('09:00', '10:00')),
    talk('twin', at('09:30', '10:00')),
  ]
  expect(stopBefore(ms('10:00'), [short, long, open])).toEqual({
    session: long,
    start: ms('09:00'),
    end: ms('10:00'),
  })
  expect(stopBefore(ms('09:59'), [short, long])).toMatchObject({ session: short, end: ms('09:30') })
  expect([
    stopBefore(ms('09:00'), [short, long]),
    stopBefore(ms('10:00'), [gone, { ...long, startAt: undefined }]),
  ]).toEqual([undefined, undefined])
})
