import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../plain-text'
import { readSimpleHtml } from './simple-html'

describe('readSimpleHtml', () => {
  it('reads paragraphs, a list, marks and links', () => {
    const html = [
      '<p>Fog &amp; <strong>mist</strong>,\nread  by <a href="https://fog.example/a">Ada</a></p>',
      '<ul>\n<li>One <em>thing</em></li>\n<li><a href="https://fog.example/">https://fog.example/</a></li>\n</ul>',
      '<p>&lt;End&gt;</p>\n',
    ]
    expect(readSimpleHtml(html.join('\n'))).toBe(
      'Fog & mist,\nread by Ada (https://fog.example/a)\n\n- One thing\n- https://fog.example/\n\n<End>',
    )
  })

  it('leaves whatever else there is to who knows all of HTML', () => {
    const others = [
      'no tags',
      '<p>open',
      '<p>a</p><p></p>',
      '<p><b>never closed</p>',
      '<p>a < b</p>',
      '<p class="lead">a</p>',
      '<p>R&D</p>',
      '<p>&copy;</p>',
      '<ul><li>a\nb</li></ul>',
      '<ul><li><p>a</p></li></ul>',
      '<p><a href="https://fog.example/"><b>a</b></a></p>',
      '<p><a href="mailto:ada@fog.example">a</a></p>',
      '<p>a</p> and text',
      '<p>a</p>\n\n\n<p>b</p>',
      '<p><script>a</script></p>',
    ]
    expect(others.filter((html) => readSimpleHtml(html) !== null)).toEqual([])
  })

  // Nothing shows of a comment; but with one the text is no longer simple.
  it('gives what the parser gives', () => {
    const pieces = [
      ...['<p>', '</p>', '<p>', '</p>', '<ul>', '</ul>', '<li>', '</li>', '<b>', '</b>', '<code>', '</code>'],
      ...['<a href="https://a.example/">', '</a>', '<br>', ' ', '  ', '\n', '\t', ' \n', '\n\n'],
      ...['word', 'é', '&amp;', '&lt;p&gt;', '&#39;', '&nbsp;', 'https://a.example/', '- ', '🚀', '.'],
    ]
    const block = (begin: string, end: string, inner: fc.Arbitrary<string>) =>
      fc.tuple(fc.constantFrom('', '\n', ' ', '\n\n'), inner).map(([before, text]) => before + begin + text + end)
    const joined = (of: fc.Arbitrary<string>, most: number, least = 0) =>
      fc.array(of, { minLength: least, maxLength: most }).map((texts) => texts.join(''))
    const words = joined(fc.constantFrom(...pieces.slice(13)), 6, 1)
    const inline = fc.oneof(
      words,
      block('<em>', '</em>', words),
      block('<a href="https://a.example/">', '</a>', words),
      fc.tuple(words, words).map(([one, other]) => `${one}<strong>${one}</strong>${other}`),
    )
    const blocks = fc.oneof(
      block('<p>', '</p>', inline),
      block('<ul>', '\n</ul>', joined(block('<li>', '</li>', inline), 3)),
    )
    const likely = joined(blocks, 5, 1)
    const any = joined(fc.constantFrom(...pieces), 20)
    fc.assert(
      fc.property(fc.oneof(likely, likely, any), (html) => {
        fc.pre(readSimpleHtml(html) !== null)
        expect(plainText(html)).toBe(plainText(`${html}<!---->`))
      }),
      { numRuns: 3_000 },
    )
  })

  it('ends soon, however long what repeats itself is', () => {
    const long = [' ', '\t', '\n', ' \n', '<p>', '<b>', '<b></b>'].map((piece) => piece.repeat(50_000))
    const read = long.map((text) => readSimpleHtml(`<p>${text}x</p>`))
    expect(read).toEqual(['x', 'x', null, null, null, null, 'x'])
  })
})
