import { expect, it } from 'vitest'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import { slotOf } from './slots'

const room = (id: string) => ({ id, slug: id, name: id, capacityKind: 'seats' }) as const
const rooms = [room('hall'), room('tent'), room('attic')]
const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)
const early = talk('early', { ...at('08:00', '09:00'), rooms: ['hall', 'attic'] })
const wanted = talk('wanted', { ...at('09:30', '10:00'), rooms: ['tent'] })
const other = talk('other', { ...at('09:00', '09:20'), rooms: ['tent'] })
const agenda = agendaOf([early, other, wanted], { rooms })
const firsts = (...ids: string[]) => new Map(ids.map((id) => [id, 'first'] as const))

it('is the time of a session, with the way from the first choice before it', () => {
  expect(slotOf(agenda, firsts('early', 'wanted'), wanted)).toEqual({
    start: ms('09:30'),
    end: ms('10:00'),
    instead: wanted,
    from: { rooms: [room('hall'), room('attic')], at: ms('09:00') },
  })
})

it('comes from nowhere where nothing of mine is before it: a plan B is no first choice, nor is it itself', () => {
  const alone = { start: ms('09:30'), end: ms('10:00'), instead: wanted, from: undefined }
  expect(slotOf(agenda, firsts('wanted'), wanted)).toEqual(alone)
  expect(slotOf(agenda, new Map([['early', 'planB']]), wanted)).toEqual(alone)
  const repeated = { ...wanted, ...at('09:30', '09:30') }
  expect(slotOf(agendaOf([repeated]), firsts('wanted'), repeated)?.from).toBe(undefined)
})

it('is a free time as it is given, for nothing of mine', () => {
  expect(slotOf(agenda, firsts('early', 'other'), { start: ms('09:25'), end: ms('09:55') })).toEqual({
    start: ms('09:25'),
    end: ms('09:55'),
    instead: undefined,
    from: { rooms: [room('tent')], at: ms('09:20') },
  })
})

it('takes half an hour for a session of unknown length, and has no slot for one without a time', () => {
  const open = talk('open', at('09:30'))
  expect(slotOf(agendaOf([open]), new Map(), open)).toEqual({
    start: ms('09:30'),
    end: ms('10:00'),
    instead: open,
    from: undefined,
  })
  expect(slotOf(agenda, firsts('early'), talk('unknown', { startAt: undefined, endAt: undefined }))).toBe(null)
})
