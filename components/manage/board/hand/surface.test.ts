// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { driftAt, HEAD_PX } from './surface'

const grid = new DOMRect(0, 100, 1000, 600)
const driftFrom = (y: number) => driftAt({ grid }, { x: 500, y }).y

it('turns the pages of the board slowly where its edge begins, and never faster than the most', () => {
  const top = 100 + HEAD_PX
  expect([top + 48, top + 24, top, top - 50, 99].map(driftFrom)).toEqual([0, -4.5, -18, -18, 0])
  expect([652, 676, 699.9].map((y) => Math.round(driftFrom(y) * 10) / 10)).toEqual([0, 4.5, 17.9])
})
