import { expect, it } from 'vitest'
import { readPage } from './page'

function tagsOf(html: string): string[] {
  const read: string[] = []
  readPage(html, {
    onOpen: (name, { href = '' }, depth) => read.push(`${depth} <${name}> ${href}`.trim()),
    onText: (text) => read.push(text),
    onClose: (depth) => read.push(`${depth} end`),
  })
  return read
}

it('reads tags with their depth, and texts as a browser shows them', () => {
  expect(tagsOf('<p><A HREF="/a?b=1&amp;c">x &lt; y</a><br>')).toEqual([
    '1 <p>',
    '2 <a> /a?b=1&c',
    'x ',
    '<',
    ' y',
    '2 end',
    '2 <br>',
    '2 end',
    '1 end',
  ])
})

it('stops where it is deeper than any page', () => {
  expect(tagsOf('<div>'.repeat(2_000_000)).filter((tag) => tag.endsWith('<div>'))).toHaveLength(1000)
})
