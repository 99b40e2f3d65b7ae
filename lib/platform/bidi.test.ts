import { expect, it } from 'vitest'
import { isolated, runsFromRight, settleBidi } from './bidi'

it.each([
  ['leaves what has none, or only marks a place', 'A\u200Fقاعة\u200EB', 'A\u200Fقاعة\u200EB'],
  ['leaves what ends within', '\u202Bقاعة\u202C A \u2067ب\u2069', '\u202Bقاعة\u202C A \u2067ب\u2069'],
  ['takes one that does not end', 'Eve \u202Egnp.exe', 'Eve gnp.exe'],
  [
    'takes one that turns letters around, though it ends',
    'Eve \u202Egnp.exe\u202C and \u202Dקול\u202C',
    'Eve gnp.exe and קול',
  ],
  ['takes an end of what it did not begin', 'Hall\u2069 A\u202C', 'Hall A'],
  ['takes what crosses', '\u2067a\u202Eb\u2069c\u202C', 'abc'],
])('%s', (_, text, settled) => {
  expect(settleBidi(text)).toBe(settled)
})

it('wraps words that could turn others in an isolate that nothing in them can end', () => {
  expect(['Hall\u2069', 'قاعة 1', 'Hall 1', ''].map(isolated)).toEqual([
    '\u2068Hall\u2069',
    '\u2068قاعة 1\u2069',
    'Hall 1',
    '',
  ])
})

it.each([
  ['Day 2', false],
  ['12 קול', true],
  ['(2026) يوم', true],
  ['\u2068קול\u2069 · Wednesday', false],
  ['\u2068a\u2068b\u2069\u2069 קול', true],
  ['12', false],
])('finds the direction of %j', (text, isFromRight) => {
  expect(runsFromRight(text)).toBe(isFromRight)
})
