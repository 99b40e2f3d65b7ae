import { describe, expect, it } from 'vitest'
import { leftOutOf, publicText } from './public-text'

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

  it('keeps what stands below a mark without a name: there is nobody to choose', () => {
    expect(read(['Before.', '$ ', 'blue ones'])).toBe('Before.\nblue ones')
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

it.each([
  [['Before.', '@ Ann, Acme: hiring', '  met at lunch', '```', 'code', '```', '', 'After.']],
  [['$ Acme: gave socks', 'blue ones', '@ Bo', 'tall', '[] call Bo', '  soon', 'After.']],
  [['? Why', '$ ', 'kept']],
])('says of each line that stays out of a recap that it does: %j', (lines) => {
  const { about, toDos } = leftOutOf(lines.join('\n'))
  const [out, kept] = [[...[...about.values()].flat(), ...toDos], read(lines)]
  const others = lines.filter((line) => line.trim() && !/^[@$?]/.test(line))
  expect(others.filter((line) => kept.includes(line.trim()) === out.includes(line.trim()))).toEqual([])
})

it('says below whom each line stands that stays out', () => {
  const { about, toDos } = leftOutOf('@ Ann\nmet at lunch\nhiring\n\n$ Acme\nblue ones\n[] call Ann\n  soon')
  expect([[...about], toDos]).toEqual([
    [
      [0, ['met at lunch', 'hiring']],
      [4, ['blue ones']],
    ],
    ['[] call Ann', 'soon'],
  ])
})
