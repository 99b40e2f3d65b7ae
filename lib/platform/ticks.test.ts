import { expect, it } from 'vitest'
import { untilNextTick, waitApart } from './ticks'

const at = (clock: string) => Date.parse(`2026-03-24T${clock}Z`)

it('ticks with the minute, however far into it a page was opened', () => {
  const clocks = ['10:00:03.200', '10:00:14.999', '10:00:47.000', '10:00:59.999', '10:00:00.000']
  expect(clocks.map((clock) => untilNextTick(at(clock), 15_000))).toEqual([11_800, 1, 13_000, 1, 15_000])
  expect(clocks.map((clock) => untilNextTick(at(clock), 60_000))).toEqual([56_800, 45_001, 13_000, 1, 60_000])
})

it('does at once what was not done for a while, and waits for the rest of it else', () => {
  expect([waitApart(0, 5_000, 1_000), waitApart(4_700, 5_000, 1_000), waitApart(5_000, 5_000, 1_000)]).toEqual([
    0, 700, 1_000,
  ])
})
