import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { markdownLink, plainMarkdown, plainMarkdownWithLinks } from './markdown-text'

it.each([
  ['one  \n two', 'one two'],
  ['# no heading', '\\# no heading'],
  ['a # b', 'a # b'],
  ['- no list', '\\- no list'],
  ['+1 for it', '\\+1 for it'],
  ['1. no list', '1\\. no list'],
  ['12) no list', '12\\) no list'],
  ['Room 1. Then 2) more', 'Room 1. Then 2) more'],
  ['*bold* _it_ `code` ~gone~ a|b', '\\*bold\\* \\_it\\_ \\`code\\` \\~gone\\~ a\\|b'],
  ['![picture](x) wow!', '\\!\\[picture\\](x) wow!'],
  ['<script> &amp; R&D', '\\<script\\> \\&amp; R&D'],
])('writes %j as a text that reads as it does', (text, markdown) => {
  expect(plainMarkdown(text)).toBe(markdown)
})

it('links to addresses of the web alone', () => {
  expect([
    markdownLink('a [b]', 'https://a.example/x_y'),
    markdownLink('a', 'http://a.example'),
    markdownLink('a*', 'javascript:alert(1)'),
    markdownLink('a', 'see https://a.example'),
    markdownLink('a', 'https://a.example/<b>'),
    markdownLink('a', 'https://a.example/b c'),
  ]).toEqual(['[a \\[b\\]](<https://a.example/x_y>)', '[a](<http://a.example>)', 'a\\*', 'a', 'a', 'a'])
})

it.each([
  ['see https://a.example/x_y.', 'see <https://a.example/x_y>.'],
  ['(https://a.example) and more', '(<https://a.example>) and more'],
  ['[the *slides*](https://a.example/1), soon', '[the \\*slides\\*](<https://a.example/1>), soon'],
  ['https://a.example https://b.example', '<https://a.example> <https://b.example>'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['nothing to see', 'nothing to see'],
  ['', ''],
])('keeps the links of %j', (text, markdown) => {
  expect(plainMarkdownWithLinks(text)).toBe(markdown)
})

const reader = unified().use(remarkParse).use(remarkGfm)

/** What stands in Markdown: each node's type, and the words of its texts. */
function nodesOf(node: Nodes): string[] {
  if (node.type === 'text') return [node.value]
  return [node.type, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

it('reads as the very text that was written, whatever signs are in it', () => {
  const piece = fc.constantFrom(
    ...'#+-*_`~|<>[]!&\\.)(=:"\'1aé ',
    '12.',
    '&lt;',
    '![a](b)',
    '---',
    '|a|',
    '- [ ] ',
    '**',
    '<!--',
  )
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const text = pieces.join('').replace(/\s+/g, ' ').trim()
      expect(nodesOf(reader.parse(plainMarkdown(text)))).toEqual(text ? ['root', 'paragraph', text] : ['root'])
    }),
  )
})
