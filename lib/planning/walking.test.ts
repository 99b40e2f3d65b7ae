import { describe, expect, it } from 'vitest'
import { departureOf, passageBetween, walkMinutes, zoneMinutes } from './walking'

const hall = { id: 'hall', zone: 'North', floor: '1' }
const next = { id: 'next', zone: 'North', floor: '1' }
const above = { id: 'above', zone: 'North', floor: '2' }
const south = { id: 'south', zone: 'South', floor: '1' }
const attic = { id: 'attic', zone: 'South', floor: '2' }
const somewhere = { id: 'somewhere' }

describe('walkMinutes', () => {
  it.each([
    ['the same room', hall, hall, 0],
    ['the same zone and floor', hall, next, 2],
    ['another floor', hall, above, 4],
    ['another zone', hall, south, 5],
    ['another zone and floor', hall, attic, 7],
    ['a room of which nothing is known', hall, somewhere, 2],
  ])('takes for %s', (_, from, to, minutes) => {
    expect([walkMinutes(from, to), walkMinutes(to, from)]).toEqual([minutes, minutes])
  })

  it('believes what the organizers measured, both ways unless they gave both', () => {
    const there = { from: 'North', to: 'South', minutes: 9 }
    const back = { from: 'South', to: 'North', minutes: 12 }
    expect([
      walkMinutes(hall, south, [there]),
      walkMinutes(south, hall, [there]),
      walkMinutes(south, attic, [there]),
    ]).toEqual([9, 9, 4])
    expect([walkMinutes(hall, south, [there, back]), walkMinutes(south, hall, [there, back])]).toEqual([9, 12])
  })
})

describe('passageBetween', () => {
  const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)

  it('says when to leave, with time for delays', () => {
    expect(passageBetween(ms('14:00'), [hall], ms('14:30'), [south])).toEqual({
      walkMinutes: 5,
      leaveAt: ms('14:22'),
      slackMinutes: 25,
    })
  })

  it('says how late one is', () => {
    expect(passageBetween(ms('14:00'), [hall], ms('14:00'), [south])).toEqual({
      walkMinutes: 5,
      leaveAt: ms('13:52'),
      slackMinutes: -5,
    })
  })

  it('takes the nearest rooms, needs no time to stay, and says nothing of unknown ones', () => {
    expect(passageBetween(ms('14:00'), [hall, south], ms('14:00'), [attic, south])).toEqual({
      walkMinutes: 0,
      leaveAt: ms('14:00'),
      slackMinutes: 0,
    })
    expect(passageBetween(ms('14:00'), [], ms('14:00'), [attic])).toBeNull()
  })

  it('goes over midnight', () => {
    expect(passageBetween(ms('23:50'), [hall], Date.parse('2026-03-25T00:10:00Z'), [next])).toEqual({
      walkMinutes: 2,
      leaveAt: Date.parse('2026-03-25T00:05:00Z'),
      slackMinutes: 18,
    })
  })
})

describe('departureOf', () => {
  const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)
  const departure = (end: string, isLikelyFull: boolean) => {
    const passage = passageBetween(ms(end), [hall], ms('11:00'), [next])
    return passage && departureOf(passage, isLikelyFull)
  }

  it('leaves time for delays, and for a place where it is likely to be full, as far as there is any', () => {
    expect(departure('10:30', false)).toEqual({ leaveAt: ms('10:55'), spareMinutes: 3 })
    expect(departure('10:30', true)).toEqual({ leaveAt: ms('10:43'), spareMinutes: 15 })
    expect(departure('10:50', true)).toEqual({ leaveAt: ms('10:50'), spareMinutes: 8 })
    expect(departure('10:57', false)).toEqual({ leaveAt: ms('10:57'), spareMinutes: 1 })
    expect(departure('10:59', true)).toEqual({ leaveAt: ms('10:58'), spareMinutes: 0 })
  })
})

it('knows no way that was measured from or to a zone without a name, and takes a way for itself', () => {
  const walks = [
    { from: 'North', to: 'East', minutes: 20 },
    { from: 'North', to: 'South', minutes: 9 },
  ]
  expect([zoneMinutes('North', undefined, walks), zoneMinutes(undefined, 'South', walks)]).toEqual([2, 2])
  expect([zoneMinutes('North', 'South', walks), zoneMinutes('South', 'East', walks)]).toEqual([9, 5])
  expect([zoneMinutes('North', 'North', walks), zoneMinutes(undefined, undefined, walks)]).toEqual([2, 2])
})
