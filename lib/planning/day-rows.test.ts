import { expect, it } from 'vitest'
import { at, talk } from '@/tests/factories/agenda'
import type { PlanConflict } from './conflict-options'
import { dayRows, type DayRow } from './day-rows'
import type { PassageFrom } from './passages'
import type { PlanEntry } from './plan'

const ms = (time: string) => Date.parse(`2026-03-24T${time}:00Z`)
const entry = (
  id: string,
  start: string,
  end: string,
  rank: 'first' | 'planB' = 'first',
  status: 'confirmed' | 'cancelled' = 'confirmed',
): PlanEntry => ({ session: talk(id, { ...at(start, end), status }), rank, start: ms(start), end: ms(end) })

const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16)
/** A row as one word after another. */
function said(row: DayRow): string {
  if (row.kind === 'now') return 'now'
  if (row.kind === 'free') return `free ${clock(row.start)}–${clock(row.end)}`
  if (row.kind === 'walk') return `walk ${row.way.walkMinutes}`
  if (row.kind === 'conflict') return `${row.conflict.kind} ${row.conflict.minutes}`
  const titleOf = (one: PlanEntry) => ('session' in one ? one.session.title : one.placed.block.title)
  return [titleOf(row.entry), ...row.planBs.map((one) => `(${titleOf(one)})`), ...row.conflicts.map(() => '!')].join(
    ' ',
  )
}
const none = { ways: new Map(), conflicts: [], now: null }
const side = (one: PlanEntry) => ({ session: 'session' in one ? one.session : talk('none'), repeats: [] })
const way = (walkMinutes: number): PassageFrom => ({ walkMinutes, leaveAt: 0, slackMinutes: 3, from: talk('from') })

it('lists a day in the order in which it is lived, with its free times and ways', () => {
  const [first, second] = [entry('first', '09:00', '10:00'), entry('second', '10:19', '11:00')]
  const last = entry('last', '12:00', '12:30')
  const ways = new Map([['second', way(5)]])
  expect(dayRows([first, second, last], { ...none, ways }).map(said)).toEqual([
    'first',
    'walk 5',
    'second',
    'free 11:00–12:00',
    'last',
  ])
})

it('folds a plan B under the first choice at its time, and lets one without stand by itself', () => {
  const [first, b] = [entry('first', '09:00', '10:00'), entry('b', '09:30', '10:30', 'planB')]
  const alone = entry('alone', '11:00', '12:00', 'planB')
  expect(dayRows([first, b, alone], none).map(said)).toEqual(['first (b)', 'free 10:30–11:00', 'alone'])
})

it('says what cannot be done before what comes second, and marks both', () => {
  const [a, b, c] = [entry('a', '09:00', '10:00'), entry('b', '09:30', '10:30'), entry('c', '10:31', '11:00')]
  const conflicts: PlanConflict[] = [
    { kind: 'overlap', day: '2026-03-24', minutes: 30, sides: [side(a), side(b)] },
    { kind: 'walk', day: '2026-03-24', minutes: 4, sides: [side(b), side(c)] },
  ]
  // The way of which is said that it is too long is not said again.
  expect(dayRows([a, b, c], { ways: new Map([['c', way(5)]]), conflicts, now: null }).map(said)).toEqual([
    'a !',
    'overlap 30',
    'b ! !',
    'walk 4',
    'c !',
  ])
})

it('says of three at once that they are, in one line, and of what joins them later in another', () => {
  const [a, b, c] = [entry('a', '09:00', '10:00'), entry('b', '09:00', '09:30'), entry('c', '09:00', '10:00')]
  const d = entry('d', '09:45', '10:00')
  const both = (minutes: number, ...of: PlanEntry[]): PlanConflict => ({
    kind: 'overlap',
    day: '2026-03-24',
    minutes,
    sides: of.map(side),
  })
  const conflicts = [both(30, a, b), both(60, a, c), both(30, b, c), both(15, a, d), both(15, c, d)]
  const rows = dayRows([a, b, c, d], { ...none, conflicts })
  expect(rows.map(said)).toEqual(['overlap 60', 'a ! ! !', 'b ! !', 'c ! ! !', 'overlap 15', 'd ! !'])
  const sidesOf = (row: DayRow) => (row.kind === 'conflict' ? [row.conflict.sides.map((one) => one.session.id)] : [])
  expect(rows.flatMap(sidesOf)).toEqual([
    ['a', 'b', 'c'],
    ['a', 'c', 'd'],
  ])
})

it('takes what was cancelled for free time, and stands in its place', () => {
  const [on, off] = [entry('on', '09:00', '09:05'), entry('off', '10:00', '11:00', 'first', 'cancelled')]
  const last = entry('last', '11:00', '12:00')
  expect(dayRows([on, off, last], none).map(said)).toEqual(['on', 'free 09:05–11:00', 'off', 'last'])
})

it('has a line for the present moment between two entries, not within one, nor outside of the day', () => {
  const entries = [entry('a', '09:00', '10:00'), entry('b', '11:00', '12:00')]
  const at = (now: string) => dayRows(entries, { ...none, now: ms(now) }).map(said)
  expect([at('10:30'), at('09:30'), at('08:00'), at('12:00')]).toEqual([
    ['a', 'free 10:00–11:00', 'now', 'b'],
    ['a', 'free 10:00–11:00', 'b'],
    ['a', 'free 10:00–11:00', 'b'],
    ['a', 'free 10:00–11:00', 'b'],
  ])
  expect(dayRows([], { ...none, now: ms('10:00') })).toEqual([])
})
