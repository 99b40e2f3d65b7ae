import { expect, it } from 'vitest'
import type { Gain, MoveGroup, SuggestedMove } from './suggestion'
import { tell } from './told'

const gain = (turnedAway: number, choosing = 0): Gain => ({ turnedAway, choosing })
const move = (sessionId: string, its: Gain): SuggestedMove => ({
  ...{ sessionId, from: { start: 0, end: 1, roomId: 'a' }, to: { start: 0, end: 1, roomId: 'b' } },
  gain: its,
})
const group = (all: Gain, ...gains: Gain[]): MoveGroup => ({
  gain: all,
  moves: gains.map((its, index) => move(`${index}`, its)),
})
const sum = (gains: readonly Gain[]) =>
  gains.reduce((all, one) => gain(all.turnedAway + one.turnedAway, all.choosing + one.choosing), gain(0))

it('tells gains in fives that add up to the difference between now and then', () => {
  const groups = [group(gain(12, -3), gain(7), gain(7, -3)), group(gain(7, 12), gain(7, 12)), group(gain(2), gain(2))]
  const told = tell({ before: gain(38, 20), after: gain(16, 11), groups, gap: 0 }, [])
  expect([told.before, told.after]).toEqual([gain(40, 20), gain(15, 10)])
  expect(told.groups.map((one) => one.gain)).toEqual([gain(15), gain(10, 10), gain(0)])
  expect(sum(told.groups.map((one) => one.gain))).toEqual(gain(25, 10))
  for (const { gain: all, moves } of told.groups) expect(sum(moves.map((one) => one.gain))).toEqual(all)
})
