import { describe, expect, it } from 'vitest'
import { publicText } from './public-text'

const read = (lines: string[], chosen: number[] = [], language: 'en' | 'fr' = 'en') =>
  publicText(lines.join('\n'), { language, isChosen: (line) => chosen.includes(line) })

describe('what of a note is for everybody', () => {
  it('is what was written, line by line', () => {
    expect(read(['# Rust', '', 'It borrows.', '- one', '- two'])).toBe('# Rust\n\nIt borrows.\n- one\n- two')
  })

  it('has no person or sponsor, nor what stands directly below one', () => {
    expect(read(['Before.', '@ Ann, Acme: hiring', 'met at lunch', '', 'After.'])).toBe('Before.\n\nAfter.')
    expect(read(['$ Acme: gave socks', 'blue ones', '', 'After.'])).toBe('After.')
    // Another mark ends what is about somebody.
    expect(read(['@ Ann', 'secret', '? Why?'])).not.toContain('secret')
  })

  it('keeps what stands below a person who was chosen, whose line has a place of its own', () => {
    expect(read(['@ Ann, Acme', 'said it well', '', 'After.'], [0])).toBe('said it well\n\nAfter.')
  })

  it('has none of one’s own to-dos, with what is indented below them', () => {
    expect(read(['Before.', '[] call Ann', '  about the budget', 'After.'])).toBe('Before.\n\nAfter.')
    expect(read(['[x] done', 'After.'])).toBe('After.')
  })

  it('asks a question as a sentence, in the language of the recap', () => {
    const [english, french] = [read(['? Why not']), read(['? Why not'], [], 'fr')]
    expect([english.includes('Why not'), english.startsWith('?'), french === english]).toEqual([true, false, false])
    expect(read(['? ', 'After.'])).toBe('After.')
  })

  it('names a link without words by its address', () => {
    expect(read(['See [](https://x.org/a) and ![](https://x.org/b.png)'])).toBe(
      'See <https://x.org/a> and ![](https://x.org/b.png)',
    )
  })

  it('takes nothing for a mark that stands in a piece of code', () => {
    const code = ['```', '@ decorator', '? ternary', '```']
    expect(read(code)).toBe(code.join('\n'))
  })

  it('is nothing of an empty note, and has no wall of empty lines', () => {
    expect([read(['']), read(['', '@ Ann', ''])]).toEqual(['', ''])
    expect(read(['a', '', '', '', '', 'b'])).toBe('a\n\nb')
  })
})
