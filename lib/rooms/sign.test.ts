import { describe, expect, it } from 'vitest'
import type { AgendaRoom, AgendaSession } from '@/lib/program/agenda'
import { agendaOf, at, talk } from '@/tests/factories/agenda'
import type { RoomStateNow } from './room-states'
import { roomOfSign, signOf, type Sign } from './sign'

const hall: AgendaRoom = { id: 'hall', slug: 'hall', formerly: ['old-hall'], name: 'Hall', capacityKind: 'seats' }
const here = (id: string, given: Partial<AgendaSession>) => talk(id, { rooms: ['hall'], ...given })
const at10 = new Date('2026-03-24T10:00:00Z')
const nothing: Parameters<typeof signOf>[2] = { state: null, announcements: [], heardAt: at10 }

const full: RoomStateNow = {
  room: 'hall',
  session: 'now',
  capacity: 10,
  state: 'full',
  origin: 'door',
  at: '2026-03-24T09:50:00.000Z',
  count: 10,
  voices: 1,
  queueMinutes: null,
  delayMinutes: null,
}

function said(sessions: AgendaSession[], now = at10, known: Partial<typeof nothing> = {}) {
  const sign = signOf(agendaOf(sessions, { rooms: [hall] }), hall, { ...nothing, ...known }, now)
  return sign
}
const ids = ({ now, next, untimed, hasToday }: Sign) => ({
  now: now.map(({ id }) => id),
  next: next.map(({ id }) => id),
  untimed: untimed.map(({ id }) => id),
  hasToday,
})

describe('what a sign says is on', () => {
  it('is what the clock says, from its first minute until its end, and what comes that day', () => {
    const day = [
      here('morning', at('09:00', '10:00')),
      here('now', at('10:00', '11:00')),
      here('later', at('12:00', '13:00')),
      here('tomorrow', { dayOn: '2026-03-25', startAt: '2026-03-25T09:00:00.000Z' }),
      talk('elsewhere', { rooms: ['loft'], ...at('10:00', '11:00') }),
    ]
    expect(ids(said(day))).toEqual({ now: ['now'], next: ['later'], untimed: [], hasToday: true })
    expect(ids(said(day, new Date('2026-03-24T11:30:00Z')))).toEqual({
      ...{ now: [], next: ['later'], untimed: [], hasToday: true },
    })
    expect(ids(said(day, new Date('2026-03-24T14:00:00Z')))).toEqual({
      ...{ now: [], next: ['tomorrow'], untimed: [], hasToday: true },
    })
    expect(ids(said(day, new Date('2026-03-26T14:00:00Z')))).toEqual({
      ...{ now: [], next: [], untimed: [], hasToday: false },
    })
  })

  it('is all of what overlaps: the talk before the desk that is open all day, what was cancelled last', () => {
    const day = [
      here('desk', { kind: 'service', ...at('07:00', '18:00') }),
      here('cancelled', { status: 'cancelled', ...at('09:50', '11:00') }),
      here('long', at('09:00', '12:00')),
      here('short', at('09:45', '10:30')),
      here('frame', { kind: 'container', ...at('07:00', '18:00') }),
    ]
    expect(ids(said(day)).now).toEqual(['short', 'long', 'desk', 'cancelled'])
  })

  it('lasts half an hour where nobody says until when, and is of today without a time where nobody says when', () => {
    const day = [here('endless', at('09:45')), here('sometime', { startAt: undefined, endAt: undefined })]
    expect(ids(said(day))).toEqual({ now: ['endless'], next: [], untimed: ['sometime'], hasToday: true })
    expect(ids(said(day, new Date('2026-03-24T10:15:00Z'))).now).toEqual([])
  })

  it('is right in the night when the clocks are put forward', () => {
    // 29 March 2026: 01:59 in Paris is followed by 03:00.
    const night = [
      here('before', { dayOn: '2026-03-29', startAt: '2026-03-29T00:00:00.000Z', endAt: '2026-03-29T01:00:00.000Z' }),
      here('after', { dayOn: '2026-03-29', startAt: '2026-03-29T01:00:00.000Z', endAt: '2026-03-29T02:00:00.000Z' }),
    ]
    const moments = ['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z'].map((moment) => ids(said(night, new Date(moment))))
    expect(moments).toEqual([
      { now: ['before'], next: ['after'], untimed: [], hasToday: true },
      { now: ['after'], next: [], untimed: [], hasToday: true },
    ])
  })
})

describe('how full a sign says the room is', () => {
  const day = [here('now', at('09:30', '11:00')), here('next', at('11:00', '12:00'))]
  const stateAt = (now: string, state: RoomStateNow, heardAt = '2026-03-24T09:59:00Z') =>
    said(day, new Date(now), { state, heardAt: new Date(heardAt) }).state?.state ?? null

  it('is what the server said of what is on, for half an hour and no longer', () => {
    expect([
      stateAt('2026-03-24T10:00:00Z', full),
      stateAt('2026-03-24T10:20:00Z', full),
      stateAt('2026-03-24T10:21:00Z', full),
      stateAt('2026-03-24T11:00:00Z', { ...full, at: '2026-03-24T10:59:00.000Z' }),
    ]).toEqual(['full', 'full', null, null])
  })

  it('is of what comes once its doors are open, and of nothing where nothing is on', () => {
    const ofNext = { ...full, session: 'next', at: '2026-03-24T10:29:00.000Z' }
    const ofNothing = { ...full, session: null }
    expect([
      stateAt('2026-03-24T10:29:00Z', ofNext),
      stateAt('2026-03-24T10:30:00Z', ofNext),
      stateAt('2026-03-24T10:00:00Z', ofNothing),
      said([], at10, { state: ofNothing }).state?.state,
    ]).toEqual([null, 'full', null, undefined])
  })

  it('is a forecast while the server is there, since a forecast has no age', () => {
    const likely: RoomStateNow = { ...full, origin: 'forecast', at: null }
    expect([stateAt('2026-03-24T10:00:00Z', likely), stateAt('2026-03-24T10:30:00Z', likely)]).toEqual(['full', null])
  })
})

it('tells what is announced to all, to the room, and to what is on or comes there: two at most', () => {
  const sent = (id: string, given: { room?: string; session?: string; at?: string } = {}) => ({
    ...{ id, text: id, language: 'en', room: null, session: null, at: '2026-03-24T09:00:00.000Z' },
    ...given,
  })
  const day = [here('now', at('09:30', '11:00')), here('over', at('08:00', '09:00'))]
  const heard = (...announcements: ReturnType<typeof sent>[]) =>
    signOf(agendaOf(day, { rooms: [hall] }), hall, { ...nothing, announcements }, at10).announcements.map(
      ({ id }) => id,
    )
  expect([
    heard(sent('loft', { room: 'loft' }), sent('over', { session: 'over' }), sent('now', { session: 'now' })),
    heard(sent('old', { at: '2026-03-23T09:00:00.000Z' }), sent('hall', { room: 'hall' }), sent('all'), sent('more')),
  ]).toEqual([['now'], ['hall', 'all']])
})

it('is the sign of what its room became, and of none where that is gone', () => {
  const agenda = agendaOf([], { rooms: [hall] })
  expect([
    roomOfSign(agenda, { id: 'hall', slug: 'x' })?.id,
    roomOfSign(agenda, { id: 'gone', slug: 'old-hall' })?.id,
    roomOfSign(agenda, { slug: 'nowhere' }),
  ]).toEqual(['hall', 'hall', null])
})
