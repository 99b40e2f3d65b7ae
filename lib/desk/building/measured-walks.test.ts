import { expect, it } from 'vitest'
import { cellsBefore, cellsOf, measuredWalks } from './measured-walks'

// 200 m wide, 100 m high.
const ground = { id: 'ground', width: 2000, height: 1000, metresWide: 200 }
const room = (id: string, zone: string | null, x: number, y: number, floor = 'ground') => ({
  id,
  zone,
  place: { floor, x, y },
})
const rooms = [
  room('a', 'West', 0.1, 0.5),
  room('b', 'West', 0.1, 0.9),
  room('c', 'East', 0.9, 0.5),
  room('d', null, 0.5, 0.5),
  room('e', 'Far', 0.5, 0.5, 'upper'),
  { id: 'f', zone: 'East' },
]

it('measures the walks between zones, and within one, and says what Hallway reckons with', () => {
  // West to East: 160 m and 165 m as the crow flies, 212 m on foot; within West 40 m, 52 m on foot.
  expect(measuredWalks([ground], rooms, [])).toEqual([
    { from: 'East', to: 'West', minutes: 4, before: 5, isGiven: false },
    { from: 'West', to: 'West', minutes: 1, before: 2, isGiven: false },
  ])
})

it('says nothing of what is so already, of plans without a scale, and of other floors', () => {
  const walks = [
    { from: 'West', to: 'East', minutes: 4 },
    { from: 'West', to: 'West', minutes: 9 },
  ]
  expect(measuredWalks([ground], rooms, walks)).toEqual([
    { from: 'West', to: 'West', minutes: 1, before: 9, isGiven: true },
  ])
  expect(measuredWalks([{ ...ground, metresWide: null }], rooms, [])).toEqual([])
  expect(measuredWalks([{ ...ground, id: 'upper' }], rooms, [])).toEqual([])
})

it('writes both directions where both were given, and takes them back', () => {
  const walks = [
    { from: 'West', to: 'East', minutes: 7 },
    { from: 'East', to: 'West', minutes: 8 },
  ]
  const cells = cellsOf(measuredWalks([ground], rooms, walks), walks)
  expect(cells).toEqual([
    { from: 'West', to: 'East', minutes: 4 },
    { from: 'East', to: 'West', minutes: 4 },
    { from: 'West', to: 'West', minutes: 1 },
  ])
  expect(cellsBefore(cells, walks)).toEqual([...walks, { from: 'West', to: 'West', minutes: null }])
})
