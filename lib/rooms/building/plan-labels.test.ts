import { expect, it } from 'vitest'
import { labelsThatFit, type PlanLabel } from './plan-labels'

const plan = { width: 400, height: 300 }
const label = (id: string, x: number, y: number, ...lines: number[]): PlanLabel => ({
  id,
  x,
  y,
  lines: lines.length > 0 ? lines : [100],
})
const certain = (it: PlanLabel): PlanLabel => ({ ...it, isCertain: true })
const below = { shift: 0, isAbove: false, lines: 1 }

it('writes what stands alone, and moves it in from the edge', () => {
  expect([...labelsThatFit([label('a', 200, 100), label('b', 10, 200), label('c', 390, 200)], plan)]).toEqual([
    ['a', below],
    ['b', { ...below, shift: 40 }],
    ['c', { ...below, shift: -40 }],
  ])
})

it('writes above a sign what finds no place below it', () => {
  expect([...labelsThatFit([label('a', 200, 290), label('b', 100, 130), label('c', 100, 160)], plan)]).toEqual([
    ['a', { ...below, isAbove: true }],
    ['b', { ...below, isAbove: true }],
    ['c', below],
  ])
})

it('lets what comes first be written where there is place for one', () => {
  const low = { width: 400, height: 100 }
  expect([...labelsThatFit([label('a', 200, 50), label('b', 270, 50), label('c', 220, 52)], low).keys()]).toEqual([
    'a',
    'b',
  ])
})

it('writes second lines where they take no place from first ones', () => {
  expect([...labelsThatFit([label('a', 100, 100, 50, 150), label('b', 170, 100, 50, 60)], plan)]).toEqual([
    ['a', below],
    ['b', { ...below, lines: 2 }],
  ])
})

it('writes nothing that is wider than the plan, or falls off it, but what is certain', () => {
  const [wide, low] = [label('a', 200, 100, 500), label('b', 200, 290)]
  const flat = { width: 400, height: 20 }
  expect([...labelsThatFit([wide], plan)]).toEqual([])
  expect([...labelsThatFit([{ ...low, y: 10 }], flat)]).toEqual([])
  expect([...labelsThatFit([certain(wide)], plan)]).toEqual([['a', below]])
  expect([...labelsThatFit([certain({ ...low, y: 10 })], flat)]).toEqual([['b', below]])
})

it('writes what is certain among signs that leave it no place', () => {
  const around = [label('a', 170, 130), label('b', 230, 130), label('c', 170, 70), label('d', 230, 70)]
  expect(labelsThatFit([label('me', 200, 100), ...around], plan).has('me')).toBe(false)
  expect(labelsThatFit([certain(label('me', 200, 100)), ...around], plan).get('me')).toEqual(below)
})
