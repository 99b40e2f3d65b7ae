import { expect, it } from 'vitest'
import { noteMarkdown } from './note-markdown'

it('says marks in Markdown, and parts what stands below a quote or a list from it', () => {
  expect(
    noteMarkdown('intro\n> said — Ann\nafter\n[ ] one\n14:05 [X] two\nafter\n10:00 > late\n? why\n@ Bo, Acme'),
  ).toBe('intro\n> said — Ann\n\nafter\n- [ ] one\n- [x] 14:05 two\n\nafter\n> 10:00 late\n\n? why\n@ Bo, Acme')
})

it('leaves plain Markdown as it is, code above all', () => {
  const text = '# Title\n\n- a\n  more of a\n- b\n\n```\n> no quote\nx\n```\nend\n1. one\n2. two'
  expect(noteMarkdown(text)).toBe(text)
})
