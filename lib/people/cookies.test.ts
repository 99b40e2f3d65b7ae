import { expect, it } from 'vitest'
import { cookieOf } from './cookies'

it.each([
  ['a=1; b=2', '2'],
  ['b=2', '2'],
  [' b = 2 ;a=1', '2'],
  ['b=first; b=second', 'first'],
  ['b=%C3%A9%zz', '%C3%A9%zz'],
  ['b="2"', '"2"'],
  ['b=x=y==', 'x=y=='],
  ['b=', ''],
  ['ab=1; B=2', undefined],
  ['b', undefined],
  [';;=; a', undefined],
  ['', undefined],
  [undefined, undefined],
  [null, undefined],
])('finds a cookie in %j', (header, value) => {
  expect(cookieOf(header, 'b')).toBe(value)
})

it.each(['__proto__', 'constructor', 'toString'])('finds none that nobody sent: %s', (name) => {
  expect(cookieOf('a=1', name)).toBeUndefined()
})
