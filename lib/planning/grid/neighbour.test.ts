import { expect, it } from 'vitest'
import { directions, nearestIn, type Point } from './neighbour'

const points: Record<string, Point> = {
  left: { x: -100, y: 0 },
  below: { x: 10, y: 80 },
  farBelow: { x: 0, y: 200 },
  aside: { x: 300, y: 60 },
}
const towards = (key: string) =>
  nearestIn(
    directions[key] ?? { x: 0, y: 0 },
    { x: 0, y: 0 },
    Object.keys(points),
    (name) => points[name] ?? { x: 0, y: 0 },
  )

it('leads each arrow to what is nearest ahead, and nowhere where nothing lies', () => {
  expect(['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'Tab'].map(towards)).toEqual([
    'left',
    'below',
    'aside',
    null,
    null,
  ])
})
