import { expect, it } from 'vitest'
import { labelsThatFit } from './plan-labels'

const plan = { width: 400, height: 300 }
const label = (id: string, x: number, y: number, width = 100) => ({ id, x, y, width, height: 30 })

it('writes what stands alone, and moves it in from the edge', () => {
  expect([...labelsThatFit([label('a', 200, 100), label('b', 10, 200), label('c', 390, 200)], plan)]).toEqual([
    ['a', 0],
    ['b', 40],
    ['c', -40],
  ])
})

it('lets what comes first be written where two would cover each other, or a sign', () => {
  expect([...labelsThatFit([label('a', 200, 100), label('b', 270, 100)], plan).keys()]).toEqual(['a'])
  expect([...labelsThatFit([label('a', 200, 100), label('b', 210, 130)], plan).keys()]).toEqual(['b'])
})

it('writes nothing that is wider than the plan, or falls off it', () => {
  expect([...labelsThatFit([label('a', 200, 100, 500), label('b', 200, 290)], plan)]).toEqual([])
})
