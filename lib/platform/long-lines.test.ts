import { expect, it } from 'vitest'
import { growingMarkdown } from '@/tests/factories/growing-markdown'
import { boxDirection, breakLongLines, hasEndlessLine } from './long-lines'
import { markdownToHtml } from './markdown/markdown'

const openers = (times: number) => '[a]('.repeat(times)
const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => line.length))

it('breaks lines that are too long to be drawn, at a space where there is one, and leaves all others', () => {
  const text = `short\n${'words '.repeat(500)}\n${'x'.repeat(1_999)}😀${openers(1_000)}\n\n`
  const broken = breakLongLines(text)
  expect(broken.replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
  expect(broken.split('\n').map((line) => [line.slice(0, 5), line.length, !/\p{Cs}/u.test(line)])).toEqual([
    ['short', 5, true],
    ['words', 1_998, true],
    ['words', 1_002, true],
    ['xxxxx', 1_999, true],
    ['😀[a]', 2_000, true],
    [']([a]', 2_000, true],
    ['](', 2, true],
    ['', 0, true],
    ['', 0, true],
  ])
  expect(breakLongLines(broken)).toBe(broken)
})

it.each([
  ['words', 'some words '.repeat(15_000), false, 'ltr'],
  ['brackets', openers(50_000), false, 'ltr'],
  ['brackets behind a Hebrew letter', `א${openers(5_000)}`, true, 'auto'],
  ['a few brackets there', `א${openers(500)}`, false, 'auto'],
  ['brackets there, a line each', `א${openers(100)}\n`.repeat(100), false, 'auto'],
  ['Hebrew words', 'שלום עולם '.repeat(20_000), true, 'auto'],
  ['Hebrew words of a paragraph', 'שלום עולם '.repeat(2_000), false, 'auto'],
  ['short lines', 'a line\n'.repeat(20_000), false, 'auto'],
] as const)('tells what a box to write in makes of %s', (_, text, isEndless, direction) => {
  expect([hasEndlessLine(text), boxDirection(text)]).toEqual([isEndless, direction])
  expect(hasEndlessLine(breakLongLines(text))).toBe(false)
})

it('draws no line of a text as it was typed that would hold up a page', () => {
  const [hebrew, most] = ['א', 100_000]
  const texts = [hebrew + openers(20_000), `${hebrew}${openers(1)}\n`.repeat(20_000), openers(50_000)]
  const tangled = [...texts, ...Object.values(growingMarkdown).map((make) => make(most))]
  const drawn = tangled.map((text) => markdownToHtml(text, { whyAsTyped: 'Why.' }))
  const asTyped = drawn.filter((html) => html.startsWith('<p><em>Why.</em></p>'))
  expect(asTyped.length).toBeGreaterThanOrEqual(texts.length)
  const lines = asTyped.flatMap((html) => html.split(/<br>|<\/?p>/).map((line) => line.replace(/&[^;]+;/g, '.')))
  expect(longest(lines)).toBeLessThanOrEqual(2_000)
})
