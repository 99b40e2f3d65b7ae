import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { markdownLink, plainMarkdown, plainMarkdownWithLinks } from './markdown-text'
import { photoIdOf, photoIdsOf, sessionLink, sessionNumberOf, sessionNumbersOf } from './text-links'

const [one, other] = ['0f0e0d0c-0b0a-4908-8706-050403020100', '11111111-2222-4333-8444-555555555555']

describe('what a text names without an address', () => {
  it('is its photos, each once, in their order', () => {
    expect(photoIdsOf(`![a](photo:${other}) ![b]( <photo:${one}> "x") ![c](photo:${other})`)).toEqual([other, one])
    expect(photoIdsOf(`photo:${one} (photo:${one.slice(1)}) (Photo:${one})`)).toEqual([])
  })

  it('is its sessions, each once, in their order', () => {
    expect(sessionNumbersOf('[a](session:12) [b](session:3) session:12')).toEqual([12, 3])
    expect(sessionNumbersOf('[a](session:) [b](sessions:3)')).toEqual([])
  })

  it('is told from any other address', () => {
    expect([photoIdOf(`photo:${one}`), photoIdOf(`photo:${one}0`), photoIdOf(`x photo:${one}`)]).toEqual([
      one,
      null,
      null,
    ])
    expect([sessionNumberOf('session:7'), sessionNumberOf('session:1234567890'), sessionNumberOf('https://x')]).toEqual(
      [7, null, null],
    )
  })

  it('is written as it is read', () => {
    const link = sessionLink({ title: 'What *is* [this]?', number: 12 })
    expect([link, sessionNumbersOf(link)]).toEqual(['[What \\*is\\* \\[this\\]?](session:12)', [12]])
  })
})

/** The words of a text as Markdown, and what else there is in it. */
function readOf(markdown: string): { words: string; kinds: string[] } {
  const kinds: string[] = []
  const words: string[] = []
  const visit = (node: { type: string; value?: string; children?: unknown }): void => {
    kinds.push(node.type)
    if (typeof node.value === 'string') words.push(node.value)
    if (Array.isArray(node.children)) node.children.forEach(visit)
  }
  visit(unified().use(remarkParse).use(remarkGfm).parse(markdown))
  return { words: words.join(''), kinds: kinds.filter((kind) => !['root', 'paragraph', 'text'].includes(kind)) }
}

describe('somebody’s words as Markdown', () => {
  it.each([
    '# no heading',
    '- no list',
    '12. no list',
    '*plain* _words_',
    '<b>x</b>',
    '[x](y)',
    'a &amp; b',
    '![x](y)',
  ])('read as they were written: %s', (text) => {
    expect(readOf(plainMarkdown(text))).toEqual({ words: text, kinds: [] })
  })

  it('are no markup, whatever they are', () => {
    const letters = fc.constantFrom(...'#*_-[]()<>!&;`~|\\+.1 a\nhttps://x.org'.split(''), 'a', 'b', ' ')
    const text = fc.array(letters, { maxLength: 30 }).map((parts) => `x${parts.join('')}`)
    fc.assert(
      fc.property(text, (written) => {
        const { words, kinds } = readOf(plainMarkdown(written))
        expect(words).toBe(written.replace(/\s+/g, ' ').trim())
        // An address is a link wherever it stands.
        expect(kinds.filter((kind) => kind !== 'link')).toEqual([])
      }),
    )
  })
})

describe('a link', () => {
  it('has a text that is no markup, and leads to the web alone', () => {
    expect(markdownLink('a *b*', 'https://example.org/x_(y)')).toBe('[a \\*b\\*](<https://example.org/x_(y)>)')
    for (const url of ['javascript:alert(1)', 'https://exa mple.org', 'ftp://x.org', 'https://x.org/>'])
      expect(markdownLink('a *b*', url)).toBe('a \\*b\\*')
  })

  it('stays one in words that have it, with or without a text of its own', () => {
    expect(plainMarkdownWithLinks('See https://x.org/a, or [*the* site](https://y.org/b).')).toBe(
      'See <https://x.org/a>, or [\\*the\\* site](<https://y.org/b>).',
    )
    expect(plainMarkdownWithLinks('(https://x.org) *no*')).toBe('(<https://x.org>) \\*no\\*')
    expect(plainMarkdownWithLinks('https://x.org')).toBe('<https://x.org>')
    expect(plainMarkdownWithLinks('[bad](javascript:x)')).toBe('\\[bad\\](javascript:x)')
  })
})
