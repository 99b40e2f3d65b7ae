import { expect, it } from 'vitest'
import { cellsIn, cellTexts } from './walk-cells'

const zones = ['East 1', '1 West']
const walks = [
  { from: 'East 1', to: '1 West', minutes: 7 },
  { from: 'Gone', to: 'East 1', minutes: 3 },
]

it('shows what was measured between the zones that there are', () => {
  expect([...cellTexts(zones, walks)]).toEqual([
    ['0 0', ''],
    ['0 1', '7'],
    ['1 0', ''],
    ['1 1', ''],
  ])
})

it('finds what was corrected and cleared, and nothing that says what stands', () => {
  expect(
    cellsIn(
      zones,
      walks,
      new Map([
        ['0 1', ' 7'],
        ['1 0', '12'],
        ['1 1', ''],
      ]),
    ),
  ).toEqual([{ from: '1 West', to: 'East 1', minutes: 12 }])
  expect(cellsIn(zones, walks, new Map([['0 1', '']]))).toEqual([{ from: 'East 1', to: '1 West', minutes: null }])
})

it('takes back what was saved', () => {
  const before = [{ from: '1 West', to: '1 West', minutes: 0 }]
  expect(cellsIn(zones, walks, cellTexts(zones, before))).toEqual([
    { from: 'East 1', to: '1 West', minutes: null },
    { from: '1 West', to: '1 West', minutes: 0 },
  ])
})
