import { expect, it } from 'vitest'
import { timeOf } from '@/lib/platform/time'
import { drawTimeline } from './timeline'

const span = (start: string, end: string) => ({
  start: Date.parse(`2026-03-24T${start}:00Z`),
  end: Date.parse(`2026-03-24T${end}:00Z`),
})
const hours = (timeline: ReturnType<typeof drawTimeline>, timeZone: string) =>
  timeline.hours(timeZone).map((instant) => timeOf(new Date(instant), timeZone))

it('draws a minute as a minute, what overlaps side by side, and what is very short large enough for a finger', () => {
  const [long, beside, short] = [span('09:00', '10:00'), span('09:30', '10:30'), span('10:45', '10:50')]
  const { length, drawn, gaps } = drawTimeline([long, beside, short])
  expect(drawn).toEqual([
    { item: long, lane: 0, lanes: 2, top: 0, length: 60 },
    { item: beside, lane: 1, lanes: 2, top: 30, length: 60 },
    { item: short, lane: 0, lanes: 1, top: 105, length: 20 },
  ])
  expect(gaps).toEqual([{ item: span('10:30', '10:45'), lane: 0, lanes: 1, top: 90, length: 15 }])
  expect(length).toBe(125)
})

it('folds a long time with nothing in it, and finds instants in and after it', () => {
  const { gaps, topOf, length } = drawTimeline([span('09:00', '10:00'), span('14:00', '15:00')])
  expect(gaps).toEqual([{ item: span('10:00', '14:00'), lane: 0, lanes: 1, top: 60, length: 30 }])
  expect(['08:59', '09:15', '12:00', '14:30', '15:00', '15:01'].map((time) => topOf(span(time, time).start))).toEqual([
    null,
    15,
    75,
    120,
    150,
    null,
  ])
  expect(length).toBe(150)
})

it('is free from the end of what is short, however large that is drawn', () => {
  const { gaps } = drawTimeline([span('13:35', '13:40'), span('15:00', '16:00')])
  expect(gaps).toEqual([{ item: span('13:40', '15:00'), lane: 0, lanes: 1, top: 20, length: 30 }])
})

it('is free beside what takes no time, between, before and after what does', () => {
  const [off, talk] = [span('10:00', '12:00'), span('12:00', '13:00')]
  const [before, after] = [span('09:00', '09:30'), span('13:00', '13:30')]
  const timeline = drawTimeline([before, off, talk, after], (entry) => entry === before || entry === talk)
  expect(timeline.gaps).toEqual([
    { item: span('09:30', '12:00'), lane: 0, lanes: 2, top: 30, length: 150 },
    { item: span('13:00', '13:30'), lane: 1, lanes: 2, top: 240, length: 30 },
  ])
  expect(timeline.drawn.map(({ item, lane, lanes }) => [item, lane, lanes])).toEqual([
    [before, 0, 1],
    [off, 1, 2],
    [talk, 0, 1],
    [after, 0, 2],
  ])
})

it('marks full hours on the clocks of the zone that is shown, but for those folded away', () => {
  const timeline = drawTimeline([span('09:00', '10:30'), span('14:00', '15:00')])
  expect(hours(timeline, 'Europe/Paris')).toEqual(['10:00', '11:00', '15:00', '16:00'])
  expect(hours(timeline, 'Asia/Kolkata')).toEqual(['15:00', '16:00', '20:00'])
})

it('draws past midnight, and through the hour that a change of clocks skips or repeats', () => {
  const night = (start: string, end: string) => drawTimeline([{ start: Date.parse(start), end: Date.parse(end) }])
  const skipped = night('2026-03-28T23:00:00Z', '2026-03-29T02:00:00Z')
  expect([skipped.length, hours(skipped, 'Europe/Paris')]).toEqual([180, ['00:00', '01:00', '03:00', '04:00']])
  const repeated = night('2026-10-24T22:00:00Z', '2026-10-25T02:00:00Z')
  expect([repeated.length, hours(repeated, 'Europe/Paris')]).toEqual([
    240,
    ['00:00', '01:00', '02:00', '02:00', '03:00'],
  ])
  const halfAnHour = night('2026-04-04T13:00:00Z', '2026-04-04T17:00:00Z')
  expect(hours(halfAnHour, 'Australia/Lord_Howe')).toEqual(['00:00', '01:00', '02:00', '03:00'])
})

it('is empty with nothing to draw', () => {
  const { length, drawn, gaps, topOf } = drawTimeline([])
  expect({ length, drawn, gaps, top: topOf(0) }).toEqual({ length: 0, drawn: [], gaps: [], top: null })
})

it('draws what is given in any order, what lies within and what touches as one stretch', () => {
  const [whole, within, next, last] = [
    span('09:00', '11:00'),
    span('09:30', '10:00'),
    span('11:00', '12:00'),
    span('12:30', '13:00'),
  ]
  const { drawn, gaps, length, topOf } = drawTimeline([last, next, within, whole])
  expect(drawn.map(({ item, top, length: minutes }) => [item, top, minutes])).toEqual([
    [whole, 0, 120],
    [within, 30, 30],
    [next, 120, 60],
    [last, 210, 30],
  ])
  expect([gaps.map(({ item }) => item), length, topOf(whole.start)]).toEqual([[span('12:00', '12:30')], 240, 0])
})

it('folds what is longer than an hour with nothing in it', () => {
  const lengthWith = (start: string, end: string) => drawTimeline([span('09:00', '10:00'), span(start, end)]).length
  expect([lengthWith('11:00', '12:00'), lengthWith('11:01', '12:01')]).toEqual([180, 150])
})
