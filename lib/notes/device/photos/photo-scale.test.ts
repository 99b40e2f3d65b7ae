import { expect, it } from 'vitest'
import { fitInto } from './photo-scale'

it.each([
  [{ width: 4032, height: 3024 }, 2048, { width: 2048, height: 1536 }],
  [{ width: 3024, height: 4032 }, 2048, { width: 1536, height: 2048 }],
  [{ width: 800, height: 600 }, 2048, { width: 800, height: 600 }],
  [{ width: 5000, height: 3 }, 320, { width: 320, height: 1 }],
])('fits %j into %i', (size, longest, fitted) => {
  expect(fitInto(size, longest)).toEqual(fitted)
})
