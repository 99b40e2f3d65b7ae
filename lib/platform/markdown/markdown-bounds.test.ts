import fc from 'fast-check'
import type { Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { growingMarkdown, markdownPieces } from '@/tests/factories/growing-markdown'
import { markdownToHtml, readMarkdown } from './markdown'

const WHY = 'Shown as it was typed.'
const isLong = Boolean(process.env.HALLWAY_LONG)
const SIZES = isLong ? [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000] : [1_000, 8_000]

/** How deep a tree is, and how many nodes it has. */
function measure(tree: Nodes): { depth: number; nodes: number } {
  let [depth, nodes] = [0, 0]
  const open = [{ node: tree, at: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    nodes += 1
    depth = Math.max(depth, next.at)
    if ('children' in next.node) for (const node of next.node.children) open.push({ node, at: next.at + 1 })
  }
  return { depth, nodes }
}

function expectBounded(markdown: string): void {
  const [html, { depth, nodes }] = [markdownToHtml(markdown, { whyAsTyped: WHY }), measure(readMarkdown(markdown))]
  // Each letter may need to be escaped.
  expect(html.length).toBeLessThan(30 * markdown.length + 150_000)
  expect(nodes).toBeLessThan(5 * markdown.length + 20_000)
  expect(depth).toBeLessThan(120)
}

describe('what comes out grows no faster than what went in', () => {
  it.each(Object.keys(growingMarkdown))('of %s', (name) => {
    for (const size of SIZES) expectBounded(growingMarkdown[name]?.(size) ?? '')
  })

  it('of anything that is put together of pieces', () => {
    const piece = fc.constantFrom(...markdownPieces)
    const repeated = fc
      .record({ pieces: fc.array(piece, { minLength: 1, maxLength: 4 }), times: fc.integer({ min: 1, max: 600 }) })
      .map(({ pieces, times }) => pieces.join('').repeat(times))
    fc.assert(
      fc.property(fc.array(repeated, { minLength: 1, maxLength: 4 }), (parts) => expectBounded(parts.join('\n'))),
      { numRuns: isLong ? 150 : 15, seed: 7 },
    )
  })
})

it.each([
  'short rows of a wide table',
  'references to a long address',
  'instructions over lines',
  'underlined headings',
  'a deep quote and lazy lines',
  'nested emphasis',
  'closing brackets',
  'code that stays open',
  'deep lists',
])('says why %s are shown as they were typed', (name) => {
  const html = markdownToHtml(growingMarkdown[name]?.(32_000) ?? '', { whyAsTyped: WHY })
  expect(html.startsWith(`<p><em>${WHY}</em></p><p>`)).toBe(true)
})

it('shows as Markdown what people write, however long', () => {
  const sentence = 'They *measured* it on [two machines](https://example.org/a) and `pg_stat` says **otherwise**. '
  const day = Array.from(
    { length: 60 },
    (_, number) =>
      `## Session ${number}\n\n${sentence.repeat(6)}\n\n- [ ] ask about it\n- ${sentence}\n  1. ${sentence}\n\n> ` +
      `${sentence}\nand on\n\n|a|b|\n|-|-|\n|1|2|\n`,
  ).join('\n')
  const sparse = `${'|a'.repeat(10)}|\n${'|-'.repeat(10)}|\n${'|1|2|\n'.repeat(200)}`
  const list = Array.from({ length: 1_000 }, (_, number) => `${number + 1}. a`).join('\n')
  const nested = Array.from(
    { length: 400 },
    (_, number) => `${'  '.repeat(number % 8)}- [a link](https://example.org/${number}) and *more*`,
  ).join('\n')
  for (const text of [day, sparse, list, nested]) expect(markdownToHtml(text, { whyAsTyped: WHY })).not.toContain(WHY)
})
