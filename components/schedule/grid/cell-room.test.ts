import { expect, it } from 'vitest'
import { PX_PER_MINUTE } from '@/lib/planning/grid/scale'
import { APART_PX, LINE_PX, listRoomIn, roomIn } from './cell-room'

const heightOf = (minutes: number) => minutes * PX_PER_MINUTE - APART_PX

it('has the times above the title where three lines are left for it, else before it; no line is cut', () => {
  expect([6, 10, 15, 30, 60].map((minutes) => roomIn(heightOf(minutes)))).toEqual([
    { isHigh: false, lines: 1 },
    { isHigh: false, lines: 2 },
    { isHigh: false, lines: 3 },
    { isHigh: true, lines: 6 },
    { isHigh: true, lines: 14 },
  ])
  for (let height = 22; height < 300; height++) {
    const { isHigh, lines } = roomIn(height)
    expect(lines * LINE_PX + (isHigh ? 24 : 6)).toBeLessThanOrEqual(height)
  }
})

it('lists as many as there are without a scroll: in columns where they do not fit below each other', () => {
  expect([listRoomIn(heightOf(360), 14), listRoomIn(heightOf(60), 12), listRoomIn(heightOf(30), 9)]).toEqual([
    { columns: 1, rows: 14, lines: 3 },
    { columns: 2, rows: 6, lines: 2 },
    { columns: 3, rows: 3, lines: 2 },
  ])
})
