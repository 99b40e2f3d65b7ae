import { expect, it } from 'vitest'
import { isoDuration } from './iso-duration'

it.each([
  ['PT45M', 45],
  ['PT1H30M0S', 90],
  ['P1DT2H', 26 * 60],
  ['PT0M', null],
  ['45 minutes', null],
  ['', null],
])('takes %s for %s minutes', (text, minutes) => {
  expect(isoDuration(text)).toBe(minutes === null ? null : minutes * 60_000)
})
