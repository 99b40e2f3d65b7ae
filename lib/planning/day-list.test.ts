import { expect, it } from 'vitest'
import { at, talk } from '@/tests/factories/agenda'
import { listDay, minutesOn } from './day-list'

const rust = talk('rust', at('10:00', '10:30'))
const long = talk('long', { ...at('10:00', '11:15'), kind: 'workshop' })
const go = talk('go', at('10:00', '10:30'))
const badges = talk('badges', { ...at('07:00', '17:00'), kind: 'service' })
const coats = talk('coats', { ...at('07:00', '17:30'), kind: 'service' })
const lunch = talk('lunch', { ...at('10:00', '12:00'), kind: 'break' })
const event = talk('event', { ...at('10:00', '17:00'), kind: 'container' })
const open = talk('open', { startAt: rust.startAt, endAt: undefined })
const someday = talk('someday', { startAt: undefined, endAt: undefined })

it('parts what people come for from what is practical, and says the end that most have', () => {
  expect(listDay([badges, coats, long, rust, lunch, event, go, someday])).toEqual([
    { startAt: badges.startAt, endAt: badges.endAt, events: [], talks: [], services: [badges, coats] },
    { startAt: rust.startAt, endAt: rust.endAt, events: [event], talks: [long, rust, go], services: [lunch] },
    { startAt: null, endAt: undefined, events: [], talks: [someday], services: [] },
  ])
  expect(listDay([open]).map(({ endAt }) => endAt)).toEqual([undefined])
})

it('knows for how long a session is on, and takes half an hour where nobody said', () => {
  expect([rust, long, open, someday].map(minutesOn)).toEqual([30, 75, 30, undefined])
})
