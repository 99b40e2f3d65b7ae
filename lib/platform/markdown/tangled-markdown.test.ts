import type { ElementContent, Root } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import { describe, expect, it } from 'vitest'
import { jsonLdText } from '../json-ld'
import { countOf, depthOf, workOf } from './markdown-work'
import { isOvergrown, isSwollen, isTangled, plainTree } from './tangled-markdown'
import { uniqueSlug } from '../unique-slug'

describe('a text that would hold up a screen', () => {
  it('is one that is too long, has too long a line, or nests too deep', () => {
    const line = 'word '.repeat(20)
    expect(isTangled(`${line}\n\n`.repeat(900))).toBe(false)
    expect(isTangled('a'.repeat(100_001))).toBe(true)
    expect([isTangled('a'.repeat(5_000)), isTangled('a'.repeat(5_001))]).toEqual([false, true])
    expect([isTangled(`${'> '.repeat(30)}deep`), isTangled(`${'> '.repeat(31)}deep`)]).toEqual([false, true])
  })

  it('is one that opens too much', () => {
    const openers = (count: number) => `${'['.repeat(20)}\n\n`.repeat(count / 20)
    expect([isTangled(openers(20_000)), isTangled(openers(20_020))]).toEqual([false, true])
    expect(isTangled('*a '.repeat(1_600) + '\n' + '*a '.repeat(1_600))).toBe(true)
  })

  it('breaks lines as any file does', () => {
    const lines = (end: string) => Array.from({ length: 30 }, () => 'a'.repeat(3_000)).join(end)
    expect(['\n', '\r\n', '\r'].map((end) => isTangled(lines(end)))).toEqual([false, false, false])
  })
})

describe('the work of a text', () => {
  it('grows with the square of what stands open in one paragraph, and not across several', () => {
    const signs = (count: number) => '*a'.repeat(count)
    expect(workOf([signs(100), '', signs(100)])).toBeLessThan(workOf([signs(100), signs(100)]))
    expect(workOf([signs(200)])).toBeGreaterThan(3.9 * workOf([signs(100)]))
    expect(workOf([])).toBe(0)
  })

  it('counts underlines and lines that fall out of what they are in', () => {
    const many = (line: string, count: number) => Array.from({ length: count }, () => line)
    expect(workOf(['title', ...many('---', 50)])).toBeGreaterThan(workOf(many('title', 51)))
    expect(workOf(['> > > deep', ...many('lazy', 50)])).toBeGreaterThan(workOf(many('lazy', 51)))
  })

  it('counts what opens a piece of code or of HTML by how far its end is sought', () => {
    const code = (count: number) => '`a '.repeat(count)
    expect(workOf([code(200)])).toBeGreaterThan(3.5 * workOf([code(100)]))
    expect(workOf(['<!a '.repeat(100)])).toBeGreaterThan(workOf(['(!a '.repeat(100)]))
  })

  it('knows how deep a line is', () => {
    expect(
      ['word', '> word', '> > - 1. word', '- - word', '***', '---', '        word', '1) word'].map(depthOf),
    ).toEqual([0, 1, 4, 2, 0, 0, 2, 1])
    expect([countOf('a*b_c', '*_'), countOf('', '*')]).toEqual([2, 0])
  })
})

describe('what was parsed', () => {
  const text = { type: 'text' as const, value: 'x' }
  const paragraph = { type: 'paragraph' as const, children: [text] }

  it('is overgrown with too many parts, or too deep ones', () => {
    const wide = (count: number): MarkdownRoot => ({
      type: 'root',
      children: Array.from({ length: count }, () => paragraph),
    })
    expect([isOvergrown(wide(29_999)), isOvergrown(wide(30_000))]).toEqual([false, true])
    const deep = (depth: number): MarkdownRoot => {
      let inner: MarkdownRoot['children'][number] = paragraph
      for (let level = 0; level < depth; level++) inner = { type: 'blockquote', children: [inner] }
      return { type: 'root', children: [inner] }
    }
    expect([isOvergrown(deep(98)), isOvergrown(deep(99))]).toEqual([false, true])
  })

  it('is overgrown by the cells that short rows are filled up with', () => {
    const table = (rows: number): MarkdownRoot => ({
      type: 'root',
      children: [
        {
          type: 'table',
          align: Array.from({ length: 101 }, () => null),
          children: Array.from({ length: rows }, () => ({
            type: 'tableRow',
            children: [{ type: 'tableCell', children: [] }],
          })),
        },
      ],
    })
    expect([isOvergrown(table(100)), isOvergrown(table(101))]).toEqual([false, true])
  })

  it('is swollen where it is far longer than what was typed', () => {
    const texts = (length: number): ElementContent[] => [{ type: 'text', value: 'y'.repeat(length) }]
    expect([isSwollen(texts(100_020), 1), isSwollen(texts(100_021), 1)]).toEqual([false, true])
    const links = (count: number): ElementContent[] =>
      Array.from({ length: count }, () => ({
        type: 'element',
        tagName: 'a',
        properties: { href: 'z'.repeat(75) },
        children: [],
      }))
    expect([isSwollen(links(1_000), 0), isSwollen(links(1_001), 0)]).toEqual([false, true])
    const nested: ElementContent = { type: 'element', tagName: 'p', properties: {}, children: texts(100_000) }
    expect([isSwollen([nested], 1), isSwollen([nested], 2)]).toEqual([true, false])
  })
})

describe('a text that is shown as it was typed', () => {
  const shown = (tree: Root): string[] =>
    tree.children.flatMap((node) =>
      node.type === 'element'
        ? [
            node.children
              .map((child) => ('value' in child ? child.value : child.type === 'element' ? tag(child) : ''))
              .join(''),
          ]
        : [],
    )
  const tag = (node: Extract<ElementContent, { type: 'element' }>): string =>
    `<${node.tagName}>${node.children.map((child) => ('value' in child ? child.value : '')).join('')}`

  it('has its paragraphs and lines, and why it is shown so', () => {
    expect(shown(plainTree('one\ntwo\r\n\r\nthree\n\n\n \n\nfour', 'Too large.'))).toEqual([
      '<em>Too large.',
      'one<br>two',
      'three',
      'four',
    ])
    expect(shown(plainTree(''))).toEqual([])
  })

  it('is one text where it has more lines than are worth an element each', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'a').join('\n\n')
    expect([shown(plainTree(lines(1_000))).length, shown(plainTree(lines(1_002))).length]).toEqual([1_000, 1])
  })
})

it('says facts so that no title ends the element that they stand in, or turns what stands around it', () => {
  const text = jsonLdText({ name: '</script><script>x', list: ['\u202Eb', { deep: '<!--' }], count: 7, none: null })
  expect(text).not.toMatch(/[<\u202E]/)
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    name: '</script><script>x',
    list: ['b', { deep: '<!--' }],
    count: 7,
    none: null,
  })
})

it('takes the first name that is free', () => {
  expect(uniqueSlug('talk', new Set())).toBe('talk')
  expect(uniqueSlug('talk', new Set(['talk', 'talk-2', 'talk-4']))).toBe('talk-3')
})
